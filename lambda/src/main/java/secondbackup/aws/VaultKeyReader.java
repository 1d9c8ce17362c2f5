package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.Optional;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultView.VaultKey;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultResponse;

/// Reads the key that encrypts what arrives in a vault.
///
/// Source: AWS Backup API, `DescribeBackupVaultOutput.EncryptionKeyType`; AWS KMS API, `KeyMetadata`; read
/// 2026-11-22.
final class VaultKeyReader {
    private final RegionalSession session;

    VaultKeyReader(RegionalSession session) {
        this.session = session;
    }

    VaultKey read(DescribeBackupVaultResponse vault) {
        return orEmpty(vault.encryptionKeyTypeAsString()).equals("AWS_OWNED_KMS_KEY")
                ? new VaultKey.AwsOwned()
                : Attempt.orElse(
                        () -> customer(vault), failure -> new VaultKey.Unreadable(failure.cause()));
    }

    private VaultKey customer(DescribeBackupVaultResponse vault) {
        var key = new Arn(required(vault.encryptionKeyArn(), "BackupVault.EncryptionKeyArn"));
        var described = KeyReader.describe(session, key);
        return new VaultKey.Customer(
                key,
                orEmpty(described.keyStateAsString()),
                Optional.ofNullable(described.deletionDate()),
                orEmpty(described.originAsString()),
                KeyReader.policy(session, key));
    }
}
