package secondbackup.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.gap.Gap;

/// The README keeps up with the code: what somebody looks up there at night must be there.
final class ReadmeTest {
    private static final int LINES_MAX = 8;
    private static final Path README = Path.of("..", "README.md");
    private static final Path RUNBOOK = Path.of("..", "lambda/src/main/resources/runbook");

    @Test
    void everyKindOfGapHasItsHeadingAndNoOtherHas() throws IOException {
        assertThat(sections().keySet()).containsExactlyInAnyOrderElementsOf(kinds());
    }

    @Test
    void noneIsLongerThanEightLinesAndEachSaysWhatToDoAndWhenItIsOver() throws IOException {
        sections()
                .forEach((kind, lines) -> {
                    assertThat(lines).as(kind).hasSizeBetween(3, LINES_MAX);
                    assertThat(lines).as(kind).anyMatch(line -> line.startsWith("Next step: "));
                    assertThat(lines).as(kind).anyMatch(line -> line.startsWith("Over when: "));
                });
    }

    @Test
    void everyKindHasItsPageInTheRunbookAndSoHaveTripwires() throws IOException {
        try (var pages = Files.list(RUNBOOK)) {
            var expected = new ArrayList<>(kinds());
            expected.add("Tripwire");
            assertThat(pages.map(page -> page.getFileName().toString().replaceFirst("\\.md$", "")))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void theTwoCommandsAreTheOnesThatCiRuns() throws IOException {
        var ci = Files.readString(Path.of("..", ".ci", "run"));
        for (var command : List.of("mvn -q -Prehearsal", "mvn verify")) {
            assertThat(Files.readString(README)).containsPattern("(?m)^" + command + " ");
        }
        assertThat(ci)
                .contains("mvn -q -Prehearsal >")
                .endsWith("mvn --batch-mode --no-transfer-progress verify\n");
    }

    private static List<String> kinds() {
        return Arrays.stream(Gap.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();
    }

    /// The lines below each heading of "Gaps", without empty ones.
    private static SequencedMap<String, List<String>> sections() throws IOException {
        var text = Files.readString(README);
        var from = text.indexOf("\n## Gaps\n");
        var gaps = text.substring(from, text.indexOf("\n## ", from + 1));
        var sections = new TreeMap<String, List<String>>();
        for (var section : gaps.substring(gaps.indexOf("\n### ")).split("\n### ", -1)) {
            var lines = section.lines().filter(line -> !line.isBlank()).toList();
            if (!lines.isEmpty()) {
                assertThat(sections.put(lines.getFirst(), lines.subList(1, lines.size()))).isNull();
            }
        }
        return sections;
    }
}
