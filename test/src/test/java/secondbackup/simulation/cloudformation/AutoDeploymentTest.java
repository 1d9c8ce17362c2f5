package secondbackup.simulation.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.cloudformation.StackInstance.Detail;
import secondbackup.simulation.cloudformation.StackInstance.Status;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.organizations.Organization.AccountState;

/// Accounts come, move and go, and StackSets follow them after a while.
final class AutoDeploymentTest {
    private final Company company = new Company();

    private static Company.Sketch roles(String... units) {
        return Company.of("roles", Company.NAMED, units);
    }

    private static Company.Sketch vaults(String... units) {
        return Company.of("vaults", Company.SUFFIXED, units);
    }

    @Test
    void aNewAccountGetsItsStackAfterAWhile() {
        company.deploy(roles(Company.RED).as("Set"));
        var born = company.join(Company.RED);

        company.of.advance(Duration.ofSeconds(1));
        assertThat(company.has(born, "member")).isFalse();

        company.of.advance(Duration.ofMinutes(10));
        assertThat(company.has(born, "member")).isTrue();
    }

    @Test
    void nobodyIsFollowedUnlessThatIsAskedFor() {
        company.deploy(roles(Company.RED).following(false, false).as("Set"));
        var born = company.join(Company.RED);

        company.later();

        assertThat(company.has(born, "member")).isFalse();
    }

    @Test
    void anAccountOfAnotherUnitIsLeftAlone() {
        company.deploy(roles(Company.RED).as("Set"));
        var born = company.join(Company.BLUE);

        company.later();

        assertThat(company.has(born, "member")).isFalse();
    }

    @Test
    void anAccountWaitsUntilItIsActive() {
        company.deploy(roles(Company.RED).as("Set"));
        var born = company.join(Company.RED);
        company.state(born, AccountState.PENDING_ACTIVATION);
        company.later();
        assertThat(company.has(born, "member")).isFalse();

        company.state(born, AccountState.ACTIVE);
        company.later();
        assertThat(company.has(born, "member")).isTrue();
    }

    @Test
    void aFailureIsNotTriedAgainUntilTheNextUpdate() {
        company.deploy(roles(Company.RED).as("Set"));
        var born = company.join(Company.RED);
        company.organization.policies.put(Company.RED, List.of(Organization.FULL_ACCESS, DENIES));
        company.later();
        company.organization.policies.put(Company.RED, List.of(Organization.FULL_ACCESS));
        company.later();

        assertThat(company.has(born, "member")).isFalse();
        assertThat(company.set("roles").instance(born, Company.REGION).orElseThrow().detail())
                .isEqualTo(Detail.FAILED);
    }

    private static final String DENIES =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:CreateRole","Resource":"*"}]}\
            """;

    @Test
    void anAccountThatLeavesKeepsItsStackWhereStacksAreRetained() {
        var account = company.join(Company.RED);
        company.deploy(roles(Company.RED).as("Set"));
        company.organization.leave(account);

        company.later();

        assertThat(company.has(account, "member")).isTrue();
        assertThat(company.set("roles").instances()).isEmpty();
        assertThat(company.of.cloudFormation().deployments().all())
                .anyMatch(stack -> stack.account.equals(account));
    }

    @Test
    void anAccountThatMovesAwayLosesItsStackWhereStacksAreNotRetained() {
        var account = company.join(Company.RED);
        company.deploy(roles(Company.RED).following(true, false).as("Set"));
        company.move(account, Company.BLUE);

        company.later();

        assertThat(company.has(account, "member")).isFalse();
        assertThat(company.set("roles").instances()).isEmpty();
    }

    /// A move between two targets gives the account up and takes it again: the retained stack still has the names.
    @Test
    void namesAreTakenAfterAMoveBetweenTwoTargets() {
        var account = company.join(Company.RED);
        company.deploy(roles(Company.RED, Company.BLUE).as("Set"));
        company.move(account, Company.BLUE);

        company.later();

        var instance = company.set("roles").instance(account, Company.REGION).orElseThrow();
        assertThat(instance.unit).isEqualTo(Company.BLUE);
        assertThat(instance.status()).isEqualTo(Status.OUTDATED);
        assertThat(instance.reason()).contains("Role with name member already exists");
        assertThat(company.has(account, "member")).isTrue();
    }

    @Test
    void namesWithASuffixOfTheStackAreFreeAfterAMove() {
        var account = company.join(Company.RED);
        company.deploy(vaults(Company.RED, Company.BLUE).as("Set"));
        company.move(account, Company.BLUE);

        company.later();

        assertThat(company.set("vaults").instance(account, Company.REGION).orElseThrow().status())
                .isEqualTo(Status.CURRENT);
        assertThat(company.vaults(account, Company.REGION)).isEqualTo(2);
    }

    @Test
    void aMoveWithinOneTargetChangesNothing() {
        var account = company.join(Company.RED);
        company.deploy(roles(company.root).as("Set"));
        company.move(account, Company.BLUE);

        company.later();

        assertThat(company.set("roles").instance(account, Company.REGION).orElseThrow().status())
                .isEqualTo(Status.CURRENT);
    }

    @Test
    void suspendedAndClosedAccountsKeepWhatTheyHave() {
        var suspended = company.join(Company.RED);
        var closed = company.join(Company.RED);
        company.deploy(roles(Company.RED).as("Set"));
        company.state(suspended, AccountState.SUSPENDED);
        company.state(closed, AccountState.CLOSED);

        company.later();

        assertThat(company.set("roles").instances())
                .hasSize(2)
                .allMatch(one -> one.status() == Status.CURRENT);
        assertThat(company.has(closed, "member")).isTrue();
    }

    @Test
    void anAccountThatIsNoMoreIsInNobodysWay() {
        var ended = company.join(Company.RED);
        company.deploy(roles(Company.RED).as("Set"));
        company.organization.forget(ended);
        var joined = company.join(Company.RED);

        company.later();

        assertThat(company.set("roles").instance(joined, Company.REGION).orElseThrow().status())
                .isEqualTo(Status.CURRENT);
        assertThat(company.set("roles").instance(ended, Company.REGION)).isEmpty();
    }

    private static final String INTO_FIRST =
            "\"Policy\":{\"Type\":\"AWS::IAM::Policy\",\"Properties\":{\"PolicyName\":\"more\",\"Roles\":"
                    + "[\"first\"],\"PolicyDocument\":"
                    + Office.ALLOWS
                    + "}}";

    private static String first() {
        return Company.of("b-first", "\"Role\":" + Office.role("first"), Company.RED).as("First");
    }

    private static String second() {
        return Company.of("a-second", INTO_FIRST, Company.RED).as("Second");
    }

    /// The policy of the second goes into the role of the first, whose name comes later in the alphabet.
    @Test
    void whatDependsOnAnotherStackSetComesAfterIt() {
        var named =
                "{\"Fn::Sub\":\"arn:aws:cloudformation:${AWS::Region}:${AWS::AccountId}:stackset/${First}\"}";
        var depending =
                second().replace(
                                "\"AutoDeployment\":{",
                                "\"AutoDeployment\":{\"DependsOn\":[" + named + "],");
        company.deploy(first() + "," + depending);
        var born = company.join(Company.RED);

        company.later();

        assertThat(company.set("a-second").instance(born, Company.REGION).orElseThrow().status())
                .isEqualTo(Status.CURRENT);
    }

    @Test
    void whatDoesNotSayThatItDependsComesAsItMay() {
        company.deploy(first() + "," + second());
        var born = company.join(Company.RED);

        company.later();

        assertThat(company.set("a-second").instance(born, Company.REGION).orElseThrow().reason())
                .contains("The role with name first cannot be found");
    }

    @Test
    void aHundredAccountsBornTogetherAreAllReached() {
        company.deploy(roles(Company.RED).as("Set"));
        var born = company.join(Company.RED, 100);

        company.later();

        assertThat(born).allMatch(account -> company.has(account, "member"));
    }
}
