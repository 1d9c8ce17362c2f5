package secondbackup.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import secondbackup.inventory.AccountId;
import secondbackup.policy.BadPolicies;
import secondbackup.policy.PolicyReader;
import secondbackup.policy.Route;

class PolicyFilesTest {
    @TempDir private Path folder;

    @Test
    void theBundledPoliciesCanBeUsed() {
        var policies = PolicyReader.read(PolicyFiles.read(Optional.empty()));
        var vault = policies.estate().vaults().getFirst();
        assertThat(vault.account()).isEqualTo(new AccountId("333333333333"));
        assertThat(vault.accessPolicy() + vault.keyPolicy())
                .contains("o-exampleorgid", "role/AWSBackup-second-backup")
                .doesNotContain("${");
        var rule = policies.rules().getFirst();
        assertThat(rule.copyAgeMax()).isEqualTo(Duration.ofHours(36));
        assertThat(rule.retentionDays()).isEqualTo(35);
        assertThat(rule.route()).isEqualTo(Route.AUTO);
        assertThat(rule.who().accounts()).isEmpty();
        assertThat(rule.who().units()).isEmpty();
        assertThat(rule.who().tags()).isEmpty();
    }

    @Test
    void aFolderTakesThePlaceOfTheBundledOneButForItsSchemas() throws IOException {
        Files.writeString(folder.resolve("estate.json"), "{}");
        Files.writeString(folder.resolve("notes.txt"), "no policy");
        var files = PolicyFiles.read(Optional.of(folder.toUri()));
        assertThat(files.keySet())
                .contains("schema/estate.schema.json", "schema/promise.schema.json")
                .allMatch(name -> name.equals("estate.json") || name.startsWith("schema/"));
        assertThat(files).containsEntry("estate.json", "{}");
    }

    @Test
    void aFolderMayBringItsOwnSchema() throws IOException {
        Files.createDirectory(folder.resolve("schema"));
        Files.writeString(folder.resolve("schema/estate.schema.json"), "{\"own\": true}");
        assertThat(PolicyFiles.read(Optional.of(folder.toUri())))
                .containsEntry("schema/estate.schema.json", "{\"own\": true}");
    }

    @Test
    void readsOutOfAJarWithoutEntriesForItsFolders() throws IOException {
        var jar = folder.resolve("second-backup.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("policies/backup/one.json"));
            out.write("{\"one\": 1}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry("other/backup/two.json"));
        }
        var url = URI.create("jar:" + jar.toUri() + "!/policies/");
        assertThat(PolicyFiles.read(Optional.of(url)))
                .containsEntry("backup/one.json", "{\"one\": 1}")
                .doesNotContainKey("backup/two.json");
    }

    @Test
    void namesEveryProblemAtOnce() {
        var files = PolicyFiles.read(Optional.empty());
        files.computeIfPresent(
                "estate.json",
                (_, text) ->
                        text.replace("\"222222222222\"", "\"22222\"")
                                .replace("\"direct\"", "\"sideways\""));
        files.computeIfPresent(
                "backup/every-cluster.json",
                (_, text) -> text.replace("\"retentionDays\": 35", "\"retentionDays\": 0"));
        assertThatThrownBy(() -> PolicyReader.read(files))
                .isInstanceOf(BadPolicies.class)
                .hasMessageContainingAll(
                        "3 problems",
                        "estate.json /controlAccount: '22222'",
                        "estate.json /defaultEncryption: 'sideways'",
                        "backup/every-cluster.json /retentionDays: '0'");
    }

    @Test
    void saysWhichFieldIsUnknown() {
        var files = PolicyFiles.read(Optional.empty());
        files.computeIfPresent(
                "backup/every-cluster.json",
                (_, text) -> text.replace("\"retentionDays\"", "\"retentionDay\""));
        assertThatThrownBy(() -> PolicyReader.read(files))
                .hasMessageContaining("retentionDay'")
                .hasMessageContaining("backup/every-cluster.json");
    }
}
