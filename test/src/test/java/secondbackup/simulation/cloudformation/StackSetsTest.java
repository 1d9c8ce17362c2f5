package secondbackup.simulation.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.cloudformation.StackInstance.Detail;
import secondbackup.simulation.cloudformation.StackInstance.Status;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.organizations.Organization.AccountState;

/// StackSets reach the accounts of their units, as they are when the StackSet is made or changed.
final class StackSetsTest {
    private static final String DENIES =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:CreateRole","Resource":"*"}]}\
            """;

    private final Company company = new Company();

    private Stack deploy(Company.Sketch sketch) {
        return company.deploy(sketch.as("Set"));
    }

    @Test
    void reachesEveryAccountOfItsUnitsAndOfUnitsBeneath() {
        company.organization.unit("ou-test-deepdeep", "Deep", Company.RED);
        var red = company.join(Company.RED);
        var deep = company.join("ou-test-deepdeep");
        var blue = company.join(Company.BLUE);

        var stack = deploy(Company.of("roles", Company.NAMED, Company.RED));

        assertThat(stack.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(company.has(red, "member")).isTrue();
        assertThat(company.has(deep, "member")).isTrue();
        assertThat(company.has(blue, "member")).isFalse();
        assertThat(company.set("roles").instances())
                .extracting(one -> one.account, StackInstance::status, StackInstance::detail)
                .containsExactly(
                        tuple(red, Status.CURRENT, Detail.SUCCEEDED),
                        tuple(deep, Status.CURRENT, Detail.SUCCEEDED));
    }

    @Test
    void neverReachesTheManagementAccount() {
        deploy(Company.of("roles", Company.NAMED, company.root));

        assertThat(company.has(SmallWorld.SHOP, "member")).isTrue();
        assertThat(company.has(SmallWorld.MANAGEMENT, "member")).isFalse();
    }

    @Test
    void accountsCanBeLeftOutOrChosen() {
        var one = company.join(Company.RED);
        var other = company.join(Company.RED);
        var blue = company.join(Company.BLUE);
        var filter =
                ",\"AccountFilterType\":\"%s\",\"Accounts\":[\"" + one + "\",\"" + blue + "\"]";

        for (var each : List.of("DIFFERENCE", "INTERSECTION", "UNION")) {
            deploy(Company.of("roles", Company.NAMED, Company.RED).only(filter.formatted(each)));

            assertThat(company.has(one, "member")).isEqualTo(!each.equals("DIFFERENCE"));
            assertThat(company.has(other, "member")).isEqualTo(!each.equals("INTERSECTION"));
            assertThat(company.has(blue, "member")).isEqualTo(each.equals("UNION"));
        }
    }

    @Test
    void reachesEveryRegion() {
        var account = company.join(Company.RED);

        deploy(Company.of("vaults", Company.SUFFIXED, Company.RED).in("eu-west-1", "eu-north-1"));

        assertThat(company.vaults(account, "eu-west-1")).isEqualTo(1);
        assertThat(company.vaults(account, "eu-north-1")).isEqualTo(1);
        assertThat(company.vaults(account, Company.REGION)).isZero();
    }

    @Test
    void needsTrustedAccess() {
        company.organization.stackSetsTrusted = false;

        var stack = deploy(Company.of("roles", Company.NAMED, Company.RED));

        assertThat(stack.status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(stack.reason()).contains("You must enable organizations access");
    }

    @Test
    void belongsToTheManagementAccount() {
        var stack =
                company.deploy(
                        SmallWorld.CONTROL,
                        Company.of("roles", Company.NAMED, Company.RED).as("Set"));

        assertThat(stack.reason()).contains("You must be the management account");
    }

    @Test
    void rolesNeedACapability() {
        var set =
                Company.of("roles", Company.NAMED, Company.RED)
                        .as("Set")
                        .replace("CAPABILITY_NAMED_IAM", "CAPABILITY_IAM");

        assertThat(company.deploy(set).reason())
                .contains("Requires capabilities : [CAPABILITY_NAMED_IAM]");
    }

    @Test
    void aTemplateOfMoreThan51200BytesIsRefused() {
        var tall = Office.role("member", ",\"Description\":\"" + "x".repeat(51_200) + "\"");

        assertThat(deploy(Company.of("roles", "\"Role\":" + tall, Company.RED)).reason())
                .contains("less than or equal to 51200");
    }

    @Test
    void aTemplateThatIsNotUnderstoodFailsBeforeItReachesAnAccount() {
        var stack =
                deploy(
                        Company.of(
                                "roles", "\"It\":{\"Type\":\"AWS::Nothing::AtAll\"}", Company.RED));

        assertThat(stack.reason())
                .contains("stack roles, resource It: resource type AWS::Nothing::AtAll is unknown");
    }

    @Test
    void actsAsTheExecutionRoleWhichServiceControlPoliciesBind() {
        var red = company.join(Company.RED);
        var blue = company.join(Company.BLUE);
        company.organization.policies.put(Company.RED, List.of(Organization.FULL_ACCESS, DENIES));

        var stack = deploy(Company.of("roles", Company.NAMED, Company.RED, Company.BLUE));

        assertThat(stack.status()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(company.has(red, "member")).isFalse();
        assertThat(company.has(blue, "member")).isTrue();
        var failed = company.set("roles").instance(red, Company.REGION).orElseThrow();
        assertThat(failed.detail()).isEqualTo(Detail.FAILED);
        assertThat(failed.reason())
                .contains(
                        ":assumed-role/stacksets-exec-",
                        "iam:CreateRole",
                        "service control policy");
    }

    @Test
    void withoutToleranceTheFirstFailureStopsTheRest() {
        var red = company.join(Company.RED);
        company.join(Company.BLUE);
        company.organization.policies.put(Company.RED, List.of(Organization.FULL_ACCESS, DENIES));

        var stack =
                deploy(Company.of("roles", Company.NAMED, Company.RED, Company.BLUE).tolerating(0));

        assertThat(stack.status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(stack.reason()).contains("failure tolerance exceeded by " + red);
        assertThat(company.of.cloudFormation().stackSets().all()).isEmpty();
    }

    @Test
    void anUpdateReachesAllAndRepairsWhatFailed() {
        var red = company.join(Company.RED);
        var blue = company.join(Company.BLUE);
        company.organization.policies.put(Company.RED, List.of(Organization.FULL_ACCESS, DENIES));
        deploy(Company.of("roles", Company.NAMED, company.root));
        company.organization.policies.put(Company.RED, List.of(Organization.FULL_ACCESS));
        company.later();
        assertThat(company.has(red, "member")).isFalse();

        var two = Company.NAMED + ",\"Second\":" + Office.role("second");
        var stack = deploy(Company.of("roles", two, company.root));

        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(company.has(red, "member")).isTrue();
        assertThat(company.has(red, "second")).isTrue();
        assertThat(company.has(blue, "second")).isTrue();
    }

    @Test
    void unitsThatLeaveTheStackSetLoseTheirStacks() {
        var red = company.join(Company.RED);
        var blue = company.join(Company.BLUE);
        deploy(Company.of("roles", Company.NAMED, Company.RED, Company.BLUE));

        deploy(Company.of("roles", Company.NAMED, Company.RED));

        assertThat(company.has(red, "member")).isTrue();
        assertThat(company.has(blue, "member")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountState.class,
            names = {"SUSPENDED", "CLOSED"})
    void suspendedAndClosedAccountsAreSkipped(AccountState state) {
        var account = company.join(Company.RED);
        company.state(account, state);

        deploy(Company.of("roles", Company.NAMED, Company.RED));

        assertThat(company.has(account, "member")).isFalse();
        assertThat(company.set("roles").instance(account, Company.REGION).orElseThrow().detail())
                .isEqualTo(Detail.SKIPPED_SUSPENDED_ACCOUNT);
    }

    @Test
    void aRegionMustBeEnabledInTheAccountAndInTheManagementAccount() {
        var account = company.join(Company.RED);
        var set = Company.of("vaults", Company.SUFFIXED, Company.RED).in("eu-south-1", "eu-west-1");
        company.account(account).enabledRegions.add("eu-south-1");

        deploy(set);
        var instance = company.set("vaults").instance(account, "eu-south-1").orElseThrow();
        assertThat(instance.reason()).contains("Region eu-south-1 is not enabled");
        assertThat(company.vaults(account, "eu-west-1")).isEqualTo(1);

        company.account(SmallWorld.MANAGEMENT).enabledRegions.add("eu-south-1");
        company.later();
        assertThat(company.vaults(account, "eu-south-1")).isZero();

        deploy(set.with(",\"Description\":\"once more\""));
        assertThat(company.vaults(account, "eu-south-1")).isEqualTo(1);
    }

    @Test
    void deletingTheStackDeletesTheStackSetAndItsStacks() {
        var account = company.join(Company.RED);
        var stack = deploy(Company.of("roles", Company.NAMED, Company.RED));

        company.of
                .cloudFormation()
                .deployments()
                .delete(new Principal.Administrator(SmallWorld.MANAGEMENT), stack);

        assertThat(stack.status()).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(company.has(account, "member")).isFalse();
        assertThat(company.of.cloudFormation().stackSets().all()).isEmpty();
    }

    @Test
    void reaches120Accounts() {
        var accounts = company.join(Company.RED, 120);

        deploy(Company.of("vaults", Company.SUFFIXED, Company.RED).in("eu-west-1", "eu-north-1"));

        assertThat(company.set("vaults").instances())
                .hasSize(240)
                .allMatch(one -> one.status() == Status.CURRENT);
        assertThat(accounts).allMatch(account -> company.vaults(account, "eu-west-1") == 1);
        assertThat(
                        company.set("vaults").instances().stream()
                                .map(one -> one.stack().orElseThrow().id)
                                .distinct())
                .hasSize(240);
    }
}
