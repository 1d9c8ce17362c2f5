package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.benchmark.History;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Plans.Plan;
import secondbackup.simulation.backup.Plans.Selection;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.wire.CallCounts.Kind;
import secondbackup.simulation.world.World;
import software.amazon.awssdk.services.backup.model.BackupSelection;

/// More of everything in one Region than AWS tells on one page: what stands on the second page counts as much.
final class ManyPagesTest {
    private static final int MANY = 120;

    /// As many as AWS Backup tells on one page when it is asked for as many as it can.
    private static final int PAGE = 1_000;

    private static final Duration BETWEEN_COPIES = Duration.ofMinutes(20);

    private static final AtomicReference<String> FIRST = new AtomicReference<>("");

    private static Day day = Day.deployed();
    private static JsonNode evening = SmallWorld.parse("{}");
    private static SortedMap<Kind, Long> asked = new TreeMap<>();

    private static World world(int clusters) {
        var json = SmallWorld.bare();
        var all = SmallWorld.clusters(json, SmallWorld.SHOP, SmallWorld.IRELAND);
        for (var name : List.of("many", "more")) {
            all.add(SmallWorld.cluster(name, "shop").put("count", clusters / 2).put("sizeGiB", 1));
        }
        return SmallWorld.read(json);
    }

    /// A night of backups, a day of copies, and a look in the evening. The copy of one cluster, which was ordered
    /// first, hangs.
    @BeforeAll
    static void live() {
        day = Day.deployed(world(MANY));
        hideThePlan();
        hidePointsAndJobs();
        day.world()
                .copyTroubles()
                .stick(job -> {
                    FIRST.compareAndSet("", job.resourceArn);
                    return job.resourceArn.equals(FIRST.get());
                });
        day.pass(6);
        day.sweep();
        var hangsTooLongAt = day.world().time().instant().plus(Duration.ofHours(13));
        while (day.world().time().instant().isBefore(hangsTooLongAt)) {
            day.world().advance(BETWEEN_COPIES);
            day.lambdas().copy(List.of());
        }
        var before = day.world().calls().snapshot();
        evening = day.look();
        asked = day.world().calls().since(before);
    }

    /// Behind more plans, and its selection behind more selections, than a page holds.
    private static void hideThePlan() {
        var plans = day.world().backup().plans();
        var ours = plans.in(SmallWorld.SHOP, SmallWorld.IRELAND).getFirst();
        for (var number = 1; number <= MANY; number++) {
            var id = String.format(Locale.ROOT, "-%03d", number);
            var nothing = BackupSelection.builder().selectionName(id).resources("arn:aws:efs:*");
            ours.selections.put(id, new Selection(id, nothing.build(), ours.createdAt, ""));
            plans.put(
                    new Plan(
                            ours.account,
                            ours.region,
                            id,
                            ours.createdAt,
                            "",
                            ours.document,
                            ours.versionId));
        }
    }

    /// Behind those of a cluster that is no more.
    private static void hidePointsAndJobs() {
        var vault =
                day.world().vaults().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                        .filter(one -> one.name.startsWith("second-backup-source"))
                        .findFirst()
                        .orElseThrow();
        var gone = SmallWorld.ORDERS.replace("orders", "gone");
        var role = "arn:aws:iam::" + SmallWorld.SHOP + ":role/AWSBackup-second-backup";
        var at = day.world().time().instant().minus(Duration.ofDays(1));
        for (var number = 0; number < PAGE; number++) {
            var id = String.format(Locale.ROOT, "00000000-%04d", number);
            var arn = gone.replace("cluster:gone", "cluster-snapshot:awsbackup:job-" + id);
            vault.points.put(
                    arn, new RecoveryPoint(arn, gone, "Aurora", at, role, "", false, "COMPLETED"));
            var job =
                    new CopyJob(
                            SmallWorld.SHOP,
                            SmallWorld.IRELAND,
                            id,
                            arn,
                            vault.arn(),
                            SmallWorld.VAULT_ARN,
                            gone,
                            "Aurora",
                            role,
                            at,
                            35L,
                            "");
            job.state = "COMPLETED";
            day.world().copyJobs().put(job);
        }
    }

    private static List<String> kinds(String arn) {
        return Day.gaps(evening, arn);
    }

    @Test
    void everyClusterIsListed() {
        assertThat(evening.path("clusters")).hasSize(MANY + 2);
    }

    @Test
    void everyOneOfAThousandIsListed() {
        var huge = Day.deployed(world(PAGE + 10));
        assertThat(huge.look().path("clusters")).hasSize(PAGE + 12);
    }

    @Test
    void everyOneOfAThousandCopiesIsFound() {
        var aged = Day.deployed(world(MANY / 3));
        History.add(aged.world(), SmallWorld.VAULT_ARN, 35, aged.world().time().instant());
        var report = aged.look();
        assertThat(aged.vault().points).hasSizeGreaterThan(PAGE);
        assertThat(report.at("/summary/protectedClusters").asInt()).isEqualTo(MANY / 3 + 2);
    }

    @Test
    void everyCopyIsFoundInTheVault() {
        assertThat(day.vault().points.values())
                .filteredOn(point -> point.status.equals("COMPLETED"))
                .hasSize(MANY + 1);
        assertThat(evening.at("/summary/protectedClusters").asInt()).isEqualTo(MANY + 1);
    }

    @Test
    void theOldestJobIsFoundBehindAllLaterOnes() {
        assertThat(day.world().copyJobs().in(SmallWorld.SHOP, SmallWorld.IRELAND))
                .hasSize(PAGE + MANY + 1);
        assertThat(kinds(FIRST.get())).containsExactlyInAnyOrder("CopyStuck", "NoCopy");
        assertThat(evening.path("gaps").findValuesAsText("kind"))
                .filteredOn(kind -> !kind.equals("DeploymentDrifted"))
                .hasSize(2);
    }

    @Test
    void thePlanIsFoundBehindAllOthers() {
        assertThat(kinds(SmallWorld.ORDERS)).isEmpty();
        assertThat(evening.path("gaps").findValuesAsText("kind")).doesNotContain("NotEnrolled");
    }

    /// The re-key vault, which is empty, has one page more.
    @ParameterizedTest
    @CsvSource({
        "DescribeDBClusters, 2",
        "DescribeDBClusterSnapshots, 2",
        "ListRecoveryPointsByBackupVault, 3",
        "ListCopyJobs, 2",
        "ListBackupPlans, 2"
    })
    void noListEndedWithItsFirstPage(String operation, int pages) {
        assertThat(pages(operation)).isEqualTo(pages);
    }

    /// Each of the other plans has one page of selections, an empty one.
    @Test
    void norDidTheSelections() {
        assertThat(pages("ListBackupSelections")).isEqualTo(MANY + 2);
    }

    private static long pages(String operation) {
        return asked.entrySet().stream()
                .filter(call -> call.getKey().account().equals(SmallWorld.SHOP))
                .filter(call -> call.getKey().region().equals(SmallWorld.IRELAND))
                .filter(call -> call.getKey().operation().equals(operation))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
