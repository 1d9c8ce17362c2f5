package secondbackup.sweep;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.copy.CopyOrder;
import secondbackup.inventory.Arn;
import secondbackup.policy.Estate;

/// Free copy slots by vault. In use is the larger of two counts: the snapshots that RDS in the vault account
/// is still copying, and the unfinished jobs of the accounts that copy into it. What was started in this run,
/// or may have been, comes on top. A vault that could not be read has no free slot.
final class Slots {
    private Slots() {}

    static SortedMap<Arn, Integer> free(
            Estate estate, FreshVaults vaults, FreshJobs jobs, List<CopyOrder> started) {
        var free = new TreeMap<Arn, Integer>();
        for (var vault : estate.vaults()) {
            var live = into(vault, jobs.live().stream().map(job -> job.targetVault()));
            var ours = into(vault, started.stream().map(order -> order.targetVault()));
            var used = Math.max(vaults.copying(vault), live) + ours;
            free.put(vault.arn(), Math.toIntExact(Math.max(0, vault.copySlots() - used)));
        }
        return free;
    }

    private static long into(Estate.Vault vault, Stream<Arn> targets) {
        return targets.filter(vault.arn()::equals).count();
    }
}
