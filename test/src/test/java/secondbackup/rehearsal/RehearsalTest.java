package secondbackup.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.simulation.world.World;
import secondbackup.simulation.world.WorldReader;

/// The fortnight of the rehearsal, as a newcomer sees it: every report is true, and says what its reader must
/// know. Nothing but what was deployed wakes the Lambdas. Both branches of what is not known of Aurora's default encryption, side by side.
@Execution(ExecutionMode.CONCURRENT)
class RehearsalTest {
    private static final Duration DAYS = Duration.ofDays(14).plusHours(13);
    private static final Instant LOCK_IS_FINAL = Instant.parse("2026-10-22T09:30:00Z");
    private static final int SWEEPS = 29;
    private static final int CALENDAR_DAYS = 15;
    private static final int TRIPWIRES = 1;

    /// No fewer than this many clusters are there in every sweep.
    private static final int CLUSTERS_MIN = 55;

    private final List<String> disagreements = new ArrayList<>();
    private final SortedMap<String, Instant> lastSeen = new TreeMap<>();
    private int sweeps;
    private int clusters;
    private JsonNode report = new ObjectMapper().createObjectNode();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyReportOfTheFortnightIsTrueAndSaysWhatIsOdd(boolean defaultEncryptionCopies)
            throws IOException {
        var life = Life.deployed(world(defaultEncryptionCopies), 1);

        life.live(DAYS, this::look);

        assertThat(disagreements).isEmpty();
        assertThat(sweeps).isEqualTo(SWEEPS);
        assertThat(clusters).isGreaterThan(SWEEPS * CLUSTERS_MIN);
        assertThat(life.slack().messages())
                .as("a notice a day, more with news")
                .filteredOn(message -> !message.contains("Tripwire "))
                .filteredOn(message -> !message.contains("Self-test: "))
                .hasSizeBetween(CALENDAR_DAYS, SWEEPS);
        assertThat(life.slack().messages())
                .filteredOn(message -> message.contains("Tripwire "))
                .hasSize(TRIPWIRES);
        assertThat(life.slack().messages())
                .as("one each Monday")
                .filteredOn(message -> message.contains("Self-test: "))
                .hasSize(2);
        assertThat(life.world().server().unanswered()).isEmpty();
        saysWhatIsOdd();
        assertThat(standing("444444444404", "eu-north-1", "notebooks"))
                .as("under the default encryption too, but promised to go over the re-key vault")
                .isEqualTo("PROTECTED");
        if (defaultEncryptionCopies) {
            assertThat(standing("444444444409", "eu-west-1", "media")).isEqualTo("PROTECTED");
        } else {
            assertThat(gaps("444444444409", "eu-west-1", "media"))
                    .containsExactly("CopyFailing", "NoCopy");
        }
    }

    private void saysWhatIsOdd() {
        var standing = new TreeSet<String>();
        report.path("gaps").forEach(gap -> standing.add(gap.path("kind").asText()));
        assertThat(standing)
                .containsExactly(
                        "AccountUnreadable",
                        "BackupFailing",
                        "CopyFailing",
                        "CopyLate",
                        "CopyStuck",
                        "KeyNotShareable",
                        "NoCopy",
                        "NoRecoveryPoint",
                        "NotEnrolled",
                        "OptedOut",
                        "RegionUncovered",
                        "Unencrypted");
        assertThat(lastSeen.get("VaultNotLocked")).isBefore(LOCK_IS_FINAL);
        assertThat(gaps("444444444402", "eu-north-1", "orders"))
                .as("a stuck copy holds up the cluster's backups")
                .containsExactly("BackupFailing", "CopyLate", "CopyStuck", "NoRecoveryPoint");
        assertThat(gaps("444444444403", "eu-north-1", "audit"))
                .containsExactly("NoCopy", "NoRecoveryPoint", "NotEnrolled");
        assertThat(gaps("444444444406", "us-east-1", "us-pilot"))
                .containsExactly("RegionUncovered");
        assertThat(gaps("444444444407", "eu-north-1", "newsletter"))
                .containsExactly("CopyLate", "NoRecoveryPoint");
        assertThat(gaps("444444444408", "eu-west-1", "vectors"))
                .containsExactly("BackupFailing", "CopyLate", "KeyNotShareable", "NoRecoveryPoint");
        assertThat(gaps("444444444410", "eu-west-1", "directors"))
                .containsExactly("CopyFailing", "CopyLate", "NotEnrolled");
        for (var healed : List.of("ledger", "cards", "archive")) {
            assertThat(standing("444444444401", "eu-north-1", healed)).isEqualTo("PROTECTED");
        }
        assertThat(standing("444444444402", "eu-west-1", "wishlist")).isEqualTo("PROTECTED");
        assertThat(standing("444444444403", "eu-west-1", "users")).isEqualTo("PROTECTED");
        assertThat(standing("444444444406", "eu-west-1", "depots")).isEqualTo("PROTECTED");
        assertThat(standing("444444444401", "eu-west-1", "tokens")).as("deleted").isEmpty();
        assertThat(gaps("444444444401", "eu-west-1", "tokens")).isEmpty();
    }

    private static World world(boolean defaultEncryptionCopies) throws IOException {
        try (var stream = RehearsalTest.class.getResourceAsStream("/rehearsal/world.json")) {
            var file = (ObjectNode) new ObjectMapper().readTree(stream);
            file.putObject("switches").put("defaultEncryptionCopies", defaultEncryptionCopies);
            return WorldReader.read("rehearsal", file.toString());
        }
    }

    private void look(Life.Sweep sweep) {
        sweeps++;
        clusters += sweep.clusters();
        report = sweep.report();
        sweep.disagreements().forEach(each -> disagreements.add(sweep.at() + " " + each));
        report.path("gaps").forEach(gap -> lastSeen.put(gap.path("kind").asText(), sweep.at()));
    }

    private List<String> gaps(String account, String region, String cluster) {
        var arn = arn(account, region, cluster);
        var kinds = new TreeSet<String>();
        report.path("gaps")
                .forEach(gap -> {
                    if (gap.path("arn").asText().equals(arn)) {
                        kinds.add(gap.path("kind").asText());
                    }
                });
        return List.copyOf(kinds);
    }

    private String standing(String account, String region, String cluster) {
        for (var line : report.path("clusters")) {
            if (line.path("id").path("arn").asText().equals(arn(account, region, cluster))) {
                return line.path("standing").asText();
            }
        }
        return "";
    }

    private static String arn(String account, String region, String cluster) {
        return "arn:aws:rds:" + region + ":" + account + ":cluster:" + cluster;
    }
}
