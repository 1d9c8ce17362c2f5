package secondbackup.sweep;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.copy.CopyOrder;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;

/// Free copy slots by vault. In use is the larger of two counts: the snapshots that RDS in the vault account
/// is still copying, and the unfinished jobs of the accounts that copy into it. What was started in this run,
/// or may have been, comes on top. A vault that could not be read has no free slot.
final class Slots {
    private Slots() {}

    static SortedMap<Arn, Integer> free(
            Estate estate, List<VaultView> vaults, FreshJobs jobs, List<CopyOrder> started) {
        var free = new TreeMap<Arn, Integer>();
        for (var vault : estate.vaults()) {
            var live =
                    jobs.live().stream()
                            .filter(job -> job.targetVault().equals(vault.arn()))
                            .count();
            var ours =
                    started.stream()
                            .filter(order -> order.targetVault().equals(vault.arn()))
                            .count();
            var copying =
                    vaults.stream()
                            .filter(view -> view.vault().equals(vault.arn()))
                            .mapToInt(view -> copying(view, vault.copySlots()))
                            .max()
                            .orElse(vault.copySlots());
            free.put(
                    vault.arn(),
                    Math.toIntExact(
                            Math.max(0, vault.copySlots() - Math.max(copying, live) - ours)));
        }
        return free;
    }

    private static int copying(VaultView view, int all) {
        return switch (view) {
            case VaultView.Seen seen -> seen.snapshotsCopying().orElse(all);
            case VaultView.Unreadable _ -> all;
        };
    }
}
