package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.daysAgo;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy.Snapshot;

class BindingTest {
    private static final Cluster ORDERS = Sample.cluster("orders");

    @Test
    void joinsWhatBelongsToACluster() {
        var point = Sample.point(ORDERS, hoursAgo(9));
        var copy = Sample.copy(ORDERS, hoursAgo(33));
        var job = Sample.job(point, Sample.VAULT, "RUNNING", hoursAgo(1));
        var given = Given.cluster(ORDERS).point(point).copy(copy).job(job);
        assertThat(given.everyGuarded())
                .containsExactly(
                        new Guarded(
                                Sample.account(),
                                ORDERS,
                                Optional.of(
                                        new Promise(
                                                ORDERS.id(),
                                                Sample.AGE_MAX,
                                                Sample.RETENTION_DAYS,
                                                Route.AUTO,
                                                new TreeMap<>(),
                                                List.of("every-cluster.json"))),
                                true,
                                Optional.of(Sample.REKEY_VAULT),
                                List.of(point),
                                List.of(job),
                                Optional.of(Sample.key(KeyView.Admission.ADMITS)),
                                Sample.policies().estate().vaults().getFirst(),
                                given.vault(),
                                List.of(copy),
                                Optional.empty()));
    }

    @Test
    void keepsNeighboursApart() {
        var stock = Sample.cluster("stock");
        var given =
                Given.cluster(ORDERS)
                        .and(stock)
                        .point(Sample.point(ORDERS, hoursAgo(9)))
                        .copy(Sample.copy(ORDERS, hoursAgo(9)));
        assertThat(given.everyGuarded().getLast().cluster()).isEqualTo(stock);
        assertThat(given.everyGuarded().getLast().points()).isEmpty();
        assertThat(given.everyGuarded().getLast().copies()).isEmpty();
    }

    @Test
    void keepsTheSameNameInTwoAccountsApart() {
        var there = Sample.cluster(Sample.OTHER_ACCOUNT, Sample.REGION, "orders");
        var theirs =
                new AccountView.Seen(
                        Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE"),
                        NOW,
                        List.of(),
                        List.of(),
                        List.of(source(there)),
                        Optional.empty());
        var copy = Sample.behind(new Snapshot.Hidden(), Sample.copy(there, hoursAgo(9)));
        var guarded = Given.cluster(ORDERS).account(theirs).copy(copy).everyGuarded();
        assertThat(guarded.getFirst().copies()).isEmpty();
        assertThat(guarded.getLast().copies()).containsExactly(copy);
    }

    @Test
    void givesARecreatedClusterNothingOfItsPredecessor() {
        var before = Sample.withResourceId("cluster-OLD", ORDERS);
        var point = Sample.point(before, hoursAgo(9));
        var job = Sample.job(point, Sample.VAULT, "FAILED", hoursAgo(8));
        var guarded =
                Given.cluster(Sample.born(hoursAgo(2), ORDERS))
                        .point(point)
                        .copy(Sample.copy(before, hoursAgo(33)))
                        .job(job)
                        .guarded();
        assertThat(guarded.points()).isEmpty();
        assertThat(guarded.copies()).isEmpty();
        assertThat(guarded.jobs()).isEmpty();
    }

    @Test
    void goesByTheTimeWhereACopyHasNoResourceId() {
        var born = hoursAgo(20);
        var cluster = Sample.born(born, ORDERS);
        var hidden = new Snapshot.Hidden();
        var before = Sample.behind(hidden, Sample.copy(ORDERS, born.minus(Duration.ofMillis(1))));
        var at = Sample.behind(hidden, Sample.copy(ORDERS, born));
        var after = Sample.behind(hidden, Sample.copy(ORDERS, born.plus(Duration.ofMillis(1))));
        // One ARN each, so that they do not count as one.
        assertThat(Given.cluster(cluster).copy(before).guarded().copies()).isEmpty();
        assertThat(Given.cluster(cluster).copy(at).guarded().copies()).containsExactly(at);
        assertThat(Given.cluster(cluster).copy(after).guarded().copies()).containsExactly(after);
    }

    /// Two clusters swap names, as blue and green do; the air-gapped vault's copies have only their old ARN.
    @Test
    void followsACopyToItsPointWhereAnotherClusterHasTakenTheName() {
        var green = Sample.born(daysAgo(1), Sample.withResourceId("cluster-GREEN", ORDERS));
        var point = Sample.point(ORDERS, hoursAgo(9));
        var copy = Sample.behind(new Snapshot.Hidden(), Sample.copy(ORDERS, hoursAgo(9)));
        var job = Sample.arrived(copy, Sample.job(point, Sample.VAULT, "COMPLETED", hoursAgo(8)));
        var lookalike = Given.cluster(green).copy(copy);

        assertThat(lookalike.guarded().copies()).as("nothing tells them apart").hasSize(1);
        assertThat(lookalike.point(point).job(job).guarded().copies()).isEmpty();
        assertThat(Given.cluster(ORDERS).copy(copy).point(point).job(job).guarded().copies())
                .containsExactly(copy);
    }

    @Test
    void followsACopyOverTheRekeyVaultWhenThePointBetweenIsGone() {
        var point = Sample.point(ORDERS, hoursAgo(9));
        var between = Sample.rekeyed(ORDERS, hoursAgo(9));
        var copy = Sample.behind(new Snapshot.Hidden(), Sample.copy(ORDERS, hoursAgo(9)));
        var first =
                Sample.arrived(
                        between.arn(),
                        Sample.job(
                                point,
                                Sample.memberVault(Sample.REKEY_VAULT),
                                "COMPLETED",
                                hoursAgo(8)));
        var second =
                Sample.arrived(copy, Sample.job(between, Sample.VAULT, "COMPLETED", hoursAgo(7)));
        var green = Sample.born(daysAgo(1), Sample.withResourceId("cluster-GREEN", ORDERS));

        for (var cluster : List.of(ORDERS, green)) {
            assertThat(
                            Given.cluster(cluster)
                                    .copy(copy)
                                    .point(point)
                                    .job(first)
                                    .job(second)
                                    .guarded()
                                    .copies())
                    .hasSize(cluster.equals(ORDERS) ? 1 : 0);
        }
    }

    @Test
    void goesByTheTimeWhereAJobsPointIsGone() {
        var job =
                Sample.job(Sample.point(ORDERS, hoursAgo(33)), Sample.VAULT, "FAILED", hoursAgo(9));
        assertThat(Given.cluster(Sample.born(hoursAgo(9), ORDERS)).job(job).guarded().jobs())
                .containsExactly(job);
        assertThat(Given.cluster(Sample.born(hoursAgo(8), ORDERS)).job(job).guarded().jobs())
                .isEmpty();
    }

    @Test
    void findsEverythingOfARenamedCluster() {
        var id = ORDERS.id();
        var arn = new Arn("arn:aws:rds:eu-west-1:111111111111:cluster:orders-2");
        var renamed =
                new Cluster(
                        new ClusterId(id.account(), id.region(), arn, id.resourceId()),
                        ORDERS.engine(),
                        ORDERS.engineVersion(),
                        ORDERS.status(),
                        ORDERS.createdAt(),
                        ORDERS.encryption(),
                        ORDERS.tags(),
                        ORDERS.sizeBytes());
        var point = Sample.point(ORDERS, hoursAgo(9));
        var copy = Sample.copy(ORDERS, hoursAgo(33));
        var job = Sample.job(point, Sample.VAULT, "RUNNING", hoursAgo(1));
        var guarded = Given.cluster(renamed).point(point).copy(copy).job(job).guarded();
        assertThat(guarded.points()).containsExactly(point);
        assertThat(guarded.copies()).containsExactly(copy);
        assertThat(guarded.jobs()).containsExactly(job);
    }

    @Test
    void leavesOutContinuousPoints() {
        var whole = Sample.point(ORDERS, hoursAgo(9));
        var continuous =
                new RecoveryPoint(
                        new Arn(
                                "arn:aws:backup:eu-west-1:111111111111:recovery-point:continuous:x"),
                        whole.vault(),
                        whole.cluster(),
                        whole.resourceId(),
                        whole.engineVersion(),
                        whole.capturedAt(),
                        whole.expiresAt(),
                        "AVAILABLE",
                        whole.rule());
        assertThat(Given.cluster(ORDERS).point(continuous).point(whole).guarded().points())
                .containsExactly(whole);
    }

    @Test
    void leavesOutYoungRestoreTestsByNameAndByTag() {
        var named = Sample.cluster("awsbackup-restore-test-1");
        var tagged = Sample.tagged("awsbackup-restore-test", "1", ORDERS);
        for (var test : List.of(named, tagged)) {
            assertThat(Given.cluster(Sample.born(daysAgo(8), test)).everyGuarded()).isEmpty();
            assertThat(Given.cluster(Sample.born(daysAgo(9).plusMillis(1), test)).everyGuarded())
                    .isEmpty();
            assertThat(Given.cluster(Sample.born(daysAgo(9), test)).everyGuarded()).hasSize(1);
            assertThat(Given.cluster(Sample.born(daysAgo(10), test)).everyGuarded()).hasSize(1);
        }
    }

    @Test
    void guardsAClusterThatOnlyLooksABitLikeARestoreTest() {
        var cluster = Sample.cluster("orders-awsbackup-restore-test");
        assertThat(Given.cluster(Sample.born(daysAgo(1), cluster)).everyGuarded()).hasSize(1);
    }

    @Test
    void knowsNoKeyWhereTheClusterHasNoneInKms() {
        var plain = Sample.encrypted(new Encryption.None(), ORDERS);
        assertThat(Given.cluster(plain).guarded().key()).isEmpty();
        assertThat(Given.cluster(ORDERS).noKeyRead().guarded().key()).isEmpty();
    }

    @Test
    void hasAnUnreadableVaultWhereTheSweepHasReadNone() {
        assertThat(Given.cluster(ORDERS).vaults().guarded().vaultView())
                .isEqualTo(new VaultView.Unreadable(Sample.VAULT, "this sweep has not read it"));
    }

    @Test
    void isNotEnrolledWhereNoPlanSelectsTheCluster() {
        assertThat(Given.cluster(ORDERS).selections().guarded().enrolled()).isFalse();
        assertThat(Given.cluster(ORDERS).guarded().enrolled()).isTrue();
    }

    @Test
    void looksAtSourceRegionsOnly() {
        var elsewhere = new RegionView.Elsewhere(Sample.REGION, List.of(ORDERS));
        assertThat(Given.nothing().region(elsewhere).everyGuarded()).isEmpty();
    }

    private static RegionView source(Cluster cluster) {
        return new RegionView.Source(
                Sample.REGION,
                List.of(cluster),
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
