package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.cloudformation.StackInstance;
import secondbackup.simulation.organizations.Organization.AccountState;

/// Accounts come, move and go, and enable Regions. All of it in one organization; each test has accounts of its own.
final class AccountsTest {
    private static final SmallOrganization LIVED = lived();
    private static final String PRODUCTS = "ou-root-products";
    private static final String PLATFORM = "ou-root-platform";
    private static final Duration OLD = Duration.ofDays(100);

    private static SmallOrganization lived() {
        var small = SmallOrganization.deployed();
        small.pass(Duration.ofHours(60));
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
        var ledger = LIVED.born(account, SmallWorld.IRELAND, "ledger", OLD);
        LIVED.pass(Duration.ofMinutes(11));
        assertThat(instances(account))
                .hasSize(3)
                .allMatch(each -> each.status() == StackInstance.Status.CURRENT);

        LIVED.nextReport();
        assertThat(LIVED.gaps(account)).doesNotContain("AccountUnreadable");
        assertThat(LIVED.gaps(ledger)).contains("NoCopy");

        LIVED.pass(Duration.ofDays(2));
        assertThat(LIVED.gaps(ledger)).isEmpty();
    }

    @Test
    void aClusterThatIsYoungerThanItsFirstCopyMayBeIsNoGap() {
        var account = "444444444423";
        LIVED.join(account, "fresh", PRODUCTS);
        var young = LIVED.born(account, SmallWorld.IRELAND, "young", Duration.ofMinutes(5));
        LIVED.nextReport();

        assertThat(LIVED.gaps(young)).isEmpty();
    }

    @Test
    void aMoveWithinOneTargetChangesNothing() {
        var before = instances(SmallWorld.SHOP);
        LIVED.world().organization().account(SmallWorld.SHOP).orElseThrow().parent = PLATFORM;
        LIVED.pass(Duration.ofHours(30));

        assertThat(instances(SmallWorld.SHOP)).isEqualTo(before);
        assertThat(LIVED.gaps(SmallWorld.ORDERS)).isEmpty();
    }

    @Test
    void aSuspendedAccountIsAGapAndSoIsAClosedOne() {
        var account = "444444444421";
        LIVED.join(account, "ends", PRODUCTS);
        LIVED.born(account, SmallWorld.IRELAND, "old", OLD);
        LIVED.pass(Duration.ofHours(50));
        assertThat(LIVED.gaps(account)).isEmpty();

        var ending = LIVED.world().organization().account(account).orElseThrow();
        ending.state = AccountState.SUSPENDED;
        LIVED.nextReport();
        assertThat(LIVED.gaps(account)).containsExactly("AccountUnreadable");
        assertThat(LIVED.gaps(SmallWorld.ORDERS)).isEmpty();

        ending.state = AccountState.CLOSED;
        LIVED.nextReport();
        assertThat(LIVED.gaps(account)).containsExactly("AccountUnreadable");
        assertThat(instances(account)).hasSize(3);
    }

    /// A service control policy keeps the accounts of some units out of it, so this one is of another.
    @Test
    void aClusterInARegionThatIsEnabledLaterIsAGapFromThenOn() {
        var account = "444444444422";
        LIVED.join(account, "wide", PLATFORM);
        var far = LIVED.born(account, "eu-south-1", "far", OLD);
        LIVED.nextReport();
        assertThat(LIVED.gaps(far)).isEmpty();

        LIVED.world()
                .organization()
                .account(account)
                .orElseThrow()
                .enabledRegions
                .add("eu-south-1");
        LIVED.nextReport();
        assertThat(LIVED.gaps(far)).containsExactly("RegionUncovered");
    }
}
