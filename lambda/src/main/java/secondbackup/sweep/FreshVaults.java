package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;

/// The vaults as the last whole sweep saw them, and, where somebody has looked, how many snapshots are being
/// copied into their accounts this moment. What has arrived since the sweep is known by its job. A vault that
/// the sweep could not see is read in whole.
final class FreshVaults {
    private final VaultReader reader;
    private final Estate estate;
    private final UntoldCopies untold;
    private final Instant now;
    private final SortedMap<Arn, VaultView> views = new TreeMap<>();
    private final SortedMap<Arn, OptionalInt> copying = new TreeMap<>();

    FreshVaults(
            VaultReader reader,
            Estate estate,
            List<VaultView> surveyed,
            UntoldCopies untold,
            Instant now) {
        this.reader = reader;
        this.estate = estate;
        this.untold = untold;
        this.now = now;
        surveyed.forEach(view -> views.put(view.vault(), view));
    }

    List<VaultView> views() {
        return List.copyOf(views.values());
    }

    /// Counts anew where jobs may not tell of every copy, and reads what the sweep could not see.
    ///
    /// @return whether anything was read
    boolean look() {
        for (var vault : estate.vaults()) {
            if (!(views.get(vault.arn()) instanceof VaultView.Seen seen)) {
                var view = reader.read(vault, now);
                views.put(vault.arn(), view);
                copying.put(vault.arn(), view.copying());
            } else if (untold.possible(seen)) {
                copying.put(vault.arn(), reader.snapshotsCopying(seen, vault, now));
            }
        }
        return !copying.isEmpty();
    }

    /// What could not be read when somebody looked, and why.
    Stream<String> unread() {
        return copying.entrySet().stream()
                .filter(count -> Objects.requireNonNull(count.getValue()).isEmpty())
                .map(count -> "vault " + count.getKey() + ": " + cause(count.getKey()));
    }

    private String cause(Arn vault) {
        return views.get(vault) instanceof VaultView.Unreadable unreadable
                ? unreadable.cause()
                : "the copies on their way into it could not be counted";
    }

    /// How many copies take slots of the vault: the larger of two counts where somebody has counted its snapshots, as many
    /// as it has slots where that failed, and where nobody has, the jobs and what stuck ones hold.
    ///
    /// @param live unfinished jobs into it that count
    int taken(Estate.Vault vault, int live) {
        var counted = copying.get(vault.arn());
        if (counted != null) {
            return Math.max(counted.orElse(vault.copySlots()), live);
        }
        return views.get(vault.arn()) instanceof VaultView.Seen seen
                ? live + untold.held(seen)
                : live;
    }
}
