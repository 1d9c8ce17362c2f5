package secondbackup.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.rights.RightsFile;
import secondbackup.simulation.world.SimulatedOrganization;

/// Whose role lacks a right is named by the life of a seed, too: what seeds live through runs under the deployed rights.
final class SeededRightMissingTest {
    private static final long SEED = 1;

    @TempDir private Path folder;

    private static void takeAway(SimulatedOrganization world, String name, String action) {
        var accounts = world.organization().accounts.keySet();
        var roles =
                accounts.stream()
                        .flatMap(account -> world.roles().find(account, name).stream())
                        .toList();
        assertThat(roles).isNotEmpty();
        for (var role : roles) {
            var policy = role.policies.getOrDefault("rights", "");
            assertThat(policy).contains(action);
            role.policies.put("rights", RightsFile.without(policy, action));
        }
    }

    private List<String> wrong(String role, String action) throws IOException {
        try {
            return SeededLife.lived(SEED, folder, world -> takeAway(world, role, action)).wrong();
        } catch (IllegalStateException failed) {
            return List.of(String.valueOf(failed.getMessage()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "second-backup-list, organizations:ListAccounts",
        "second-backup-survey, sts:AssumeRole",
        "second-backup-copy, sts:AssumeRole",
        "second-backup-verify, s3:PutObject",
        "second-backup-notify, secretsmanager:GetSecretValue",
        "second-backup-member-survey, rds:DescribeDBClusters",
        "second-backup-member-copy, backup:StartCopyJob",
        "second-backup-vault-reader, backup:DescribeBackupVault",
        "AWSBackup-second-backup, rds:CreateDBClusterSnapshot",
        "AWSBackup-second-backup, backup:CopyFromBackupVault"
    })
    void isNamed(String role, String action) throws IOException {
        assertThat(wrong(role, action))
                .anyMatch(each -> each.contains(role + " lacks the right to " + action));
    }
}
