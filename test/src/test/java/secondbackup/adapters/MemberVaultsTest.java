package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import secondbackup.handler.PolicyFiles;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.Lambdas;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;

/// Vaults and plans of member accounts as the member stack makes them: names with a suffix, rules for tiers.
final class MemberVaultsTest {
    private static final String SOURCE = "second-backup-source";
    private static final String REKEY = "second-backup-rekey";

    @TempDir Path folder;

    /// What every account has in a source Region.
    private static ObjectNode place(ObjectNode world) {
        return (ObjectNode) world.at("/blueprints/member/regions/*");
    }

    /// @param filled vault that the plan fills
    private static ObjectNode world(List<String> vaults, String filled) {
        var world = SmallWorld.json();
        SmallWorld.clusters(world, SmallWorld.SHOP, SmallWorld.IRELAND)
                .add(SmallWorld.cluster("ledger", "aws-managed"));
        var list = place(world).putArray("vaults");
        vaults.forEach(
                name -> list.addObject().put("name", name).put("key", "second-backup-member"));
        ((ObjectNode) place(world).at("/plans/0/plan/Rules/0"))
                .put("TargetBackupVaultName", filled);
        return world;
    }

    private static List<String> sources(Day day) {
        return day.world().copyJobs().all().stream()
                .filter(job -> job.targetVaultArn.equals(SmallWorld.VAULT_ARN))
                .filter(CopyJob::ended)
                .map(job -> job.sourceVaultArn.substring(job.sourceVaultArn.lastIndexOf(':') + 1))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void copiesFromWhereAPointLiesAndRekeysIntoAVaultThatIsThere() {
        var vaults = List.of(SOURCE + "-0a0a0a0a", SOURCE + "-1b1b1b1b", REKEY + "-2c2c2c2c");
        var day = Day.lived(SmallWorld.read(world(vaults, SOURCE + "-0a0a0a0a")));
        day.pass(6);
        var report = day.sweep();

        assertThat(sources(day)).containsExactly(REKEY + "-2c2c2c2c", SOURCE + "-0a0a0a0a");
        assertThat(report.at("/summary/protectedClusters").asInt())
                .isEqualTo(report.at("/summary/clusters").asInt());
    }

    @Test
    void saysWhereNoPlanFillsAVaultOfOurs() {
        var vaults = List.of(SOURCE + "ry", REKEY);
        var report = Day.of(SmallWorld.read(world(vaults, SOURCE + "ry"))).sweep();
        assertThat(Day.gaps(report, SmallWorld.ORDERS)).contains("NotEnrolled");
    }

    @Test
    void saysWhereThereIsNoVaultToRekeyInto() {
        var day =
                Day.lived(
                        SmallWorld.read(
                                world(List.of(SOURCE + "-0a0a0a0a"), SOURCE + "-0a0a0a0a")));
        var ledger = SmallWorld.ORDERS.replace("orders", "ledger");
        assertThat(Day.gaps(day.report(), ledger)).contains("KeyNotShareable");
        assertThat(Day.gaps(day.report(), SmallWorld.ORDERS)).isEmpty();
    }

    /// The world begins on a Monday. The point of Tuesday is the weekly one, and passes the daily one by.
    @Test
    void keepsAWeeklyCopyAsLongAsItsTierSays() throws IOException {
        var world = world(List.of(SOURCE, REKEY), SOURCE);
        var rules = place(world).withArray("/plans/0/plan/Rules");
        var weekly = ((ObjectNode) rules.get(0)).deepCopy();
        weekly.put("RuleName", "weekly").put("ScheduleExpression", "cron(0 3 ? * TUE *)");
        weekly.putObject("Lifecycle").put("DeleteAfterDays", 14);
        rules.add(weekly);
        var day = Day.of(SmallWorld.read(world));
        var lambdas = tiered(day);
        for (var half = 0; half < 6; half++) {
            day.pass(12);
            day.look(lambdas, "");
            lambdas.copy(List.of());
        }

        assertThat(copies(day, SmallWorld.ORDERS)).containsExactly(35L, 90L, 35L);
        assertThat(Day.gaps(day.report(), SmallWorld.ORDERS)).isEmpty();
    }

    /// Days that the copies of a cluster are kept, oldest first.
    private static List<Long> copies(Day day, String cluster) {
        return day.vault().points.values().stream()
                .filter(point -> point.resourceArn.equals(cluster))
                .sorted(Comparator.comparing((RecoveryPoint point) -> point.createdAt))
                .map(point -> point.deleteAfterDays)
                .toList();
    }

    /// The Lambdas under a promise with a weekly tier.
    private Lambdas tiered(Day day) throws IOException {
        for (var file : PolicyFiles.read(Optional.empty()).entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(folder));
            Files.writeString(path, file.getValue());
        }
        Files.delete(folder.resolve("backup/research.json"));
        var promise = (ObjectNode) SmallWorld.policies("backup/every-cluster.json");
        promise.withObject("/tiers/weekly")
                .put("day", "TUE")
                .put("sourceRetentionDays", 14)
                .put("retentionDays", 90);
        Files.writeString(folder.resolve("backup/every-cluster.json"), promise.toString());
        var environment = new TreeMap<String, String>();
        environment.put("SECOND_BACKUP_POLICIES", folder.toUri().toString());
        return day.with(day.slack().poster(), environment);
    }
}
