package secondbackup.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.SampleViews;
import secondbackup.gap.Gap;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.EngineVersion;
import secondbackup.inventory.VaultedCopy;
import secondbackup.inventory.VaultedCopy.Snapshot;
import secondbackup.verify.Verdict.Standing;

/// A copy is restorable when its own engine version can be created where it lies, whatever its cluster has become.
class EngineCheckerTest {
    private static final Cluster ORDERS = Sample.cluster("orders");
    private static final Duration MILLI = Duration.ofMillis(1);

    @Test
    void isSilentWhileTheVersionCanBeCreated() {
        var verdict = Given.protectedCluster(ORDERS).verdict();

        assertThat(verdict.rung()).isEqualTo(Rung.RESTORABLE);
        assertThat(verdict.doubts()).isEmpty();
    }

    @Test
    void retiredVersionIsNamedWithAWayOutAndTheCopyStaysHeld() {
        var verdict = of("13.9").verdict();

        assertThat(verdict.rung()).isEqualTo(Rung.HELD);
        assertThat(verdict.standing()).isEqualTo(Standing.PROTECTED);
        assertThat(verdict.doubts())
                .containsExactly(
                        new Doubt.EngineRetired(
                                verdict.newest().orElseThrow(),
                                "aurora-postgresql",
                                "13.9",
                                Optional.of("17.5")));
    }

    @Test
    void versionThatRdsListsNoMoreIsRetiredToo() {
        assertThat(of("9.6.3").verdict().doubts())
                .singleElement()
                .isInstanceOfSatisfying(
                        Doubt.EngineRetired.class,
                        retired -> assertThat(retired.upgradeTo()).isEmpty());
    }

    /// The cluster was upgraded since its newest copy was made.
    @Test
    void judgesTheCopyAndNotTheCluster() {
        assertThat(ORDERS.engineVersion()).isEqualTo("17.4");
        assertThat(of("13.9").verdict().rung()).isEqualTo(Rung.HELD);
    }

    @Test
    void anotherEnginesVersionOfTheSameNumberDoesNotCount() {
        var other =
                new EngineVersion(
                        "aurora-mysql", "17.4", "available", Optional.empty(), Optional.empty());
        var verdict =
                Given.protectedCluster(ORDERS)
                        .engines(new EngineCatalog.Read(List.of(other)))
                        .verdict();

        assertThat(verdict.rung()).isEqualTo(Rung.HELD);
    }

    @Test
    void saysNinetyDaysBeforeThatSupportEndsAndNotAMomentEarlier() {
        var notice = EngineChecker.NOTICE;

        assertThat(endings(NOW.plus(notice).plus(MILLI))).isEmpty();
        assertThat(endings(NOW.plus(notice))).hasSize(1);
        assertThat(endings(NOW.plus(notice).minus(MILLI))).hasSize(1);
        assertThat(endings(NOW.minus(MILLI))).hasSize(1);
    }

    @Test
    void endOfSupportTakesNoRungAway() {
        var verdict = Given.protectedCluster(ORDERS).engines(SampleViews.engines(NOW)).verdict();

        assertThat(verdict.rung()).isEqualTo(Rung.RESTORABLE);
    }

    @Test
    void versionWithoutAnEndIsSupportedForEver() {
        var version =
                new EngineVersion(
                        "aurora-postgresql",
                        "17.4",
                        "available",
                        Optional.empty(),
                        Optional.empty());
        var given =
                Given.protectedCluster(ORDERS).engines(new EngineCatalog.Read(List.of(version)));

        assertThat(given.gaps()).isEmpty();
        assertThat(given.verdict().rung()).isEqualTo(Rung.RESTORABLE);
    }

    @Test
    void versionThatRdsDoesNotTellIsNotRestorableAndSaysSo() {
        var given = of("");

        assertThat(given.verdict().rung()).isEqualTo(Rung.HELD);
        assertThat(given.gaps())
                .singleElement()
                .isInstanceOfSatisfying(
                        Gap.StateUnknown.class,
                        gap -> assertThat(gap.what()).startsWith("the engine version of copy "));
    }

    @Test
    void statusThatThisVersionDoesNotKnowIsNotRestorable() {
        var odd =
                new EngineVersion(
                        "aurora-postgresql", "17.4", "resting", Optional.empty(), Optional.empty());
        var given = Given.protectedCluster(ORDERS).engines(new EngineCatalog.Read(List.of(odd)));

        assertThat(given.verdict().rung()).isEqualTo(Rung.HELD);
        assertThat(given.gaps())
                .containsExactly(
                        new Gap.StateUnknown(
                                new Gap.Subject.OfCluster(Sample.account(), ORDERS.id()),
                                "whether aurora-postgresql 17.4 can be created",
                                "resting"));
    }

    @Test
    void oneVaultsEnginesThatCouldNotBeReadAreOneGapForAllItsClusters() {
        var users = Sample.cluster("users");
        var given =
                Given.protectedCluster(ORDERS)
                        .and(users)
                        .point(Sample.point(users, hoursAgo(9)))
                        .copy(Sample.copy(users, hoursAgo(9)))
                        .engines(new EngineCatalog.Unread("AccessDenied"));

        assertThat(given.verdicts())
                .hasSize(2)
                .allMatch(verdict -> verdict.rung() == Rung.HELD)
                .allMatch(verdict -> verdict.standing() == Standing.PROTECTED);
        assertThat(given.gaps())
                .containsExactly(
                        new Gap.StateUnknown(
                                new Gap.Subject.OfVault(Sample.VAULT),
                                "which engine versions a copy could be restored to",
                                "AccessDenied"));
    }

    /// The snapshot lies in an account of AWS's own; the point it was made of tells the version.
    @Test
    void copyInAnAirGappedVaultHasTheVersionOfThePointItWasMadeOf() {
        var at = hoursAgo(9);
        var hidden = hidden(at);

        assertThat(
                        Given.cluster(ORDERS)
                                .copy(hidden)
                                .airGapped()
                                .point(Sample.point(ORDERS, at.plusMillis(300)))
                                .verdict()
                                .rung())
                .isEqualTo(Rung.RESTORABLE);
        assertThat(
                        Given.cluster(ORDERS)
                                .copy(hidden)
                                .airGapped()
                                .point(Sample.point(ORDERS, at.minusSeconds(1)))
                                .verdict()
                                .rung())
                .isEqualTo(Rung.HELD);
    }

    private static VaultedCopy hidden(Instant at) {
        return Sample.underKey(
                Optional.empty(), Sample.behind(new Snapshot.Hidden(), Sample.copy(ORDERS, at)));
    }

    private static Given of(String version) {
        var snapshot = new Snapshot.Found("available", ORDERS.id().resourceId(), version);
        return Given.cluster(ORDERS)
                .point(Sample.point(ORDERS, hoursAgo(9)))
                .copy(Sample.behind(snapshot, Sample.copy(ORDERS, hoursAgo(9))));
    }

    private static List<Gap> endings(Instant endsAt) {
        return Given.protectedCluster(ORDERS).engines(SampleViews.engines(endsAt)).gaps();
    }
}
