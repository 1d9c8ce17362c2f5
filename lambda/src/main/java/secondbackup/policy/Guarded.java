package secondbackup.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import secondbackup.inventory.BackupJob;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;

/// One cluster in a source Region, with what is promised to it and all that was seen of it.
///
/// @param promise empty where no rule binds it
/// @param enrolled whether a backup plan that fills our source vault selects it
/// @param rekeyVault name of the newest re-key vault of its account and Region; empty where none is there
/// @param points its recovery points in our vaults of its account, oldest first
/// @param jobs its copy jobs, oldest first
/// @param key the key it is encrypted with, empty unless that is a key in AWS KMS
/// @param vaultView what was seen of the vault that takes its copies
/// @param copies its copies in that vault, oldest first
/// @param lastBackup how its newest backup into a source vault ended
public record Guarded(
        MemberAccount account,
        Cluster cluster,
        Optional<Promise> promise,
        boolean enrolled,
        Optional<String> rekeyVault,
        List<RecoveryPoint> points,
        List<CopyJob> jobs,
        Optional<KeyView> key,
        Estate.Vault vault,
        VaultView vaultView,
        List<VaultedCopy> copies,
        Optional<BackupJob> lastBackup) {
    public Guarded {
        points =
                points.stream()
                        .sorted(
                                Comparator.comparing(RecoveryPoint::capturedAt)
                                        .thenComparing(RecoveryPoint::arn))
                        .toList();
        jobs =
                jobs.stream()
                        .sorted(Comparator.comparing(CopyJob::createdAt).thenComparing(CopyJob::id))
                        .toList();
        copies =
                copies.stream()
                        .sorted(
                                Comparator.comparing(VaultedCopy::capturedAt)
                                        .thenComparing(VaultedCopy::arn))
                        .toList();
    }
}
