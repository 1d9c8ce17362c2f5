package secondbackup.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;
import secondbackup.aws.ReportForms;
import secondbackup.report.CauseGroup;

/// A day of the rehearsal, as it is shown.
class ShownTest {
    private static final String ESCAPES = "\u001b\\[[0-9;]*m";
    private static final int WIDTH = 120;
    private static final String PLAIN = shown(Ansi.OFF);

    @Test
    void theSameSeedPrintsTheSameAgainAndColoursAddNothingButColour() {
        var coloured = shown(Ansi.ON);

        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll(ESCAPES, "")).isEqualTo(PLAIN);
    }

    @Test
    void aPipeGetsNoEscapeCodes() {
        assertThat(PLAIN).doesNotContain("\u001b");
    }

    @Test
    void saysTheSeedWhatIsProtectedAndWhereTheReportLies() {
        assertThat(PLAIN)
                .startsWith("second-backup: a rehearsal")
                .contains("Seed 1. 1 days;")
                .containsPattern("(?m)^\\d+ of \\d+ clusters are protected\\.$")
                .contains("What was copied", "The last notice in Slack")
                .contains("An oracle that reads the simulated world itself agreed")
                .containsPattern("The report as JSON: \\S+report\\.json\\R$");
    }

    @Test
    void eachRowOfTheCausesBeginsWithItsKindAndHasCauseAndRemedy() throws IOException {
        var table = PLAIN.substring(PLAIN.indexOf("What is wrong"), PLAIN.indexOf("What came and"));
        var kinds = new ArrayList<String>();
        for (var row : table.substring(table.indexOf("──\n") + 3).strip().split("\n\n", -1)) {
            kinds.add(row.substring(0, row.indexOf(' ')));
            assertThat(row)
                    .contains("\n" + " ".repeat(20) + "Cause: ", "\n" + " ".repeat(20) + "Do: ");
        }
        var json = Files.readAllBytes(Path.of("target/rehearsal/report.json"));
        var expected =
                CauseGroup.of(ReportForms.read(json).gaps()).stream()
                        .map(CauseGroup::kind)
                        .toList();
        assertThat(kinds).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void noLineIsWiderThanTheScreenButForWordsThatAre() {
        assertThat(PLAIN.lines().filter(line -> line.length() > WIDTH))
                .allMatch(line -> line.strip().split(" ").length <= 2);
    }

    private static String shown(Ansi ansi) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, UTF_8)) {
            assertThat(Rehearsal.run(1, 1, new Screen(out, ansi, true, WIDTH))).isTrue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toString(UTF_8);
    }
}
