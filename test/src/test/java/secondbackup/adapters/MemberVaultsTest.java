package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import secondbackup.handler.PolicyFiles;
import secondbackup.proof.Day;
import secondbackup.proof.OwnEstate;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.Templates;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.Kind;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.world.World;

/// Vaults and plans of member accounts as the member stack makes them: names with a suffix, rules for tiers.
final class MemberVaultsTest {
    private static final String SOURCE = "second-backup-source";
    private static final String REKEY = "second-backup-rekey";
    private static final String LEDGER = SmallWorld.ORDERS.replace("orders", "ledger");

    private static World world() {
        var world = SmallWorld.bare();
        SmallWorld.clusters(world, SmallWorld.SHOP, SmallWorld.IRELAND)
                .add(SmallWorld.cluster("ledger", "aws-managed"));
        return SmallWorld.read(world);
    }

    private static List<Vault> vaults(Day day, String beginning) {
        return day.world().vaults().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                .filter(vault -> vault.name.startsWith(beginning))
                .toList();
    }

    private static List<String> sources(Day day) {
        return day.world().copyJobs().all().stream()
                .filter(job -> job.targetVaultArn.equals(SmallWorld.VAULT_ARN))
                .filter(CopyJob::ended)
                .map(job -> job.sourceVaultArn)
                .filter(arn -> arn.contains(SmallWorld.IRELAND))
                .distinct()
                .sorted()
                .toList();
    }

    /// An older stack has left a source vault behind.
    @Test
    void copiesFromWhereAPointLiesAndRekeysIntoAVaultThatIsThere() {
        var day = Day.deployed(world());
        var filled = vaults(day, SOURCE).getFirst();
        day.world()
                .vaults()
                .put(
                        new Vault(
                                SmallWorld.SHOP,
                                SmallWorld.IRELAND,
                                SOURCE + "-00000000",
                                Kind.BACKUP_VAULT,
                                filled.keyArn,
                                Instant.EPOCH));
        day.lived();
        day.pass(6);
        var report = day.sweep();

        assertThat(vaults(day, SOURCE)).hasSize(2);
        assertThat(sources(day)).containsExactly(vaults(day, REKEY).getFirst().arn(), filled.arn());
        assertThat(report.at("/summary/protectedClusters").asInt())
                .isEqualTo(report.at("/summary/clusters").asInt());
    }

    /// Whoever deployed had another name in mind than the Lambdas have.
    @Test
    void saysWhereNoPlanFillsAVaultOfOurs() {
        var others = Templates.bundled().with(text -> text.replace(SOURCE, SOURCE + "ry"));
        var report = Day.deployed(world(), others).sweep();
        assertThat(Day.gaps(report, SmallWorld.ORDERS)).contains("NotEnrolled");
        assertThat(Day.gaps(Day.deployed(world()).sweep(), SmallWorld.ORDERS))
                .doesNotContain("NotEnrolled");
    }

    @Test
    void saysWhereThereIsNoVaultToRekeyInto() {
        var day = Day.deployed(world());
        vaults(day, REKEY).forEach(day.world().vaults()::remove);
        day.lived();
        assertThat(Day.gaps(day.report(), LEDGER)).contains("KeyNotShareable");
        assertThat(Day.gaps(day.report(), SmallWorld.ORDERS)).isEmpty();
    }

    /// The world begins on a Sunday evening. The point of Tuesday is the weekly one, and passes the daily one by.
    @Test
    void keepsAWeeklyCopyAsLongAsItsTierSays() {
        var own = OwnEstate.of("tiered", weekly());
        var day = Day.deployed(world(), own);
        for (var half = 0; half < 6; half++) {
            day.pass(12);
            day.look();
            day.lambdas().copy(List.of());
        }

        assertThat(copies(day, SmallWorld.ORDERS)).containsExactly(35L, 90L, 35L);
        assertThat(Day.gaps(day.report(), SmallWorld.ORDERS)).isEmpty();
    }

    private static SortedMap<String, String> weekly() {
        var files = PolicyFiles.read(Optional.empty());
        files.remove("backup/research.json");
        var promise = (ObjectNode) SmallWorld.policies("backup/every-cluster.json");
        promise.withObject("/tiers/weekly")
                .put("day", "TUE")
                .put("sourceRetentionDays", 14)
                .put("retentionDays", 90);
        files.put("backup/every-cluster.json", promise.toString());
        return files;
    }

    /// Days that the copies of a cluster are kept, oldest first.
    private static List<Long> copies(Day day, String cluster) {
        return day.vault().points.values().stream()
                .filter(point -> point.resourceArn.equals(cluster))
                .sorted(Comparator.comparing((RecoveryPoint point) -> point.createdAt))
                .map(point -> point.deleteAfterDays)
                .toList();
    }
}
