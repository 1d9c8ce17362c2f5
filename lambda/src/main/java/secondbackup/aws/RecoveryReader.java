package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.Objects;
import java.util.Optional;
import secondbackup.inventory.Arn;
import secondbackup.inventory.RecoveryView;
import software.amazon.awssdk.services.backup.model.BackupVaultListMember;
import software.amazon.awssdk.services.rds.model.DBSubnetGroup;

/// Reads what a restore needs in the account and Region into which copies are brought back.
///
/// Source: Amazon RDS API, `DescribeDBSubnetGroups`; AWS Backup API, `ListBackupVaults`; read 2026-11-27.
final class RecoveryReader {
    private final RegionalSession session;

    RecoveryReader(RegionalSession session) {
        this.session = session;
    }

    /// @param vault the one that receives copies
    RecoveryView read(Arn vault) {
        return Attempt.orElse(
                () ->
                        new RecoveryView.Seen(
                                keyState(vault),
                                zones(),
                                ClusterQuota.read(session.rds(), session.credentials())),
                failure -> new RecoveryView.Unreadable(failure.cause()));
    }

    private Optional<String> keyState(Arn vault) {
        return session
                .backup()
                .listBackupVaultsPaginator(
                        request -> request.overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.backupVaultList().stream())
                .filter(listed -> vault.name().equals(listed.backupVaultName()))
                .findFirst()
                .map(this::keyState);
    }

    /// Nobody can disable a key of AWS's own.
    private String keyState(BackupVaultListMember vault) {
        return orEmpty(vault.encryptionKeyTypeAsString()).equals("AWS_OWNED_KMS_KEY")
                ? "Enabled"
                : orEmpty(KeyReader.describe(session, key(vault)).keyStateAsString());
    }

    private static Arn key(BackupVaultListMember vault) {
        return new Arn(required(vault.encryptionKeyArn(), "BackupVault.EncryptionKeyArn"));
    }

    /// Of the group that covers most.
    private int zones() {
        return session
                .rds()
                .describeDBSubnetGroupsPaginator(
                        request -> request.overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.dbSubnetGroups().stream())
                .filter(group -> "Complete".equals(group.subnetGroupStatus()))
                .mapToInt(RecoveryReader::zones)
                .max()
                .orElse(0);
    }

    private static int zones(DBSubnetGroup group) {
        return (int)
                group.subnets().stream()
                        .filter(subnet -> "Active".equals(subnet.subnetStatus()))
                        .map(subnet -> subnet.subnetAvailabilityZone())
                        .filter(Objects::nonNull)
                        .map(zone -> orEmpty(zone.name()))
                        .distinct()
                        .count();
    }
}
