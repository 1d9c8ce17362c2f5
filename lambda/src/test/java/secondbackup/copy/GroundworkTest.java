package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.Sample.NOW;
import static secondbackup.Sample.VAULT;
import static secondbackup.Sample.hoursAgo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Binding;

class GroundworkTest {
    private static final List<String> STATES =
            List.of("RUNNING", "CREATED", "COMPLETED", "COMPLETED", "FAILED", "FAILED");
    private static final List<String> WORDS =
            List.of("KMS_KEY_ERROR", "CONCURRENT_JOB", "UNSUPPORTED_OPERATION", "");

    @Test
    void ordersAreTheSameWithTheRestAndWithoutIt() {
        for (var seed = 0; seed < 400; seed++) {
            var given = estate(new Random(seed));
            var whole = given.inventory();
            assertThat(plan(given, of(given))).as("seed %s", seed).isEqualTo(plan(given, whole));
        }
    }

    @Test
    void leavesOutPointsAndJobsOfWhatIsLongInTheVault() {
        var cluster = Sample.cluster("orders");
        var given = Given.protectedCluster(cluster).job(newestJob(cluster));
        for (var day = 1; day < 20; day++) {
            var old = Sample.point(cluster, hoursAgo(9 + 24 * day));
            given.point(old)
                    .copy(Sample.copy(cluster, old.capturedAt()))
                    .job(Sample.job(old, VAULT, "COMPLETED", hoursAgo(8 + 24 * day)));
        }
        assertThat(source(of(given)).points()).hasSize(8);
        assertThat(source(of(given)).copyJobs()).hasSize(5).contains(newestJob(cluster));
        assertThat(vault(of(given)).copies()).containsExactly(Sample.copy(cluster, hoursAgo(9)));
    }

    @Test
    void keepsEveryJobThatTakesASlot() {
        var gone =
                Sample.job(
                        Sample.point(Sample.cluster("gone"), hoursAgo(9)), VAULT, "RUNNING", NOW);
        assertThat(source(of(Given.nothing().job(gone))).copyJobs()).containsExactly(gone);
    }

    @Test
    void keepsTheNewestJobThatTellsOfTheKeyHoweverOld() {
        var cluster = Sample.cluster("orders");
        var old = Sample.point(cluster, hoursAgo(33));
        var refused = Sample.job(old, VAULT, "FAILED", hoursAgo(32), "KMS_KEY_ERROR");
        var given = Given.protectedCluster(cluster).point(old).job(refused);
        assertThat(source(of(given)).copyJobs()).containsExactly(refused);
        assertThat(source(of(given)).points()).contains(old);
    }

    @Test
    void keepsClustersAndWhatCouldNotBeSeen() {
        var unseen =
                new AccountView.Unreadable(
                        Sample.account(Sample.OTHER_ACCOUNT, "ACTIVE"), "AccessDenied");
        var given = Given.protectedCluster(Sample.cluster("a")).account(unseen).unreadableVault();
        assertThat(of(given).accounts()).contains(unseen);
        assertThat(source(of(given)).clusters()).hasSize(1);
        assertThat(of(given).vaults()).isEqualTo(given.inventory().vaults());
    }

    private static CopyJob newestJob(Cluster cluster) {
        return Sample.job(Sample.point(cluster, hoursAgo(9)), VAULT, "COMPLETED", hoursAgo(8));
    }

    private static Given estate(Random random) {
        var given = Given.nothing().key(Sample.key(KeyView.Admission.ADMITS));
        if (random.nextBoolean()) {
            given.policies(Sample.weekly());
        }
        for (var i = 0; i < 1 + random.nextInt(5); i++) {
            var cluster = Sample.cluster("c" + i);
            given.and(cluster);
            for (var day = 0; day < 6; day++) {
                history(given, cluster, 9 + 24L * day, random);
            }
        }
        return given;
    }

    private static void history(Given given, Cluster cluster, long hoursAgo, Random random) {
        var at = hoursAgo(hoursAgo);
        var rule = random.nextInt(3) > 0 ? "daily" : "weekly";
        var points =
                List.of(Sample.by(rule, Sample.point(cluster, at)), Sample.rekeyed(cluster, at));
        for (var point : points) {
            if (random.nextInt(4) > 0) {
                given.point(point);
                job(given, point, hoursAgo - 2, random);
            }
        }
        if (random.nextInt(3) == 0) {
            var days = Duration.ofDays(random.nextBoolean() ? 35 : 90);
            given.copy(Sample.expiring(at.plus(days), Sample.copy(cluster, at)));
        }
    }

    private static void job(Given given, RecoveryPoint point, long hoursAgo, Random random) {
        var target = random.nextInt(3) > 0 ? VAULT : Sample.memberVault(Sample.REKEY_VAULT);
        if (random.nextInt(2) == 0) {
            given.job(
                    Sample.job(
                            point,
                            target,
                            STATES.get(random.nextInt(STATES.size())),
                            hoursAgo(hoursAgo),
                            WORDS.get(random.nextInt(WORDS.size())),
                            ""));
        }
    }

    private static Inventory of(Given given) {
        return Groundwork.of(given.inventory(), given.everyGuarded(), given.policies().estate());
    }

    private static CopyPlan plan(Given given, Inventory inventory) {
        return CopyPlanner.plan(
                Binding.of(inventory, given.policies(), NOW),
                new NextSteps(given.policies().estate(), NOW),
                new TreeMap<>(Map.of(VAULT, 3)),
                100);
    }

    private static RegionView.Source source(Inventory inventory) {
        return inventory.accounts().stream()
                .filter(AccountView.Seen.class::isInstance)
                .map(AccountView.Seen.class::cast)
                .flatMap(account -> account.regions().stream())
                .filter(RegionView.Source.class::isInstance)
                .map(RegionView.Source.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static VaultView.Seen vault(Inventory inventory) {
        return (VaultView.Seen) inventory.vaults().getFirst();
    }
}
