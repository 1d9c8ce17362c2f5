package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;

/// The vaults as the last whole sweep saw them, until somebody looks at them anew.
final class FreshVaults {
    private final VaultReader reader;
    private final Estate estate;
    private final Instant now;
    private List<VaultView> views;
    private boolean looked;

    FreshVaults(VaultReader reader, Estate estate, List<VaultView> surveyed, Instant now) {
        this.reader = reader;
        this.estate = estate;
        this.views = List.copyOf(surveyed);
        this.now = now;
    }

    List<VaultView> views() {
        return views;
    }

    void look() {
        views = estate.vaults().stream().map(this::fresh).toList();
        looked = true;
    }

    /// Snapshots that are being copied into the account of a vault. None is known of before somebody looked;
    /// where looking failed, as many as the vault has slots.
    int copying(Estate.Vault vault) {
        if (!looked) {
            return 0;
        }
        return view(vault.arn())
                .filter(VaultView.Seen.class::isInstance)
                .map(VaultView.Seen.class::cast)
                .map(seen -> seen.snapshotsCopying().orElse(vault.copySlots()))
                .orElse(vault.copySlots());
    }

    /// What could not be read when somebody looked, and why.
    Stream<String> unread() {
        return looked ? views.stream().flatMap(FreshVaults::unread) : Stream.of();
    }

    private static Stream<String> unread(VaultView view) {
        return switch (view) {
            case VaultView.Unreadable(var vault, var cause) ->
                    Stream.of("vault " + vault + ": " + cause);
            case VaultView.Seen seen ->
                    seen.snapshotsCopying().isPresent()
                            ? Stream.of()
                            : Stream.of("snapshots on their way into vault " + seen.vault());
        };
    }

    private VaultView fresh(Estate.Vault vault) {
        return view(vault.arn()).orElse(null) instanceof VaultView.Seen seen
                ? reader.renewed(vault, seen, now)
                : reader.read(vault, now);
    }

    private Optional<VaultView> view(Arn vault) {
        return views.stream().filter(view -> view.vault().equals(vault)).findFirst();
    }
}
