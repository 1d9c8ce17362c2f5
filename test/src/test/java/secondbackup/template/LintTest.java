package secondbackup.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every template, as cfn-lint judges it: types, names, values, and the state machine's definition.
final class LintTest {
    /// W3005: the CDK names dependencies that a reference implies already. I1022: it joins texts where a substitution
    /// would read better. Both are how it writes, not what we say. I3042: an ARN names the partition `aws`, as every document
    /// of `policies/` does; AWS Backup's copies do not leave a partition.
    private static final String IGNORED = "--ignore-checks=W3005,I1022,I3042";

    @TempDir Path folder;

    /// One run judges them all, for it is slow to start.
    @Test
    void findsNothingButWhatWasBrokenOnPurpose() throws Exception {
        var templates = new ArrayList<Path>();
        Synthesis.stacks().forEach(stack -> templates.add(Synthesis.file(stack.getStackName())));
        assertThat(templates).hasSizeGreaterThan(8);
        var vault =
                broken(
                        "SecondBackupVault-second-backup",
                        "\"MinRetentionDays\": 7",
                        "\"MinRetentionDays\": \"week\"");
        var function =
                broken("SecondBackupControl", "\"Runtime\": \"java25\"", "\"Runtime\": \"java52\"");
        templates.addAll(List.of(vault, function));

        var said = lint(templates);

        assertThat(said).anyMatch(line -> line.startsWith(vault.toString()));
        assertThat(said).anyMatch(line -> line.startsWith(function.toString()));
        assertThat(said)
                .allMatch(line ->
                        line.startsWith(vault.toString()) || line.startsWith(function.toString()));
    }

    private Path broken(String stack, String sound, String wrong) throws Exception {
        var text = Files.readString(Synthesis.file(stack));
        var compact = text.contains(sound) ? text : text.replace("\":", "\": ");
        assertThat(compact).contains(sound);
        return Files.writeString(
                folder.resolve(stack + "-broken.template.json"), compact.replace(sound, wrong));
    }

    private static List<String> lint(List<Path> templates) throws Exception {
        var command = new ArrayList<String>();
        command.add(".venv/bin/cfn-lint");
        command.addAll(List.of("--regions", "eu-central-1", "eu-west-1", "us-east-1"));
        command.addAll(List.of("--include-checks=I", IGNORED, "--format=parseable", "--template"));
        templates.forEach(template -> command.add(template.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said.lines().filter(line -> !line.isBlank()).toList();
    }
}
