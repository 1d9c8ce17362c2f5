package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.handler.PolicyFiles;
import secondbackup.policy.PolicyReader;
import secondbackup.policy.TripwireReader;

/// The page that a tripwire's notice leads to says what each is about, in the words of the policies.
final class TripwirePageTest {
    @Test
    void everyTripwireHasItsPartOfThePageAndNoOtherHas() throws IOException {
        var files = PolicyFiles.read(Optional.empty());
        var wires = TripwireReader.read(files, PolicyReader.read(files).estate()).wires();
        var page = page();

        assertThat(page.lines().filter(line -> line.startsWith("## ")))
                .containsExactlyElementsOf(
                        wires.stream().map(wire -> "## " + wire.name()).toList());
        for (var wire : wires) {
            assertThat(page).contains(wire.why(), wire.next());
            assertThat(wire.calls())
                    .allMatch(call -> page.contains("`" + wire.service() + ":" + call + "`"));
        }
    }

    private static String page() throws IOException {
        try (var text = TripwirePageTest.class.getResourceAsStream("/runbook/Tripwire.md")) {
            return new String(
                    Objects.requireNonNull(text, "page").readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
