package secondbackup.switches;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.simulation.physics.Switches;

/// An open question whose switch is ignored would look as if it were answered: each has a test in the
/// simulation's own tests that turns it, besides those that run them all.
final class EverySwitchTest {
    private static final Path SIMULATION = Path.of("src/test/java/secondbackup/simulation");
    private static final List<String> TESTS = tests();

    private static List<String> tests() {
        try (var files = Files.walk(SIMULATION)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .map(EverySwitchTest::text)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<String> names() {
        return Stream.of(Switches.class.getRecordComponents()).map(RecordComponent::getName);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isTurnedByATestOfItsOwn(String name) {
        var turned = Pattern.compile("Worlds\\.with\\([^;]*\"" + name + "\"");

        assertThat(TESTS).anyMatch(text -> turned.matcher(text).find());
    }
}
