package secondbackup.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Files that can be read at one sitting. Lists those over the aim, and fails only far outside.
class TidyTest {
    private static final int MAIN_AIM = 150;
    private static final int MAIN_MAX = 250;
    private static final int TEST_AIM = 300;
    private static final int TEST_MAX = 450;

    private record Source(String file, long lines) {
        int aim() {
            return test() ? TEST_AIM : MAIN_AIM;
        }

        int max() {
            return test() ? TEST_MAX : MAIN_MAX;
        }

        private boolean test() {
            return file.contains("src/test/");
        }
    }

    @Test
    void keepsEveryFileShort() throws IOException {
        var sources = sources();
        sources.stream()
                .filter(source -> source.lines() > source.aim())
                .forEach(source ->
                        System.out.println(
                                source.lines()
                                        + " lines, aim "
                                        + source.aim()
                                        + ": "
                                        + source.file()));
        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(sources.stream().filter(source -> source.lines() > source.max())).isEmpty();
    }

    private static List<Source> sources() throws IOException {
        var root = Path.of("..").toRealPath();
        return Stream.of("lambda", "cdk", "test")
                .map(module -> root.resolve(module).resolve("src"))
                .flatMap(folder -> in(folder).stream())
                .map(file -> source(root, file))
                .sorted(Comparator.comparing(Source::file))
                .toList();
    }

    private static List<Path> in(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    private static Source source(Path root, Path file) {
        try (var lines = Files.lines(file)) {
            return new Source(root.relativize(file).toString(), lines.count());
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }
}
