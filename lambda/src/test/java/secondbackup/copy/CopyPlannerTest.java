package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.VAULT;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.SampleEstates;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;
import secondbackup.policy.Route;

class CopyPlannerTest {
    private static final int MANY = 1_000;

    @Test
    void startsTheClusterWhosePromiseBreaksFirst() {
        var given = Given.nothing();
        due(given, "a", 30);
        due(given, "b", 50);
        due(given, "c", 40);
        assertThat(names(plan(given, 2, MANY).now())).containsExactly("b", "c");
        assertThat(names(plan(given, 2, MANY).waiting())).containsExactly("a");
    }

    /// Of seven due alike, one takes six hours: beginning it last would make it late.
    @Test
    void startsTheLongestFirstWhereAllAreDueAlike() {
        var given = Given.nothing();
        Stream.of("a", "b", "c", "d", "e", "f").forEach(name -> due(given, name, 20));
        var large = due(given, "large", 20);
        for (var day = 2; day < 5; day++) {
            given.job(job(large, hoursAgo(24L * day), 6));
        }
        assertThat(names(plan(given, 1, MANY).now())).containsExactly("large");
    }

    @Test
    void keepsTheSlotsOfEachVaultApart() {
        var other = new Arn("arn:aws:backup:eu-central-1:333333333333:backup-vault:other");
        var first = Sample.vaultPromise(VaultView.Kind.STANDARD);
        var second = new Estate.Vault(other, first.kind(), first.key(), 7, 400, 5, "{}", "{}");
        var estate = SampleEstates.with(first, second);
        var mine = estate.vaultOf(Sample.ACCOUNT).arn();
        var others = mine.equals(VAULT) ? other : VAULT;
        var given = Given.nothing().policies(Sample.policies(estate, Sample.policies().rules()));
        due(given, "a", 30);
        assertThat(plan(given, new TreeMap<>(Map.of(others, 5))).now()).isEmpty();
        assertThat(plan(given, new TreeMap<>(Map.of(mine, 1, others, 0))).now())
                .extracting(CopyOrder::targetVault)
                .containsExactly(mine);
    }

    @Test
    void ordersEqualDeadlinesByCluster() {
        var given = Given.nothing();
        due(given, "b", 30);
        due(given, "a", 30);
        assertThat(names(plan(given, 9, MANY).now())).containsExactly("a", "b");
    }

    @Test
    void putsAnOldClusterWithoutAnyCopyBeforeAllOthers() {
        var given = Given.nothing();
        due(given, "late", 50);
        var never = Sample.encrypted(new Encryption.None(), Sample.cluster("never"));
        given.and(never).point(Sample.point(never, hoursAgo(9)));
        assertThat(names(plan(given, 1, MANY).now())).containsExactly("never");
    }

    @Test
    void startsNothingInAVaultWithoutAFreeSlot() {
        var given = Given.nothing();
        due(given, "a", 30);
        assertThat(plan(given, 0, MANY).now()).isEmpty();
        assertThat(plan(given, -1, MANY).now()).isEmpty();
        assertThat(plan(given, 1, MANY).now()).hasSize(1);
    }

    @Test
    void startsNothingInAVaultThatIsNotNamed() {
        var given = Given.nothing();
        due(given, "a", 30);
        var plan =
                CopyPlanner.plan(
                        given.everyGuarded(),
                        new NextSteps(Sample.estate(), NOW),
                        new TreeMap<>(),
                        MANY);
        assertThat(plan.now()).isEmpty();
        assertThat(names(plan.waiting())).containsExactly("a");
    }

    @Test
    void startsNoMoreThanOneRunMay() {
        var given = Given.nothing();
        Stream.of("a", "b", "c").forEach(name -> due(given, name, 30));
        assertThat(names(plan(given, 9, 2).now())).containsExactly("a", "b");
        assertThat(names(plan(given, 9, 2).waiting())).containsExactly("c");
        assertThat(plan(given, 9, 0).now()).isEmpty();
    }

    @Test
    void needsNoSlotForTheHopIntoTheRekeyVault() {
        var owned = Sample.encrypted(new Encryption.ServiceOwned(), Sample.cluster("owned"));
        var estate =
                Sample.estate(
                        Sample.vaultPromise(VaultView.Kind.STANDARD),
                        Optional.of("rekey"),
                        Route.REKEYED);
        var given =
                Given.nothing()
                        .policies(Sample.policies(estate, Sample.policies().rules()))
                        .and(owned)
                        .point(Sample.point(owned, hoursAgo(9)));
        due(given, "a", 30);
        var plan = plan(given, 0, MANY);
        assertThat(names(plan.now())).containsExactly("owned");
        assertThat(names(plan.waiting())).containsExactly("a");
    }

    @Test
    void plansNothingForWhatIsNotDueOrNotPromised() {
        var done = Sample.cluster("done");
        var given =
                Given.protectedCluster(done).policies(Sample.policies(Sample.estate(), List.of()));
        assertThat(plan(given, 9, MANY)).isEqualTo(new CopyPlan(List.of(), List.of()));
        assertThat(plan(Given.protectedCluster(done), 9, MANY))
                .isEqualTo(new CopyPlan(List.of(), List.of()));
    }

    @Test
    void keepsItsBoundsForManyRandomEstates() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var given = Given.nothing();
            var clusters = random.nextInt(12);
            for (var i = 0; i < clusters; i++) {
                due(given, "c" + i, 10 + random.nextInt(90));
            }
            var free = random.nextInt(7);
            var most = random.nextInt(7);
            var plan = plan(given, free, most);
            var all = Stream.concat(plan.now().stream(), plan.waiting().stream()).toList();
            assertThat(plan.now())
                    .as("seed %s", seed)
                    .hasSize(Math.min(clusters, Math.min(free, most)));
            assertThat(all.stream().map(CopyOrder::cluster))
                    .as("seed %s", seed)
                    .doesNotHaveDuplicates()
                    .hasSize(clusters);
        }
    }

    /// An unencrypted cluster, so that its key has no say, with a copy of an age and a newer point.
    private static Cluster due(Given given, String name, long copyHours) {
        var cluster = Sample.encrypted(new Encryption.None(), Sample.cluster(name));
        given.and(cluster)
                .point(Sample.point(cluster, hoursAgo(9)))
                .copy(Sample.copy(cluster, hoursAgo(copyHours)));
        return cluster;
    }

    /// A copy into the vault that was completed.
    private static CopyJob job(Cluster cluster, Instant start, long hours) {
        var point = Sample.point(cluster, start.minus(Duration.ofHours(1)));
        return new CopyJob(
                "job-" + start,
                point.arn(),
                Sample.memberVault(point.vault()),
                VAULT,
                Optional.empty(),
                cluster.id().arn(),
                "COMPLETED",
                start,
                Optional.of(start.plus(Duration.ofHours(hours))),
                "",
                "");
    }

    private static List<String> names(List<CopyOrder> orders) {
        return orders.stream().map(order -> order.cluster().name()).toList();
    }

    private static CopyPlan plan(Given given, SortedMap<Arn, Integer> free) {
        return CopyPlanner.plan(
                given.everyGuarded(), new NextSteps(given.policies().estate(), NOW), free, MANY);
    }

    private static CopyPlan plan(Given given, int free, int startsMax) {
        return CopyPlanner.plan(
                given.everyGuarded(),
                new NextSteps(given.policies().estate(), NOW),
                new TreeMap<>(Map.of(VAULT, free)),
                startsMax);
    }
}
