package secondbackup.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The wire protocols, judged by boto3: client and server of the SDK for Java share one model, so that
/// mistakes of both would cancel out.
final class SweepTest {
    @Test
    void boto3UnderstandsEveryFieldOfEveryOperationAsItsHandlerSetIt() throws Exception {
        try (var door = Outside.serve()) {
            var said = Outside.python("sweep.py", door.url());

            System.out.println("boto3 sweep: " + said.text().lines().findFirst().orElse(""));
            assertThat(said.text()).contains(" 0 problems");
            assertThat(said.exitCode()).isZero();
        }
    }
}
