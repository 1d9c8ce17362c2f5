package secondbackup.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The AWS CLI against the served simulation. Its transcript lies in `target/cli-story.txt`.
final class CommandLineStoryTest {
    private static final Path TRANSCRIPT = Path.of("target", "cli-story.txt");

    @Test
    void everyCommandEndsAsItWouldOnAws() throws Exception {
        Files.createDirectories(TRANSCRIPT.getParent());
        try (var door = Outside.serve()) {
            var said = Outside.python("cli_story.py", door.url(), TRANSCRIPT.toString());

            System.out.print(said.text());
            assertThat(said.exitCode()).as(said.text()).isZero();
        }
    }
}
