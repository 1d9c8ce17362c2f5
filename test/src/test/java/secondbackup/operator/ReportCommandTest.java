package secondbackup.operator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import secondbackup.cli.Stop;
import secondbackup.operator.Console.Ran;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;

/// The report and the ledger in the terminal, after four days of the small world.
final class ReportCommandTest {
    private static final Day DAY = Day.deployed();
    private static final String LEDGER = "second-backup-ledger-" + SmallWorld.CONTROL;

    @TempDir Path folder;

    @BeforeAll
    static void live() {
        for (var day = 0; day < 4; day++) {
            DAY.pass(6);
            DAY.sweep();
            DAY.pass(18);
        }
        DAY.pass(6);
        DAY.sweep();
    }

    private static Ran run(String... arguments) {
        return new Console(DAY.world(), SmallWorld.CONTROL, new Stop()).run(arguments);
    }

    private Path reportFile() throws IOException {
        return Files.writeString(folder.resolve("report.json"), DAY.report().toString());
    }

    @Test
    void latestReportIsReadFromTheBucket() {
        var ran = run("report");

        assertThat(ran.err()).contains("Reading the latest report in second-backup-reports-");
        assertThat(ran.lines()).anyMatch(line -> line.startsWith("Report of "));
        assertThat(ran.out()).contains("protected", "Copy slots of second-backup", "Last 5 days:");
        assertThat(ran.code()).isEqualTo(DAY.report().path("gaps").isEmpty() ? 0 : 1);
    }

    @Test
    void fileNeedsNoCredentials() throws IOException {
        var before = DAY.world().calls().snapshot();

        assertThat(run("report", "--file", reportFile().toString()).out()).contains("protected");
        assertThat(DAY.world().calls().since(before)).isEmpty();
    }

    @Test
    void jsonIsTheReportItself() throws IOException {
        var ran = run("report", "--file", reportFile().toString(), "--json");

        assertThat(SmallWorld.parse(ran.out())).isEqualTo(DAY.report());
    }

    @Test
    void oneClusterIsToldInFull() {
        var ran = run("report", "cluster", SmallWorld.ORDERS);

        assertThat(ran.out())
                .contains(
                        "orders: kept at ",
                        SmallWorld.ORDERS,
                        "a copy no older than 36 h, by backup/every-cluster.json",
                        "checked     restorable",
                        "Moments one can go back to: ")
                .containsPattern("days +[KYUWLM]{5}\\n");
        assertThat(ran.code()).isZero();
        assertThat(run("report", "cluster", "orders").out()).isEqualTo(ran.out());
        assertThat(
                        SmallWorld.parse(run("report", "cluster", "orders", "--json").out())
                                .at("/track/id/arn")
                                .asText())
                .isEqualTo(SmallWorld.ORDERS);
    }

    @Test
    void clusterThatTheReportDoesNotHaveIsBadInput() {
        var ran = run("report", "cluster", "nothing");

        assertThat(ran.code()).isEqualTo(64);
        assertThat(ran.err())
                .contains("cluster 'nothing': the report has none of that ARN or name");
    }

    @Test
    void fileThatIsNoReportIsBadInput() throws IOException {
        var file = Files.writeString(folder.resolve("x.json"), "{}");

        assertThat(run("report", "--file", file.toString()).code()).isEqualTo(64);
        assertThat(run("report", "--file", "/nowhere").err())
                .contains("--file '/nowhere': expected a file");
    }

    @Test
    void bucketThatMayNotBeReadIsSaid() {
        var ran = new Console(DAY.world(), SmallWorld.SHOP, new Stop()).run("report");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("reports/latest.json").doesNotContain("\tat ");
    }

    @Test
    void ledgerHoldsADayForEveryDayThatIsOver() {
        var ran = run("ledger", "verify");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("The chain holds: 4 files, ", "SHA-256 of the last file: ");
    }

    @Test
    void ledgerThatWasChangedIsFound() throws IOException {
        var bucket = DAY.world().buckets().find(LEDGER).orElseThrow();
        for (var day = 19; day < 23; day++) {
            var key = "days/2026-10-" + day + ".json";
            var content = bucket.newest(key).orElseThrow().content().asByteArray();
            Files.write(folder.resolve("2026-10-" + day + ".json"), content);
        }
        assertThat(run("ledger", "verify", "--dir", folder.toString()).code()).isZero();

        var file = folder.resolve("2026-10-20.json");
        var forged = (ObjectNode) SmallWorld.parse(Files.readString(file));
        forged.withArray("gaps").removeAll();
        forged.put("sweep", "2026-10-20T00:00:00Z");
        Files.writeString(file, forged.toString());
        var ran = run("ledger", "verify", "--dir", folder.toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "THE CHAIN BREAKS",
                        "2026-10-20: the file is not the one whose hash 2026-10-21");
    }

    @Test
    void ledgerWithoutCommandIsBadInput() {
        assertThat(run("ledger").code()).isEqualTo(64);
        assertThat(run("ledger", "verify", "--dir", "/nowhere").err()).contains("--dir '/nowhere'");
    }
}
