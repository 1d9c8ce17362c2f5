package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.List;
import secondbackup.inventory.MemberVault;
import secondbackup.policy.Estate;

/// Reads which of our vaults one Region of a source account has: those of the stack that stands there, and those that
/// earlier stacks left behind.
///
/// Source: AWS Backup API, `ListBackupVaults` and `BackupVaultListMember`, read 2026-11-27.
final class MemberVaultReader {
    private final RegionalSession session;
    private final Estate estate;

    MemberVaultReader(RegionalSession session, Estate estate) {
        this.session = session;
        this.estate = estate;
    }

    List<MemberVault> read() {
        return session
                .backup()
                .listBackupVaultsPaginator(
                        request -> request.overrideConfiguration(session.rights()))
                .stream()
                .flatMap(page -> page.backupVaultList().stream())
                .filter(vault -> ours(orEmpty(vault.backupVaultName())))
                .map(vault ->
                        new MemberVault(
                                vault.backupVaultName(),
                                required(
                                        vault.creationDate(),
                                        "BackupVaultListMember.CreationDate")))
                .toList();
    }

    private boolean ours(String name) {
        return estate.isSourceVault(name) || estate.isRekeyVault(name);
    }
}
