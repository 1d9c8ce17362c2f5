package secondbackup.simulation.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import software.amazon.awssdk.services.backup.model.RecoveryPointSelection;

/// The legal holds of all accounts and Regions.
public final class Holds {
    /// One hold.
    public static final class Hold {
        public final String account;
        public final String region;
        public final String id;
        public final String title;
        public final String description;
        public final Instant createdAt;
        public final RecoveryPointSelection selection;
        public String cancelDescription = "";
        public @Nullable Instant cancelledAt;
        public @Nullable Instant retainRecordUntil;

        Hold(
                String account,
                String region,
                String id,
                String title,
                String description,
                Instant createdAt,
                RecoveryPointSelection selection) {
            this.account = account;
            this.region = region;
            this.id = id;
            this.title = title;
            this.description = description;
            this.createdAt = createdAt;
            this.selection = selection;
        }

        public String arn() {
            return "arn:aws:backup:" + region + ":" + account + ":legal-hold:" + id;
        }

        public boolean active() {
            return cancelledAt == null;
        }

        /// Whether it holds a point: in one of its vaults, of one of its resources, made in its range. What
        /// it leaves open holds for all.
        boolean holds(Vault vault, RecoveryPoint point) {
            return active()
                    && account.equals(vault.account)
                    && region.equals(vault.region)
                    && (selection.vaultNames().isEmpty()
                            || selection.vaultNames().contains(vault.name))
                    && (selection.resourceIdentifiers().isEmpty()
                            || selection.resourceIdentifiers().contains(point.resourceArn)
                            || selection.resourceIdentifiers().contains(point.arn))
                    && inRange(point.createdAt);
        }

        private boolean inRange(Instant at) {
            var range = selection.dateRange();
            return range == null || (!at.isBefore(range.fromDate()) && !at.isAfter(range.toDate()));
        }
    }

    private final TreeMap<String, Hold> byId = new TreeMap<>();

    void put(Hold hold) {
        byId.put(hold.id, hold);
    }

    Optional<Hold> find(String account, String region, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(hold -> hold.account.equals(account) && hold.region.equals(region));
    }

    /// Cancelled ones, too.
    public List<Hold> in(String account, String region) {
        var found = new ArrayList<Hold>();
        for (var hold : byId.values()) {
            if (hold.account.equals(account) && hold.region.equals(region)) {
                found.add(hold);
            }
        }
        return found;
    }

    /// Whether any hold keeps a point from being deleted.
    public boolean hold(Vault vault, RecoveryPoint point) {
        return byId.values().stream().anyMatch(hold -> hold.holds(vault, point));
    }
}
