package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.gap.Gap;

class RunbookTest {
    private static final int LINES_MAX = 40;

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasAPage(String kind) {
        var page = page(kind);

        assertThat(page).hasSizeBetween(20, LINES_MAX).first().isEqualTo("# " + kind);
        assertThat(page)
                .containsSubsequence(
                        "## Why it happens",
                        "## See for yourself",
                        "## What to do",
                        "## It is over when");
        assertThat(page.getLast()).matches("Sources, read 2026-11-2\\d: .+");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noPageTellsToDeleteOrWeaken(String kind) {
        assertThat(String.join("\n", page(kind)))
                .doesNotContain(
                        " delete-",
                        " disable-",
                        " schedule-key-deletion",
                        " update-recovery-point");
    }

    /// What people run to look must change nothing.
    @ParameterizedTest
    @MethodSource("kinds")
    void commandsToLookOnlyRead(String kind) {
        var page = page(kind);
        var from = page.indexOf("## See for yourself");
        var commands = page.subList(from, page.indexOf("## What to do"));

        assertThat(commands).anyMatch(line -> line.startsWith("aws "));
        assertThat(commands.stream().filter(line -> line.startsWith("aws ")))
                .allMatch(line ->
                        line.matches(
                                "aws [a-z]+ (list|describe|get|lookup|assume-role)[a-z-]*( .*)?"));
    }

    static Stream<String> kinds() {
        return Arrays.stream(Gap.class.getPermittedSubclasses())
                .filter(Gap.class::isAssignableFrom)
                .map(Class::getSimpleName);
    }

    private static List<String> page(String kind) {
        try (var page = Gap.class.getResourceAsStream("/runbook/" + kind + ".md")) {
            assertThat(page).as("runbook page of " + kind).isNotNull();
            return new String(page.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
