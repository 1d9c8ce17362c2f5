package secondbackup.simulation.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.sts.StsWorld.AWAY;
import static secondbackup.simulation.sts.StsWorld.HOME;
import static secondbackup.simulation.sts.StsWorld.MANAGEMENT;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.organizations.Organization.AccountState;
import secondbackup.simulation.sts.StsWorld;
import secondbackup.simulation.world.SimulatedOrganization;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.OrganizationsException;

/// How accounts leave, are taken out, are moved and are closed: who may, in which order, and what holds afterwards.
class LeavingOperationsTest {
    private static final String NOBODY_LEAVES =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Deny",
             "Action":"organizations:LeaveOrganization","Resource":"*"}}\
            """;
    private static final String EVERYTHING =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}\
            """;

    private final StsWorld world = new StsWorld();
    private final OrganizationsClient management = client(MANAGEMENT);

    private OrganizationsClient client(String key) {
        return world.client(OrganizationsClient.builder(), key, "eu-west-1");
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OrganizationsException.class,
                        error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    @Test
    void whoLeavesIsOnItsOwnAndBoundByNothing() {
        client(HOME).leaveOrganization();

        assertThat(world.organization.account(HOME)).isEmpty();
        refused(() -> client(HOME).describeOrganization(), "AWSOrganizationsNotInUseException");
        refused(() -> client(HOME).leaveOrganization(), "AWSOrganizationsNotInUseException");
        refused(
                () -> management.removeAccountFromOrganization(asked -> asked.accountId(HOME)),
                "AccountNotFoundException");
    }

    @Test
    void aServiceControlPolicyKeepsAnAccountUntilItIsDetached() {
        world.organization.policies.put("ou-root-apps", List.of(EVERYTHING, NOBODY_LEAVES));

        assertThatThrownBy(() -> client(HOME).leaveOrganization())
                .hasMessageContaining("explicit deny in a service control policy");
        client(AWAY).leaveOrganization();
        assertThat(world.organization.account(HOME)).isPresent();

        world.organization.policies.put("ou-root-apps", List.of(EVERYTHING));
        client(HOME).leaveOrganization();
        assertThat(world.organization.account(HOME)).isEmpty();
    }

    @Test
    void theManagementAccountCanNeitherLeaveNorTakeItselfOutNorCloseItself() {
        refused(management::leaveOrganization, "MasterCannotLeaveOrganizationException");
        refused(
                () ->
                        management.removeAccountFromOrganization(
                                asked -> asked.accountId(MANAGEMENT)),
                "MasterCannotLeaveOrganizationException");
        refused(
                () -> management.closeAccount(asked -> asked.accountId(MANAGEMENT)),
                "ConstraintViolationException");
        assertThat(world.organization.accounts).hasSize(3);
    }

    @Test
    void membersCannotTakeOutMoveOrCloseAnybody() {
        var member = client(HOME);

        refused(
                () -> member.removeAccountFromOrganization(asked -> asked.accountId(AWAY)),
                "AccessDeniedException");
        refused(() -> member.closeAccount(asked -> asked.accountId(HOME)), "AccessDeniedException");
        refused(
                () ->
                        member.moveAccount(asked ->
                                asked.accountId(HOME)
                                        .sourceParentId("ou-root-apps")
                                        .destinationParentId("r-root")),
                "AccessDeniedException");
    }

    @Test
    void namesAnAccountThatIsNotThere() {
        var nobody = "000011112222";
        refused(
                () -> management.removeAccountFromOrganization(asked -> asked.accountId(nobody)),
                "AccountNotFoundException");
        refused(
                () -> management.closeAccount(asked -> asked.accountId(nobody)),
                "AccountNotFoundException");
    }

    @Test
    void movesAnAccountFromWhereItIsToWhereSomethingIs() {
        refused(() -> move("r-root", "ou-root-apps"), "SourceParentNotFoundException");
        refused(() -> move("ou-root-apps", "ou-root-gone"), "DestinationParentNotFoundException");

        move("ou-root-apps", "r-root");

        assertThat(world.organization.account(HOME).orElseThrow().parent).isEqualTo("r-root");
        refused(() -> move("ou-root-apps", "r-root"), "SourceParentNotFoundException");
    }

    private void move(String from, String to) {
        management.moveAccount(
                asked -> asked.accountId(HOME).sourceParentId(from).destinationParentId(to));
    }

    private static List<String> listed(OrganizationsClient owner) {
        return owner.listAccountsPaginator().stream()
                .flatMap(page -> page.accounts().stream())
                .map(Account::id)
                .toList();
    }

    /// It takes an hour, and for ninety days it can be taken back.
    @Test
    void aClosedAccountIsListedForNinetyDaysWithWhatIsInItAndThenGone() {
        var whole = SimulatedOrganization.of(SmallWorld.world(), 1);
        var shop = whole.organization().account(SmallWorld.SHOP).orElseThrow();
        var owner =
                OrganizationsClient.builder()
                        .httpClient(whole.httpClient())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                () -> AwsBasicCredentials.create(SmallWorld.MANAGEMENT, "secret"))
                        .build();

        owner.closeAccount(asked -> asked.accountId(SmallWorld.SHOP));
        assertThat(shop.state).isEqualTo(AccountState.PENDING_CLOSURE);
        refused(
                () -> owner.closeAccount(asked -> asked.accountId(SmallWorld.SHOP)),
                "AccountAlreadyClosedException");

        whole.advance(Duration.ofMinutes(59));
        assertThat(shop.state).isEqualTo(AccountState.PENDING_CLOSURE);
        whole.advance(Duration.ofMinutes(1));
        assertThat(shop.state).isEqualTo(AccountState.CLOSED);
        assertThat(whole.clusters().in(SmallWorld.SHOP, SmallWorld.IRELAND)).isNotEmpty();

        whole.advance(Duration.ofDays(90).minusHours(1).minusSeconds(1));
        assertThat(listed(owner)).contains(SmallWorld.SHOP);
        whole.advance(Duration.ofSeconds(1));
        assertThat(listed(owner)).doesNotContain(SmallWorld.SHOP).contains(SmallWorld.MANAGEMENT);
        assertThat(whole.clusters().in(SmallWorld.SHOP, SmallWorld.IRELAND)).isEmpty();
    }
}
