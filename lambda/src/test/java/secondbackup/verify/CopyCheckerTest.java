package secondbackup.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.AGE_MAX;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.daysAgo;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;
import secondbackup.inventory.VaultedCopy.Snapshot;
import secondbackup.verify.Verdict.Standing;

class CopyCheckerTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final VaultedCopy COPY = Sample.copy(ORDERS, hoursAgo(9));
    private static final VaultedCopy OLDER = Sample.copy(ORDERS, hoursAgo(20));
    private static final Duration MILLI = Duration.ofMillis(1);

    @Test
    void believesAGoodCopy() {
        expect(with(COPY), Standing.PROTECTED, Rung.RESTORABLE, Optional.of(COPY));
    }

    @Test
    void judgesTheNewest() {
        expect(with(OLDER).copy(COPY), Standing.PROTECTED, Rung.RESTORABLE, Optional.of(COPY));
    }

    @Test
    void knowsNothingWhenTheVaultCouldNotBeRead() {
        expect(
                with(COPY).unreadableVault(),
                Standing.UNKNOWN,
                Rung.NONE,
                Optional.empty(),
                new Doubt.VaultUnread(Sample.VAULT, "AccessDenied"));
    }

    @Test
    void takesACopyInTheClustersOwnAccountForNone() {
        var own = Sample.cluster(Sample.VAULT_ACCOUNT, Sample.REGION, "own");
        expect(
                Given.protectedCluster(own),
                Standing.UNPROTECTED,
                Rung.NONE,
                Optional.empty(),
                new Doubt.NothingVaulted());
    }

    @Test
    void believesNothingOfAVaultOfAnotherKind() {
        var given = with(COPY).kind(VaultView.Kind.AIR_GAPPED);

        assertThat(given.verdict().standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(given.verdict().rung()).isEqualTo(Rung.TIMELY);
    }

    @Test
    void findsNothingInAnEmptyVault() {
        expect(
                Given.cluster(ORDERS),
                Standing.UNPROTECTED,
                Rung.NONE,
                Optional.empty(),
                new Doubt.NothingVaulted());
    }

    @Test
    void isPatientWithAClusterUntilItsFirstCopyIsOverdue() {
        var nothing = new Doubt.NothingVaulted();
        var limit = NOW.minus(AGE_MAX);
        for (var young : List.of(limit.plus(MILLI), hoursAgo(1))) {
            expect(
                    Given.cluster(Sample.born(young, ORDERS)),
                    Standing.YOUNG,
                    Rung.NONE,
                    Optional.empty(),
                    nothing);
        }
        for (var old : List.of(limit, limit.minus(MILLI))) {
            expect(
                    Given.cluster(Sample.born(old, ORDERS)),
                    Standing.UNPROTECTED,
                    Rung.NONE,
                    Optional.empty(),
                    nothing);
        }
    }

    @Test
    void doubtsAYoungClustersBadCopy() {
        var cluster = Sample.born(hoursAgo(10), ORDERS);
        expect(
                Given.cluster(cluster).copy(COPY).lock(unlocked()),
                Standing.UNPROTECTED,
                Rung.TIMELY,
                Optional.of(COPY),
                new Doubt.VaultDoubted(new VaultDoubt.NotLocked(Sample.VAULT)));
    }

    @Test
    void allowsDataExactlyAsOldAsPromised() {
        var at = Sample.copy(ORDERS, NOW.minus(AGE_MAX));
        expect(with(at), Standing.PROTECTED, Rung.RESTORABLE, Optional.of(at));
        var past = Sample.copy(ORDERS, NOW.minus(AGE_MAX).minus(MILLI));
        expect(
                with(past),
                Standing.UNPROTECTED,
                Rung.PRESENT,
                Optional.of(past),
                new Doubt.TooOld(past, MILLI));
    }

    @Test
    void speaksThreeDaysBeforeTheNewestCopyExpires() {
        // Kept as long as promised, so that only the notice speaks.
        var old = Sample.copy(ORDERS, daysAgo(32));
        var late = new Doubt.TooOld(old, Duration.ofDays(32).minus(AGE_MAX));
        expect(
                with(old),
                Standing.UNPROTECTED,
                Rung.PRESENT,
                Optional.of(old),
                late,
                new Doubt.ExpiresSoon(old, NOW.plus(Duration.ofDays(3))));
        var before = Sample.expiring(NOW.plus(Duration.ofDays(3)).plus(MILLI), old);
        expect(
                with(before),
                Standing.UNPROTECTED,
                Rung.PRESENT,
                Optional.of(before),
                new Doubt.TooOld(before, Duration.ofDays(32).minus(AGE_MAX)));
    }

    @Test
    void countsACopyThatIsPastItsEndAsExpiring() {
        var gone = Sample.expiring(NOW.minus(MILLI), Sample.copy(ORDERS, daysAgo(36)));
        assertThat(with(gone).verdict().doubts())
                .contains(new Doubt.ExpiresSoon(gone, NOW.minus(MILLI)));
    }

    @Test
    void hasNoNoticeForACopyThatIsKeptForEver() {
        var ever =
                new VaultedCopy(
                        COPY.arn(),
                        COPY.cluster(),
                        COPY.capturedAt(),
                        Optional.empty(),
                        "AVAILABLE",
                        COPY.key(),
                        COPY.snapshot());
        expect(with(ever), Standing.PROTECTED, Rung.RESTORABLE, Optional.of(ever));
    }

    @Test
    void wantsEveryPromisedDayButNotEverySecond() {
        var end = hoursAgo(9).plus(Duration.ofDays(35));
        for (var fine : List.of(end, end.plusSeconds(1), end.minusSeconds(60))) {
            var copy = Sample.expiring(fine, COPY);
            expect(with(copy), Standing.PROTECTED, Rung.RESTORABLE, Optional.of(copy));
        }
        var sooner = Sample.expiring(end.minusSeconds(60).minus(MILLI), COPY);
        expect(
                with(sooner),
                Standing.UNPROTECTED,
                Rung.TIMELY,
                Optional.of(sooner),
                new Doubt.KeptTooShort(sooner, 34, 35));
    }

    @Test
    void doubtsACopyUnderAnotherKeyThanTheVaults() {
        var key = Optional.of(new Arn("arn:aws:kms:eu-central-1:999999999999:key/other"));
        var foreign = Sample.underKey(key, COPY);
        expect(
                with(foreign),
                Standing.UNPROTECTED,
                Rung.TIMELY,
                Optional.of(foreign),
                new Doubt.ForeignKey(foreign, key));
        var none = Sample.underKey(Optional.empty(), COPY);
        expect(
                with(none),
                Standing.UNPROTECTED,
                Rung.TIMELY,
                Optional.of(none),
                new Doubt.ForeignKey(none, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource
    void takesACopyWithoutAKeyOfAClusterWithoutOne(Encryption encryption) {
        var none = Sample.underKey(Optional.empty(), COPY);
        expect(
                Given.cluster(Sample.encrypted(encryption, ORDERS)).copy(none),
                Standing.PROTECTED,
                Rung.RESTORABLE,
                Optional.of(none));
    }

    static Stream<Encryption> takesACopyWithoutAKeyOfAClusterWithoutOne() {
        return Stream.of(new Encryption.None(), new Encryption.ServiceOwned());
    }

    @Test
    void fallsBackToTheOlderCopyAndSaysWhatIsWrongWithTheNewer() {
        var gone = Sample.behind(new Snapshot.Absent(), COPY);
        expect(
                with(gone).copy(OLDER),
                Standing.PROTECTED,
                Rung.RESTORABLE,
                Optional.of(OLDER),
                new Doubt.SnapshotGone(gone));
        var tooOld = Sample.copy(ORDERS, hoursAgo(27));
        expect(
                with(gone).copy(tooOld),
                Standing.UNPROTECTED,
                Rung.PRESENT,
                Optional.of(tooOld),
                new Doubt.SnapshotGone(gone),
                new Doubt.TooOld(tooOld, Duration.ofHours(1)));
    }

    @Test
    void doesNotBelieveACopyWithoutASnapshot() {
        var gone = Sample.behind(new Snapshot.Absent(), COPY);
        expect(
                with(gone),
                Standing.UNPROTECTED,
                Rung.CLAIMED,
                Optional.empty(),
                new Doubt.SnapshotGone(gone),
                new Doubt.NothingVaulted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"creating", "copying", "failed", ""})
    void doesNotBelieveACopyWhoseSnapshotIsUnfinished(String status) {
        var half =
                Sample.behind(new Snapshot.Found(status, ORDERS.id().resourceId(), "17.4"), COPY);
        expect(
                with(half),
                Standing.UNPROTECTED,
                Rung.CLAIMED,
                Optional.empty(),
                new Doubt.SnapshotUnfinished(half, status),
                new Doubt.NothingVaulted());
    }

    @Test
    void knowsNothingWhenOnlyASnapshotThatCouldNotBeReadIsThere() {
        var unread = Sample.behind(new Snapshot.Unread("Throttling"), COPY);
        expect(
                with(unread),
                Standing.UNKNOWN,
                Rung.CLAIMED,
                Optional.empty(),
                new Doubt.SnapshotUnread(unread, "Throttling"),
                new Doubt.NothingVaulted());
    }

    @Test
    void knowsNothingOfAStatusThatItHasNeverHeardOf() {
        var odd = Sample.inState("MELTING", COPY);
        expect(
                with(odd),
                Standing.UNKNOWN,
                Rung.CLAIMED,
                Optional.empty(),
                new Doubt.StatusUnknown(odd),
                new Doubt.NothingVaulted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATING", "DELETING", "EXPIRED", "STOPPED"})
    void passesOverCopiesThatAwsItselfCountsOut(String status) {
        expect(
                with(Sample.inState(status, COPY)).copy(OLDER),
                Standing.PROTECTED,
                Rung.RESTORABLE,
                Optional.of(OLDER));
        expect(
                with(Sample.inState(status, COPY)),
                Standing.UNPROTECTED,
                Rung.NONE,
                Optional.empty(),
                new Doubt.NothingVaulted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMPLETED", "AVAILABLE"})
    void takesBothWordsForAFinishedCopy(String status) {
        var copy = Sample.inState(status, COPY);
        expect(with(copy), Standing.PROTECTED, Rung.RESTORABLE, Optional.of(copy));
    }

    @Test
    void restsOnAwsBackupAloneInAnAirGappedVault() {
        var hidden = Sample.underKey(Optional.empty(), Sample.behind(new Snapshot.Hidden(), COPY));
        expect(
                with(hidden).airGapped().point(Sample.point(ORDERS, hoursAgo(9))),
                Standing.PROTECTED,
                Rung.RESTORABLE,
                Optional.of(hidden));
    }

    @Test
    void knowsNothingWhenTheVaultsKeyCouldNotBeRead() {
        expect(
                with(COPY).vaultKey(new VaultView.VaultKey.Unreadable("AccessDenied")),
                Standing.UNKNOWN,
                Rung.TIMELY,
                Optional.of(COPY),
                new Doubt.VaultDoubted(new VaultDoubt.KeyUnread(Sample.VAULT, "AccessDenied")));
    }

    @Test
    void saysUnprotectedWhenSomethingSeenIsWrongBesideWhatIsNotSeen() {
        var past = Sample.copy(ORDERS, NOW.minus(AGE_MAX).minus(MILLI));
        var verdict = with(past).vaultKey(new VaultView.VaultKey.Unreadable("x")).verdict();
        assertThat(verdict.standing()).isEqualTo(Standing.UNPROTECTED);
        assertThat(verdict.rung()).isEqualTo(Rung.PRESENT);
    }

    private static VaultView.Lock unlocked() {
        return new VaultView.Lock(false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Given with(VaultedCopy copy) {
        return Given.cluster(ORDERS).copy(copy);
    }

    private static void expect(
            Given given,
            Standing standing,
            Rung rung,
            Optional<VaultedCopy> newest,
            Doubt... doubts) {
        var guarded = given.guarded();
        var promise = guarded.promise().orElseThrow();
        assertThat(given.verdict())
                .isEqualTo(new Verdict(guarded, promise, standing, rung, newest, List.of(doubts)));
    }
}
