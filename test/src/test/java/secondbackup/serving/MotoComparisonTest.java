package secondbackup.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Our reading of AWS against that of moto, where both simulate the same. Each difference is explained in
/// `src/test/python/moto_differences.json`.
final class MotoComparisonTest {
    @Test
    void everyDifferenceFromMotoIsExplainedAndOccurs() throws Exception {
        try (var door = Outside.serve()) {
            var said = Outside.python("moto_comparison.py", door.url());

            System.out.println("moto: " + said.text().lines().findFirst().orElse(""));
            assertThat(said.text()).contains(" steps, 0 problems");
            assertThat(said.exitCode()).isZero();
        }
    }
}
