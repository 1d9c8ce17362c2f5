package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.cloudformation.StackInstance;
import secondbackup.simulation.organizations.Organization.AccountState;

/// Accounts come, move and go. All of it in one organization; each test has accounts of its own.
final class AccountsTest {
    private static final SmallOrganization LIVED = lived();
    private static final String PRODUCTS = "ou-root-products";
    private static final String PLATFORM = "ou-root-platform";

    private static SmallOrganization lived() {
        var small = SmallOrganization.deployed();
        small.pass(Duration.ofHours(30));
        return small;
    }

    private static List<StackInstance> instances(String account) {
        return LIVED.world().cloudFormation().stackSets().all().stream()
                .flatMap(set -> set.instances().stream())
                .filter(instance -> instance.account.equals(account))
                .toList();
    }

    @Test
    void anAccountThatJoinsIsReachedAndIsAGapUntilItsFirstCopyHasCome() {
        var account = "444444444420";
        LIVED.join(account, "born", PRODUCTS);
        var ledger = LIVED.born(account, SmallWorld.IRELAND, "ledger", Duration.ofDays(100));
        LIVED.pass(Duration.ofMinutes(11));
        assertThat(instances(account))
                .hasSize(3)
                .allMatch(each -> each.status() == StackInstance.Status.CURRENT);

        LIVED.nextReport();
        System.out.println("BORN " + LIVED.gaps());
        LIVED.pass(Duration.ofHours(48));
        System.out.println("BORN2 " + LIVED.gaps());
        assertThat(LIVED.gaps(ledger)).isEmpty();
    }

    @Test
    void aMoveWithinOneTargetChangesNothing() {
        var before = instances(SmallWorld.SHOP);
        LIVED.world().organization().account(SmallWorld.SHOP).orElseThrow().parent = PLATFORM;
        LIVED.pass(Duration.ofHours(30));
        System.out.println("MOVED " + LIVED.gaps());
        assertThat(instances(SmallWorld.SHOP)).isEqualTo(before);
    }

    @Test
    void aSuspendedAccountIsAGapAndAClosedOneIsNone() {
        var account = "444444444421";
        LIVED.join(account, "ends", PRODUCTS);
        LIVED.born(account, SmallWorld.IRELAND, "old", Duration.ofDays(100));
        LIVED.pass(Duration.ofHours(50));
        System.out.println("ALIVE " + LIVED.gaps());
        var closing = LIVED.world().organization().account(account).orElseThrow();
        closing.state = AccountState.SUSPENDED;
        LIVED.nextReport();
        System.out.println("SUSP " + LIVED.gaps() + instances(account));
        closing.state = AccountState.CLOSED;
        LIVED.nextReport();
        System.out.println("CLOSED " + LIVED.gaps() + instances(account));
    }

    @Test
    void aRegionThatIsEnabledLaterIsSeenFromThenOn() {
        var account = "444444444422";
        LIVED.join(account, "wide", PLATFORM);
        LIVED.born(account, "eu-south-1", "far", Duration.ofDays(100));
        LIVED.nextReport();
        System.out.println("REG " + LIVED.gaps());
        LIVED.world()
                .organization()
                .account(account)
                .orElseThrow()
                .enabledRegions
                .add("eu-south-1");
        LIVED.nextReport();
        System.out.println("REG2 " + LIVED.gaps());
    }
}
