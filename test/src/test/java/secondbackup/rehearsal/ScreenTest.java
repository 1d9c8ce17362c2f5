package secondbackup.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

/// Readable wherever it is shown.
class ScreenTest {
    private static final Story.Day DAY =
            new Story.Day(
                    Instant.parse("2026-10-20T03:00:00Z"), 27, 54, 12, 9, kinds(), new TreeMap<>());

    private static SortedMap<String, Integer> kinds() {
        var kinds = new TreeMap<String, Integer>();
        for (var kind : List.of("CopyFailing", "CopyLate", "NoRecoveryPoint", "VaultNotLocked")) {
            kinds.put(kind, 2);
        }
        return kinds;
    }

    @Test
    void hasNothingButAsciiWhereTheOutputIsNotUtf8() {
        var shown = shown(false, 120, ScreenTest::everything);

        assertThat(shown)
                .matches("\\p{ASCII}*")
                .contains("##########..........", "-> Do this", "?");
    }

    @Test
    void drawsItsBarWhereItIs() {
        assertThat(shown(true, 120, ScreenTest::everything))
                .contains("██████████░░░░░░░░░░", "→ Do");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 80, 120, 160, 400})
    void staysWithinTheTerminal(int width) {
        var room = Math.clamp(width, 80, 160);

        assertThat(shown(true, width, ScreenTest::everything).lines())
                .allMatch(line -> line.length() <= room)
                .anyMatch(line -> line.length() == room);
    }

    @Test
    void showsEveryChangeOfADayHoweverNarrow() {
        assertThat(shown(true, 80, screen -> screen.day(DAY)))
                .contains(
                        "+2 CopyFailing", "+2 CopyLate", "+2 NoRecoveryPoint", "+2 VaultNotLocked");
    }

    @Test
    void breaksNoCommandInTheMiddleOfAWord() {
        var arn = "arn:aws:rds:eu-north-1:444444444403:cluster:audit";

        assertThat(shown(true, 80, screen -> screen.row("NoCopy", List.of("Do: look at " + arn))))
                .startsWith("NoCopy              Do: look at")
                .contains(" " + arn);
    }

    @Test
    void aPipeHasNoColoursAndATerminalThatAsksForThemHas() throws Exception {
        assertThat(ofItsOwn("CLICOLOR_FORCE", "")).startsWith("rehearsal: got seed 'x'");
        assertThat(ofItsOwn("CLICOLOR_FORCE", "1")).startsWith("\u001b[").contains("seed 'x'");
    }

    private static void everything(Screen screen) {
        screen.title("Title");
        screen.heading("Heading");
        screen.dayHeadings();
        screen.day(DAY);
        screen.line("• " + "words and words ".repeat(20) + "…");
        screen.line("    → Do this – and that · at once: ö");
        screen.good("good ".repeat(40));
        screen.row("NoCopy", List.of("what ".repeat(40), "Cause: " + "why ".repeat(50)));
    }

    private static String shown(boolean unicode, int width, Consumer<Screen> show) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, UTF_8)) {
            show.accept(new Screen(out, Ansi.OFF, unicode, width));
        }
        return bytes.toString(UTF_8);
    }

    /// What the program prints into a pipe when its arguments are wrong.
    private static String ofItsOwn(String variable, String value) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var path = System.getProperty("java.class.path");
        var builder = new ProcessBuilder(java, "-cp", path, Rehearsal.class.getName(), "x");
        List.of("NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE").forEach(builder.environment()::remove);
        if (!value.isEmpty()) {
            builder.environment().put(variable, value);
        }
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(64);
        return output;
    }
}
