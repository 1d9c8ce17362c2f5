package secondbackup.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Deployed.drifts;
import static secondbackup.Deployed.kinds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.Deployed;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.RoleView;
import secondbackup.inventory.StackSetView;
import secondbackup.policy.Members;
import secondbackup.policy.Policies;
import secondbackup.verify.Drift;
import secondbackup.verify.Drift.Difference;

/// A stack that CloudFormation could not bring where it is to be is told with its reason; what AWS is at work on, and what
/// needs no stack, is silent.
class StackDriftedTest {
    private static final Policies POLICIES = Deployed.policies();
    private static final Region HOME = POLICIES.estate().homeRegion();
    private static final RoleView BACKUP = Deployed.role("backup");

    @Test
    void whereNothingWasDeployedOthersSayIt() {
        var nothing =
                Deployed.account()
                        .plans()
                        .memberVaults()
                        .roles(new RoleView.Absent(Deployed.ROLE), new RoleView.Absent("backup"))
                        .missingRole(Deployed.ROLE)
                        .stackSets(
                                new StackSetView.Absent(Members.ROLES_STACK_SET),
                                new StackSetView.Absent(Members.BACKUP_STACK_SET));
        assertThat(kinds(nothing)).containsExactly("NotEnrolled");
        assertThat(kinds(nothing.stackSets(backup(), Deployed.set(Members.ROLES_STACK_SET))))
                .containsExactly("NotEnrolled");
    }

    private static StackSetView backup(StackSetView.Instance... instances) {
        return Deployed.set(Members.BACKUP_STACK_SET, instances);
    }

    private static StackSetView rolesSet() {
        return Deployed.set(Members.ROLES_STACK_SET, Deployed.current(POLICIES.estate(), true));
    }

    private static StackSetView.Instance instance(String status, String detail, Instant since) {
        return instance(Sample.ACCOUNT, Sample.REGION, status, detail, since);
    }

    private static StackSetView.Instance instance(
            AccountId account, Region region, String status, String detail, Instant since) {
        return new StackSetView.Instance(
                account, region, status, detail, "role exists", Optional.of(since));
    }

    private static Given stacked(StackSetView.Instance... instances) {
        return Deployed.account().stackSets(rolesSet(), backup(instances));
    }

    @Test
    void aStackThatFailedIsToldWithItsReasonAndSinceWhen() {
        var at = Sample.hoursAgo(50);
        for (var detail : List.of("FAILED", "CANCELLED", "INOPERABLE", "FAILED_IMPORT", "NEW")) {
            assertThat(drifts(stacked(instance("OUTDATED", detail, at))))
                    .singleElement()
                    .satisfies(drift -> {
                        assertThat(drift.since()).contains(at);
                        assertThat(drift.differences())
                                .containsExactly(
                                        new Difference(
                                                "stack",
                                                "CURRENT",
                                                "OUTDATED, " + detail + ": role exists"));
                    });
        }
    }

    @Test
    void aStackThatAwsWorksOnIsSilentForADay() {
        var day = Duration.ofDays(1);
        var within = Sample.NOW.minus(day).plusMillis(1);
        for (var detail : List.of("PENDING", "RUNNING")) {
            assertThat(drifts(stacked(instance("OUTDATED", detail, within)))).isEmpty();
            assertThat(drifts(stacked(instance("OUTDATED", detail, Sample.NOW.minus(day)))))
                    .hasSize(1);
        }
        var unknown =
                new StackSetView.Instance(
                        Sample.ACCOUNT, Sample.REGION, "OUTDATED", "RUNNING", "", Optional.empty());
        assertThat(drifts(stacked(unknown))).hasSize(1);
    }

    @Test
    void aStackThatIsMissingIsToldWhereTheTargetsReach() {
        assertThat(drifts(stacked())).singleElement().matches(Drift::gone);
        var none = Deployed.account().stackSets(Deployed.set(Members.ROLES_STACK_SET), backup());
        assertThat(drifts(none)).hasSize(2);
        var elsewhere = policies(List.of("ou-other"), List.of());
        assertThat(drifts(none.policies(elsewhere))).isEmpty();
        var excluded = policies(List.of("r-root"), List.of(Sample.ACCOUNT));
        assertThat(drifts(none.policies(excluded))).isEmpty();
    }

    @Test
    void aStackWhereNoneMayBeIsTold() {
        var excluded = policies(List.of("r-root"), List.of(Sample.ACCOUNT));
        var current = Deployed.current(POLICIES.estate(), false);
        assertThat(drifts(Deployed.account().stackSets(backup(current)).policies(excluded)))
                .hasSize(1);
    }

    private static Policies policies(List<String> units, List<AccountId> spared) {
        return new Policies(
                POLICIES.estate(),
                POLICIES.rules(),
                new Members(units, spared, POLICIES.members().roles()));
    }

    @Test
    void aRegionThatIsNotEnabledNeedsNoStack() {
        var off = new RegionView.NotEnabled(Sample.REGION);
        assertThat(drifts(stacked().region(off))).isEmpty();
        assertThat(drifts(stacked(instance("OUTDATED", "FAILED", Sample.NOW)).region(off)))
                .isEmpty();
    }

    /// The roles' stack stands in the home Region, which is not where the clusters are.
    @Test
    void theRolesStackIsTheAccounts() {
        var failed = instance(Sample.ACCOUNT, HOME, "OUTDATED", "FAILED", Sample.hoursAgo(3));
        var given =
                Deployed.account()
                        .stackSets(
                                Deployed.set(Members.ROLES_STACK_SET, failed),
                                backup(Deployed.current(POLICIES.estate(), false)));
        assertThat(given.gaps())
                .singleElement()
                .satisfies(gap ->
                        assertThat(gap.subject())
                                .isEqualTo(new Gap.Subject.OfAccount(Sample.account())));
    }

    /// Its reason says why the account cannot be read; that it is missing would say it twice.
    @Test
    void inAnAccountThatCannotBeReadOnlyAFailureIsTold() {
        var other = Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE");
        var dark = new AccountView.Unreadable(other, "AccessDenied");
        var theirs = instance(Sample.OTHER_ACCOUNT, HOME, "OUTDATED", "FAILED", Sample.hoursAgo(3));
        assertThat(kinds(Deployed.account().account(dark))).containsExactly("AccountUnreadable");
        var failed =
                Deployed.account()
                        .account(dark)
                        .stackSets(
                                Deployed.set(
                                        Members.ROLES_STACK_SET,
                                        Deployed.current(POLICIES.estate(), true),
                                        theirs),
                                backup(Deployed.current(POLICIES.estate(), false)));
        assertThat(kinds(failed)).containsExactly("AccountUnreadable", "DeploymentDrifted");
    }

    @Test
    void anAccountThatIsNotActiveIsNotExpectedToHaveStacks() {
        for (var state : List.of("SUSPENDED", "CLOSED")) {
            var ending = new AccountView.Inactive(Sample.account(Sample.OTHER_ACCOUNT, state));
            assertThat(drifts(Deployed.account().account(ending))).isEmpty();
        }
    }

    @Test
    void aStackSetThatCannotBeReadIsUnknownAndOneThatIsGoneIsTold() {
        var current = backup(Deployed.current(POLICIES.estate(), false));
        var shut = new StackSetView.Unreadable(Members.ROLES_STACK_SET, "AccessDenied: no");
        assertThat(Deployed.account().stackSets(shut, current).gaps())
                .containsExactly(
                        new Gap.StateUnknown(
                                new Gap.Subject.OfOrganization(),
                                "StackSet second-backup-member-roles",
                                "AccessDenied: no"));
        var gone = new StackSetView.Absent(Members.ROLES_STACK_SET);
        assertThat(Deployed.account().stackSets(gone, current).gaps())
                .singleElement()
                .isInstanceOf(Gap.DeploymentDrifted.class);
    }

    @Test
    void theManagementAccountIsReachedByHandAlone() {
        var management =
                new MemberAccount(
                        POLICIES.estate().managementAccount(),
                        "management",
                        "ACTIVE",
                        List.of("r-root"));
        var bare =
                new AccountView.Seen(
                        management,
                        Sample.NOW,
                        List.of(),
                        List.of(new RoleView.Absent(Deployed.ROLE)),
                        List.of());
        assertThat(drifts(Deployed.account().account(bare))).isEmpty();
        var half =
                new AccountView.Seen(
                        management,
                        Sample.NOW,
                        List.of(),
                        List.of(new RoleView.Absent(Deployed.ROLE), BACKUP),
                        List.of());
        assertThat(drifts(Deployed.account().account(half))).isNotEmpty();
    }
}
