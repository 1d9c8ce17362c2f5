package secondbackup.simulation.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.rds.Clusters.Cluster;
import software.amazon.awssdk.services.backup.model.BackupPlan;
import software.amazon.awssdk.services.backup.model.BackupRule;
import software.amazon.awssdk.services.backup.model.BackupSelection;

/// The backup plans of all accounts and Regions, with their selections.
public final class Plans {
    /// One plan as it stands now.
    public static final class Plan {
        public final String account;
        public final String region;
        public final String id;
        public final Instant createdAt;
        public final String creatorRequestId;

        /// As it was last written, with the ids of its rules.
        public BackupPlan document;

        public String versionId;
        public @Nullable Instant deletedAt;
        public @Nullable Instant lastExecutedAt;
        public final SequencedMap<String, String> tags = new TreeMap<>();
        public final TreeMap<String, Selection> selections = new TreeMap<>();

        public Plan(
                String account,
                String region,
                String id,
                Instant createdAt,
                String creatorRequestId,
                BackupPlan document,
                String versionId) {
            this.account = account;
            this.region = region;
            this.id = id;
            this.createdAt = createdAt;
            this.creatorRequestId = creatorRequestId;
            this.document = document;
            this.versionId = versionId;
        }

        public String arn() {
            return "arn:aws:backup:" + region + ":" + account + ":backup-plan:" + id;
        }

        public boolean deleted() {
            return deletedAt != null;
        }

        public List<BackupRule> rules() {
            return document.rules();
        }

        /// Whether a rule of it puts this cluster's backups into such a vault of the account.
        public boolean fills(Predicate<String> vault, Cluster cluster) {
            return rules().stream().anyMatch(rule -> vault.test(rule.targetBackupVaultName()))
                    && selections.values().stream()
                            .anyMatch(taken -> SelectionMatch.takes(taken.document(), cluster));
        }
    }

    /// What a plan backs up, and with which role.
    public record Selection(
            String id, BackupSelection document, Instant createdAt, String creatorRequestId) {}

    private final TreeMap<String, Plan> byArn = new TreeMap<>();

    public void put(Plan plan) {
        byArn.put(plan.arn(), plan);
    }

    /// A plan that is not deleted.
    public Optional<Plan> find(String account, String region, String id) {
        var arn = "arn:aws:backup:" + region + ":" + account + ":backup-plan:" + id;
        return Optional.ofNullable(byArn.get(arn)).filter(plan -> !plan.deleted());
    }

    public List<Plan> in(String account, String region) {
        var plans = new ArrayList<Plan>();
        for (var plan : byArn.values()) {
            if (plan.account.equals(account) && plan.region.equals(region)) {
                plans.add(plan);
            }
        }
        return plans;
    }

    public List<Plan> all() {
        return List.copyOf(byArn.values());
    }
}
