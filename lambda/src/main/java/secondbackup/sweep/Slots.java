package secondbackup.sweep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.copy.CopyOrder;
import secondbackup.inventory.Arn;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.VaultView.Kind;
import secondbackup.policy.Estate;

/// Free copy slots by vault. In use is the larger of two counts: the snapshots that RDS in the vault account
/// is still copying, where jobs may not tell of all of them ([UntoldCopies]), and the unfinished jobs of the accounts
/// that copy into it. What was started in this run, or may have been, comes on top. A vault whose snapshots should be
/// counted, and cannot be, has no free slot.
///
/// A job that never ends would hold its slot for ever, and a handful of them all slots. So a stuck one counts
/// only by the snapshot that RDS is copying for it, and by itself where RDS shows none, as in an air-gapped vault.
final class Slots {
    private Slots() {}

    static SortedMap<Arn, Integer> free(
            Estate estate,
            FreshVaults vaults,
            FreshJobs jobs,
            List<CopyOrder> started,
            Instant now) {
        var stuckBefore = stuckBefore(estate, now);
        var free = new TreeMap<Arn, Integer>();
        for (var vault : estate.vaults()) {
            var live =
                    into(
                            vault,
                            jobs.live().stream()
                                    .filter(job ->
                                            vault.kind() == Kind.AIR_GAPPED
                                                    || !job.createdAt().isBefore(stuckBefore))
                                    .map(CopyJob::targetVault));
            var ours = into(vault, started.stream().map(CopyOrder::targetVault));
            var used = vaults.taken(vault, live) + ours;
            free.put(vault.arn(), Math.max(0, vault.copySlots() - used));
        }
        return free;
    }

    /// A job that was created before it, and is still in progress, is stuck.
    static Instant stuckBefore(Estate estate, Instant now) {
        return now.minus(Duration.ofHours(estate.copyHoursMax()));
    }

    private static int into(Estate.Vault vault, Stream<Arn> targets) {
        return Math.toIntExact(targets.filter(vault.arn()::equals).count());
    }
}
