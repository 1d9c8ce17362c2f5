package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.Deployed;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.gap.Gap;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.StackSetView;
import secondbackup.inventory.VaultAccount;
import secondbackup.policy.Members;
import secondbackup.report.BlindCases.Case;
import secondbackup.report.Report.GapLine;

/// What nobody looked at is not over; what was looked at and is well is not hidden.
class BlindSpotsTest {
    private static final Cluster ORDERS = Sample.cluster("orders");

    static List<Case> cases() {
        return BlindCases.all();
    }

    @Test
    void knowsWhatEachKindHangsOn() {
        assertThat(cases().stream().map(Case::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Gap.class.getPermittedSubclasses())
                                .map(Class::getSimpleName)
                                .toList());
        assertThat(cases().stream().filter(one -> one.dark().isEmpty()).map(Case::kind))
                .as("what every sweep sees, since it is about the sweep")
                .containsExactly("SweepStale");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hidesWhatNobodyLookedAt(Case one) {
        var before = report(one.loud());
        for (var dark : one.dark()) {
            var after = dark.report(Optional.of(before));
            var changes = Changes.of(after, Optional.of(before));

            assertThat(keys(one, after.hidden().stream()))
                    .as("%s: %s", one, dark.how())
                    .containsAll(keys(one, before.gaps().stream()));
            assertThat(
                            keys(
                                    one,
                                    Stream.concat(
                                            changes.resolved().stream(), changes.gone().stream())))
                    .as("%s: %s", one, dark.how())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hidesNothingThatWasSeenToBeOver(Case one) {
        var before = report(one.loud());
        var after = Looked.at("well", one.well()).report(Optional.of(before));

        assertThat(keys(one, before.gaps().stream())).as(one.kind()).isNotEmpty();
        assertThat(keys(one, Stream.concat(after.gaps().stream(), after.hidden().stream())))
                .as(one.kind())
                .isEmpty();
    }

    /// Who can act in the vault's account is read without the organization's list.
    @Test
    void callsOverWhatWasSeenInTheVaultsAccountThoughNothingWasListed() {
        var root = new VaultAccount.Root(true, true, true);
        var account = Sample.VAULT_ACCOUNT;
        var seen = new VaultAccount.Seen(account, Sample.NOW, root, List.of(), List.of());
        var before = report(Given.protectedCluster(ORDERS).vaultAccounts(seen));

        var after = Looked.unlisted().report(Optional.of(before));

        assertThat(Changes.of(after, Optional.of(before)).resolved())
                .extracting(GapLine::kind)
                .containsExactly("VaultAccountExposed");
    }

    /// A StackSet that is gone is missed where something of ours was deployed, and nobody saw whether.
    @Test
    void hidesAStackSetThatIsGoneWhereNoAccountTellsWhetherItIsMissed() {
        var absent = new StackSetView.Absent(Members.ROLES_STACK_SET);
        var before = report(Deployed.account().stackSets(absent));
        var dark =
                Deployed.account()
                        .stackSets(absent)
                        .account(new AccountView.Unreadable(Sample.account(), "AccessDenied"));

        var after = Looked.at("account unread", dark).report(Optional.of(before));

        assertThat(after.hidden()).extracting(GapLine::kind).contains("DeploymentDrifted");
        assertThat(after.gaps()).extracting(GapLine::kind).doesNotContain("DeploymentDrifted");
    }

    /// So many minutes after the gap was found the data of the newest copy was taken.
    @ParameterizedTest
    @CsvSource({"-1, true", "0, true", "1, false"})
    void takesACopyThatCameSinceForProofOfAKeyThatNobodyCanRead(long minutes, boolean hidden) {
        var disabled =
                new KeyView.Read(Sample.KEY, "CUSTOMER", "Disabled", KeyView.Admission.ADMITS);
        var before = report(Given.protectedCluster(ORDERS).key(disabled));
        var at = Sample.NOW.plus(Duration.ofMinutes(minutes));
        var dark =
                Given.cluster(ORDERS)
                        .key(new KeyView.Unreadable(Sample.KEY, "AccessDenied"))
                        .point(Sample.point(ORDERS, at))
                        .copy(Sample.copy(ORDERS, at));

        var after = Looked.at("key unread", dark).report(Optional.of(before));

        assertThat(before.gaps()).extracting(GapLine::kind).containsExactly("KeyNotShareable");
        assertThat(after.hidden()).hasSize(hidden ? 1 : 0);
    }

    private static Report report(Given given) {
        return Looked.at("before", given).report(Optional.empty());
    }

    private static List<String> keys(Case one, Stream<GapLine> lines) {
        return lines.filter(line -> line.kind().equals(one.kind())).map(GapLine::key).toList();
    }
}
