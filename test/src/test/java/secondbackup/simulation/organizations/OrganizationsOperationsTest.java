package secondbackup.simulation.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.sts.StsWorld.AWAY;
import static secondbackup.simulation.sts.StsWorld.HOME;
import static secondbackup.simulation.sts.StsWorld.MANAGEMENT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.simulation.sts.StsWorld;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountState;
import software.amazon.awssdk.services.organizations.model.AccountStatus;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;
import software.amazon.awssdk.services.organizations.model.InvalidInputException;
import software.amazon.awssdk.services.organizations.model.ListAccountsRequest;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationsException;
import software.amazon.awssdk.services.organizations.model.ParentType;
import software.amazon.awssdk.services.organizations.model.PolicyType;
import software.amazon.awssdk.services.organizations.model.ResourcePolicyNotFoundException;

class OrganizationsOperationsTest {
    private static final String DELEGATION =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
             "Principal":{"AWS":"arn:aws:iam::111111111111:root"},
             "Action":["organizations:ListAccounts"],"Resource":"*"}]}
            """;

    private final StsWorld world = quiet();
    private final OrganizationsClient management = client(world, MANAGEMENT);

    private static StsWorld quiet() {
        var world = new StsWorld();
        world.organization.emptyPageShare = 0;
        return world;
    }

    private static OrganizationsClient client(StsWorld world, String key) {
        return world.client(OrganizationsClient.builder(), key, "eu-west-1");
    }

    private void grow(int accounts) {
        for (var number = world.organization.accounts.size(); number < accounts; number++) {
            var id = "%012d".formatted(500_000_000_000L + number);
            world.organization.join(id, "app-" + number, "r-root", world.time.instant());
        }
    }

    private static List<ListAccountsResponse> pages(OrganizationsClient client) {
        var pages = new ArrayList<ListAccountsResponse>();
        pages.add(client.listAccounts());
        while (pages.getLast().nextToken() != null) {
            var next = ListAccountsRequest.builder().nextToken(pages.getLast().nextToken()).build();
            pages.add(client.listAccounts(next));
        }
        return pages;
    }

    private static void denied(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OrganizationsException.class,
                        error -> {
                            assertThat(error.awsErrorDetails().errorCode())
                                    .isEqualTo("AccessDeniedException");
                            assertThat(error.awsErrorDetails().errorMessage())
                                    .isEqualTo(
                                            "You don't have permissions to access this resource.");
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 19, 20})
    void twentyAccountsFitOnOnePage(int accounts) {
        grow(accounts);
        var pages = pages(management);
        assertThat(pages).hasSize(1);
        assertThat(pages.getFirst().accounts()).hasSize(accounts);
    }

    @Test
    void theTwentyFirstAccountIsOnASecondPage() {
        grow(21);
        assertThat(pages(management))
                .extracting(page -> page.accounts().size())
                .containsExactly(20, 1);
    }

    @Test
    void emptyPagesHaveATokenAndHideNothing() {
        grow(41);
        world.organization.emptyPageShare = 1;
        var pages = pages(management);
        assertThat(pages)
                .extracting(page -> page.accounts().size())
                .containsExactly(0, 20, 0, 20, 0, 1);
        assertThat(
                        pages.stream()
                                .flatMap(page -> page.accounts().stream())
                                .map(Account::id)
                                .distinct())
                .hasSize(41);
    }

    @Test
    void someListingsHaveEmptyPagesByChance() {
        world.organization.emptyPageShare = 0.1;
        var empty = 0;
        for (var minute = 0; minute < 200; minute++) {
            world.time.advance(Duration.ofMinutes(1));
            empty += pages(management).size() - 1;
        }
        assertThat(empty).isBetween(5, 40);
    }

    @Test
    void listingNoAccountsEndsAtOnce() {
        var answer = management.listAccountsForParent(q -> q.parentId("ou-root-apps"));
        assertThat(answer.accounts()).hasSize(1);
        world.organization.unit("ou-root-none", "None", "r-root");
        var none = management.listAccountsForParent(q -> q.parentId("ou-root-none"));
        assertThat(none.accounts()).isEmpty();
        assertThat(none.nextToken()).isNull();
    }

    @Test
    void refusesStrangeTokensAndSizes() {
        assertThatThrownBy(() -> management.listAccounts(q -> q.nextToken("bm9uZQ")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> management.listAccounts(q -> q.maxResults(21)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(management.listAccounts(q -> q.maxResults(1)).accounts()).hasSize(1);
    }

    @Test
    void showsStateAndUntilItsRetirementStatus() {
        var late = management.describeAccount(q -> q.accountId(HOME)).account();
        assertThat(late.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(late.status()).isNull();
        var earlier = new StsWorld(Instant.parse("2026-09-08T23:59:59Z"));
        earlier.organization.account(HOME).orElseThrow().state = Organization.AccountState.CLOSED;
        var early = client(earlier, MANAGEMENT).describeAccount(q -> q.accountId(HOME)).account();
        assertThat(early.state()).isEqualTo(AccountState.CLOSED);
        assertThat(early.status()).isEqualTo(AccountStatus.SUSPENDED);
        earlier.time.advance(Duration.ofSeconds(1));
        assertThat(
                        client(earlier, MANAGEMENT)
                                .describeAccount(q -> q.accountId(HOME))
                                .account()
                                .status())
                .isNull();
    }

    @Test
    void membersMayNotListUnlessTheDelegationPolicyAdmitsThem() {
        denied(() -> client(world, HOME).listAccounts());
        world.organization.delegationPolicy = DELEGATION;
        assertThat(client(world, HOME).listAccounts().accounts()).hasSize(3);
        denied(() -> client(world, AWAY).listAccounts());
        denied(() -> client(world, HOME).listRoots());
    }

    @Test
    void delegateNeedsItsOwnPolicyToo() {
        world.organization.delegationPolicy = DELEGATION;
        world.role(HOME, "sweep", "{\"Service\":\"lambda.amazonaws.com\"}", "backup:*");
        var sweep = client(world, world.sessions.openSession(HOME, "sweep"));
        assertThatThrownBy(sweep::listAccounts)
                .hasMessageContaining(
                        "because no identity-based policy allows the organizations:ListAccounts"
                                + " action");
    }

    @Test
    void accountThatHasLeftIsInNoOrganization() {
        world.organization.leave(AWAY);
        assertThatThrownBy(() -> client(world, AWAY).describeOrganization())
                .isInstanceOf(AwsOrganizationsNotInUseException.class)
                .hasMessageContaining("Your account is not a member of an organization.");
        assertThat(management.listAccounts().accounts()).hasSize(2);
    }

    @Test
    void anyMemberMayDescribeTheOrganization() {
        var shown = client(world, AWAY).describeOrganization().organization();
        assertThat(shown.id()).isEqualTo("o-exampleorgid");
        assertThat(shown.masterAccountId()).isEqualTo(MANAGEMENT);
        assertThat(shown.arn())
                .isEqualTo("arn:aws:organizations::999999999999:organization/o-exampleorgid");
    }

    @Test
    void walksTheTree() {
        assertThat(management.listRoots().roots().getFirst().id()).isEqualTo("r-root");
        var units = management.listOrganizationalUnitsForParent(q -> q.parentId("r-root"));
        assertThat(units.organizationalUnits().getFirst().arn())
                .isEqualTo("arn:aws:organizations::999999999999:ou/o-exampleorgid/ou-root-apps");
        var parent = management.listParents(q -> q.childId(HOME)).parents().getFirst();
        assertThat(parent.id()).isEqualTo("ou-root-apps");
        assertThat(parent.type()).isEqualTo(ParentType.ORGANIZATIONAL_UNIT);
        assertThat(
                        management
                                .listParents(q -> q.childId("ou-root-apps"))
                                .parents()
                                .getFirst()
                                .type())
                .isEqualTo(ParentType.ROOT);
    }

    @Test
    void showsServiceControlPoliciesOfEachTarget() {
        var deny = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";
        world.organization.policies.put(HOME, List.of(Organization.FULL_ACCESS, deny));
        var listed =
                management
                        .listPoliciesForTarget(
                                q -> q.targetId(HOME).filter(PolicyType.SERVICE_CONTROL_POLICY))
                        .policies();
        assertThat(listed).hasSize(2);
        assertThat(listed.getFirst().id()).isEqualTo("p-FullAWSAccess");
        assertThat(
                        management
                                .describePolicy(q -> q.policyId(listed.getLast().id()))
                                .policy()
                                .content())
                .isEqualTo(deny);
    }

    @Test
    void showsTheDelegationPolicy() {
        assertThatThrownBy(() -> management.describeResourcePolicy(_ -> {}))
                .isInstanceOf(ResourcePolicyNotFoundException.class);
        world.organization.delegationPolicy = DELEGATION;
        assertThat(management.describeResourcePolicy(_ -> {}).resourcePolicy().content())
                .isEqualTo(DELEGATION);
    }
}
