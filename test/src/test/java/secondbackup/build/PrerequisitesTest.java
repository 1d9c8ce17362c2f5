package secondbackup.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a newcomer is told whose machine lacks something: all of it at once, and only that.
final class PrerequisitesTest {
    private static final String RELEASE = "25";
    private static final String NO_SUCH_RELEASE = "99";
    private static final String MAVEN = "3.8.7";

    @TempDir static Path compiled;
    @TempDir Path tools;

    /// For Java 11, the oldest that Maven may run on.
    @BeforeAll
    static void compile() {
        var check = Path.of("..", ".mvn", "Prerequisites.java").toString();
        var javac = ToolProvider.findFirst("javac").orElseThrow();
        var options = List.of("--release", "11", "-Xlint:-options", "-d", compiled.toString());
        var arguments = Stream.concat(options.stream(), Stream.of(check)).toArray(String[]::new);
        assertThat(javac.run(System.out, System.err, arguments)).isZero();
    }

    @BeforeEach
    void everythingIsThere() throws IOException {
        tool("node", "echo v20.1.0");
        tool("npm", "echo 10.2.3");
        tool("python3", "case $1 in --version) echo Python 3.11.4;; *) echo there;; esac");
    }

    @Test
    void saysNothingWhereNothingIsMissing() throws Exception {
        assertThat(told(RELEASE, "tests", MAVEN)).isEmpty();
    }

    @Test
    void namesEverythingThatIsMissingInOneMessage() throws Exception {
        for (var tool : List.of("node", "npm", "python3")) {
            Files.delete(tools.resolve(tool));
        }

        assertThat(told(NO_SUCH_RELEASE, "tests", "3.6.3"))
                .containsOnlyOnce("This machine lacks what second-backup needs:")
                .contains("- JDK 99: none found in JAVA_HOME, JAVA99_HOME,")
                .contains("set JAVA99_HOME to it.")
                .contains("- Maven 3.8 or newer: this is Maven 3.6.3.")
                .contains("- Node 20 or newer: 'node --version' did not answer.")
                .contains("- npm, which comes with Node: 'npm --version' did not answer.")
                .contains("- Python 3.11 or newer: 'python3 --version' did not answer.");
    }

    @Test
    void saysWhichVersionsAreTooOld() throws Exception {
        tool("node", "echo v18.19.0");
        tool("python3", "echo Python 3.10.12");

        assertThat(told(RELEASE, "tests", MAVEN))
                .contains("'node --version' answers v18.19.0.")
                .contains("'python3 --version' answers Python 3.10.12.")
                .doesNotContain("npm", "JDK", "Maven");
    }

    @Test
    void saysThatPythonCannotMakeEnvironments() throws Exception {
        tool("python3", "case $1 in --version) echo Python 3.11.4;; *) exit 1;; esac");

        assertThat(told(RELEASE, "tests", MAVEN))
                .contains("Python's modules venv and ensurepip: python3 cannot import them.")
                .contains("python3-venv")
                .doesNotContain("Node", "Python 3.11");
    }

    @Test
    void theRehearsalNeedsNeitherNpmNorPython() throws Exception {
        for (var tool : List.of("npm", "python3")) {
            Files.delete(tools.resolve(tool));
        }

        assertThat(told(RELEASE, "rehearsal", MAVEN)).isEmpty();
    }

    @Test
    void theRehearsalNeedsNodeForTheTemplates() throws Exception {
        Files.delete(tools.resolve("node"));

        assertThat(told(RELEASE, "rehearsal", MAVEN))
                .contains("- Node 20 or newer: 'node --version' did not answer.")
                .doesNotContain("npm", "Python");
    }

    private void tool(String name, String script) throws IOException {
        var file = tools.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /// What the check prints when it stops the build; empty when it lets the build go on.
    private String told(String... arguments) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-cp", compiled.toString(), "Prerequisites");
        builder.command().addAll(List.of(arguments));
        BuildTest.SAID_ALOUD.forEach(builder.environment()::remove);
        builder.environment().put("PATH", tools.toString());
        builder.redirectErrorStream(true);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(output.isEmpty() ? 0 : 1);
        return output;
    }
}
