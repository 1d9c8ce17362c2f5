package secondbackup.cdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

final class SecondBackupAppTest {
    @TempDir Path folder;

    @Test
    void saysAllThatIsWrongWithThePoliciesAndWritesNothing() throws IOException {
        var files = Estates.files();
        files.computeIfPresent(
                "estate.json",
                (_, text) ->
                        text.replace("\"governance\"", "\"goverment\"").replace("11111111", "x"));
        files.put("rights/list.json", "{}");
        var said = new ByteArrayOutputStream();
        var properties = AppProps.builder().outdir(folder.toString()).build();
        var code = SecondBackupApp.run(properties, files, new PrintStream(said, true, UTF_8));

        assertThat(code).isEqualTo(64);
        assertThat(said.toString(UTF_8).lines())
                .anyMatch(line -> line.contains("estate.json /vaults/0/mode: 'goverment'"))
                .anyMatch(line -> line.contains("estate.json /managementAccount: 'x1111'"))
                .anyMatch(line -> line.contains("rights/list.json /"))
                .noneMatch(line -> line.contains("\tat "));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void addsEveryStackOfTheEstate() throws IOException {
        var jar = Files.writeString(folder.resolve("second-backup.jar"), "a jar");
        var app = new App();
        SecondBackupApp.add(app, Estates.files(), jar.toString());

        assertThat(app.getNode().getChildren())
                .extracting(child -> child.getNode().getId())
                .contains(
                        "SecondBackupOrganization",
                        "SecondBackupMemberRoles",
                        "SecondBackupMemberBackup",
                        "SecondBackupVault-second-backup",
                        "SecondBackupRecoveryVaultSide",
                        "SecondBackupRecovery",
                        "SecondBackupControl",
                        "SecondBackupWatchDeadMan");
    }
}
