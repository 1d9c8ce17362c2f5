package secondbackup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LauncherTest {
    private static final int JAVA_8 = 52;

    @ParameterizedTest
    @CsvSource({"1.8, 8", "11, 11", "17, 17", "25, 25"})
    void readsEveryJavasOwnNumber(String version, int feature) {
        assertThat(Launcher.feature(version)).isEqualTo(feature);
    }

    /// Else an older Java could not say what is missing. Bytes 6 and 7 of a class file are its version.
    @Test
    void launcherCanBeLoadedByAnOlderJava() throws IOException {
        try (var file = Launcher.class.getResourceAsStream("Launcher.class")) {
            var bytes = Objects.requireNonNull(file, "Launcher.class").readAllBytes();

            assertThat(bytes[6] * 256 + bytes[7]).isEqualTo(JAVA_8);
        }
    }
}
