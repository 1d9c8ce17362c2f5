package secondbackup.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.RECOVERY_VAULT;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.SampleEstates;
import secondbackup.gap.Gap;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.RecoveryView;
import secondbackup.inventory.Setup;
import secondbackup.verify.Verdict.Standing;

/// A copy that is held can still be of no use where it is brought back to.
class RestoreCheckerTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final Setup.Quota ROOM = new Setup.Quota(3, 40);

    @Test
    void isSilentWhereAllIsThere() {
        assertThat(check(new RecoveryView.Seen(Optional.of("Enabled"), 2, ROOM))).isEmpty();
    }

    @Test
    void missesTheVaultThatReceivesCopies() {
        assertThat(check(new RecoveryView.Seen(Optional.empty(), 3, ROOM)))
                .containsExactly(new RestoreDoubt.NoVault(RECOVERY_VAULT));
    }

    @Test
    void missesItsKey() {
        assertThat(check(new RecoveryView.Seen(Optional.of("PendingDeletion"), 3, ROOM)))
                .containsExactly(new RestoreDoubt.KeyNotEnabled(RECOVERY_VAULT, "PendingDeletion"));
    }

    @Test
    void asksForTwoZones() {
        assertThat(zones(0)).containsExactly(new RestoreDoubt.TooFewZones(RECOVERY_VAULT, 0));
        assertThat(zones(1)).containsExactly(new RestoreDoubt.TooFewZones(RECOVERY_VAULT, 1));
        assertThat(zones(2)).isEmpty();
    }

    @Test
    void asksForRoomForOneCluster() {
        assertThat(room(39, 40)).isEmpty();
        assertThat(room(40, 40)).containsExactly(new RestoreDoubt.NoRoom(RECOVERY_VAULT, 40, 40));
        assertThat(room(41, 40)).containsExactly(new RestoreDoubt.NoRoom(RECOVERY_VAULT, 41, 40));
    }

    @Test
    void saysAllAtOnce() {
        var bare = new RecoveryView.Seen(Optional.empty(), 0, new Setup.Quota(0, 0));

        assertThat(check(bare)).hasSize(3);
    }

    @Test
    void whatCouldNotBeReadIsNotFine() {
        var given = given().recovery(new RecoveryView.Unreadable("AccessDenied"));

        assertThat(given.verdict().rung()).isEqualTo(Rung.HELD);
        assertThat(given.verdict().standing()).isEqualTo(Standing.PROTECTED);
        assertThat(given.gaps())
                .containsExactly(
                        new Gap.StateUnknown(
                                new Gap.Subject.OfRegion(Sample.account(), Sample.VAULT_REGION),
                                "whether a copy could be restored",
                                "AccessDenied"));
    }

    @Test
    void accountThatCouldNotBeReadIsNotFineEither() {
        var unread = new AccountView.Unreadable(Sample.account(), "AccessDenied");
        var inactive = new AccountView.Inactive(Sample.account(Sample.ACCOUNT, "SUSPENDED"));
        for (var view : List.of(unread, inactive)) {
            assertThat(doubts(Given.nothing().account(view)))
                    .singleElement()
                    .isInstanceOf(RestoreDoubt.Unread.class);
        }
    }

    @Test
    void estateWithoutAPlaceSaysSoOnce() {
        var sample = Sample.policies();
        var given =
                given().policies(
                                Sample.policies(
                                        SampleEstates.withoutRecovery(sample.estate()),
                                        sample.rules()));

        assertThat(given.verdict().rung()).isEqualTo(Rung.HELD);
        assertThat(given.gaps())
                .containsExactly(
                        new Gap.RestoreBlocked(
                                new Gap.Subject.OfOrganization(), new RestoreDoubt.NoPlace()));
    }

    /// There is nothing to bring back, and the vault's own gap says why.
    @Test
    void isSilentWhereNoVaultWasSeen() {
        assertThat(doubts(given().unreadableVault().recovery(new RecoveryView.Unreadable("x"))))
                .isEmpty();
    }

    private static Given given() {
        return Given.protectedCluster(ORDERS);
    }

    private static List<RestoreDoubt> zones(int zones) {
        return check(new RecoveryView.Seen(Optional.of("Enabled"), zones, ROOM));
    }

    private static List<RestoreDoubt> room(long used, long max) {
        return check(new RecoveryView.Seen(Optional.of("Enabled"), 3, new Setup.Quota(used, max)));
    }

    private static List<RestoreDoubt> check(RecoveryView view) {
        return doubts(given().recovery(view));
    }

    private static List<RestoreDoubt> doubts(Given given) {
        return RestoreChecker.check(given.inventory(), given.policies().estate());
    }
}
