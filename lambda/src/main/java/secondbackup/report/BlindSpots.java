package secondbackup.report;

import java.time.Instant;
import java.util.List;
import secondbackup.gap.Gap;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.Inventory;
import secondbackup.policy.Estate;
import secondbackup.report.Report.ClusterLine;
import secondbackup.report.Report.GapLine;
import secondbackup.verify.Rung;
import secondbackup.verify.Verdict.Standing;

/// Tells a gap that is gone from one of which nobody could see this time whether it is. Only what was looked at and
/// found well is resolved: for each kind of gap, what it takes to see that is asked for here.
final class BlindSpots {
    private final Inventory inventory;
    private final Estate estate;
    private final Instant now;
    private final Unseen unseen;
    private final UnseenEvidence evidence;

    BlindSpots(Inventory inventory, Estate estate, Instant now) {
        this.inventory = inventory;
        this.estate = estate;
        this.now = now;
        this.unseen = new Unseen(inventory, estate);
        this.evidence = new UnseenEvidence(inventory);
    }

    /// Whether the absence of an earlier gap says nothing. Nobody looks for a kind that only another version knows.
    ///
    /// @param clusters those that were seen
    /// @param standing the gaps that were found
    boolean hides(GapLine line, List<ClusterLine> clusters, List<GapLine> standing) {
        return GapKind.of(line)
                .map(kind -> hides(kind, line, clusters, standing))
                .orElseGet(() -> !isGone(line, clusters));
    }

    private boolean hides(
            GapKind kind, GapLine line, List<ClusterLine> clusters, List<GapLine> standing) {
        return switch (kind) {
            case SWEEP_STALE -> false;
            case EXCLUSION_ENDED -> unseen.organization();
            case COVERAGE_DROPPED -> coverage(line);
            case ACCOUNT_UNREADABLE, OPTED_OUT -> unseen.place(line);
            case UNBOUND,
                    REGION_UNCOVERED,
                    UNENCRYPTED,
                    NO_RECOVERY_POINT,
                    NO_COPY,
                    COPY_LATE,
                    COPY_STUCK,
                    RETENTION_SHORT,
                    TIER_MISSING,
                    LAST_COPY_EXPIRING,
                    SNAPSHOT_MISSING ->
                    cluster(line, clusters);
            case NOT_ENROLLED -> cluster(line, clusters) || unseen.role(line);
            case BACKUP_FAILING -> cluster(line, clusters) || noBackup(line, clusters);
            case COPY_FAILING -> cluster(line, clusters) || noCopy(line, clusters);
            case KEY_NOT_SHAREABLE -> cluster(line, clusters) || key(line, clusters, standing);
            case SIZE_JUMPED -> cluster(line, clusters) || evidence.sizes(line);
            case ENGINE_RETIRED ->
                    cluster(line, clusters)
                            || unseen.engines()
                            || stands(GapKind.STATE_UNKNOWN, line, standing);
            case DEPLOYMENT_DRIFTED -> deployment(line);
            case RESTORE_BLOCKED -> unseen.recovery();
            case VAULT_NOT_LOCKED, VAULT_POLICY_CHANGED -> unseen.vault(line);
            case CAPACITY_SHORTFALL -> unseen.vault(line) || unseen.somewhereActive();
            case KEY_AT_RISK ->
                    Unseen.ofVault(line)
                            ? unseen.vault(line) || unseen.vaultKey(line)
                            : cluster(line, clusters);
            case VAULT_ACCOUNT_EXPOSED -> unseen.vaultAccount(line);
            case STATE_UNKNOWN -> unknown(line, clusters);
        };
    }

    /// What stood before it was unknown may be unknown for another reason now.
    private boolean unknown(GapLine line, List<ClusterLine> clusters) {
        if (Unseen.ofVault(line)) {
            return unseen.vault(line);
        }
        if (line.account().isEmpty()) {
            return unseen.organization();
        }
        return ofCluster(line)
                ? cluster(line, clusters) || unseen.engines()
                : unseen.place(line) || (unseen.recovery() && unseen.ofRecovery(line));
    }

    /// Two lists tell of what vanished: the report before, and the vault. Of the organization's clusters those in an
    /// account that was closed since may be among the vanished for as long as the vault tells of them.
    private boolean coverage(GapLine line) {
        return unseen.anyVault()
                || line.account()
                        .map(unseen::anywhereIn)
                        .orElseGet(() ->
                                unseen.somewhereActive()
                                        || (unseen.somewhere() && remembered(line)));
    }

    private boolean remembered(GapLine line) {
        return line.since().isAfter(now.minus(Gap.CoverageDropped.MEMORY));
    }

    private boolean deployment(GapLine line) {
        return unseen.organization()
                || unseen.stackSets()
                || unseen.role(line)
                || (line.account().isEmpty() ? unseen.somewhere() : unseen.place(line));
    }

    private boolean cluster(GapLine line, List<ClusterLine> clusters) {
        return unseen.place(line)
                || clusters.stream()
                        .filter(cluster -> is(cluster, line))
                        .anyMatch(cluster -> cluster.standing() == Standing.UNKNOWN);
    }

    /// Whether nothing tells how a promised backup went: none was taken as far back as was looked.
    private boolean noBackup(GapLine line, List<ClusterLine> clusters) {
        return evidence.backups(line)
                && clusters.stream()
                        .anyMatch(cluster -> is(cluster, line) && cluster.copyAgeMax().isPresent());
    }

    /// Whether nothing tells how a promised copy went: AWS knows of no job, and none came in time.
    private boolean noCopy(GapLine line, List<ClusterLine> clusters) {
        return evidence.copyJobs(line)
                && clusters.stream()
                        .anyMatch(cluster ->
                                is(cluster, line)
                                        && cluster.copyAgeMax().isPresent()
                                        && cluster.rung().compareTo(Rung.TIMELY) < 0);
    }

    /// A key that cannot be read is known once a copy has come past it. Without a point nobody looks for a way at all, and
    /// what is known is what the key itself says.
    private boolean key(GapLine line, List<ClusterLine> clusters, List<GapLine> standing) {
        var proved =
                clusters.stream()
                        .filter(cluster -> is(cluster, line))
                        .flatMap(cluster -> cluster.newestAt().stream())
                        .anyMatch(at -> at.isAfter(line.since()));
        return !proved
                && (evidence.key(line)
                        || (stands(GapKind.NO_RECOVERY_POINT, line, standing)
                                && evidence.admission(line)));
    }

    private static boolean stands(GapKind kind, GapLine of, List<GapLine> standing) {
        return standing.stream().anyMatch(line -> kind.is(line) && line.arn().equals(of.arn()));
    }

    private static boolean is(ClusterLine cluster, GapLine line) {
        return cluster.id().arn().value().equals(line.arn());
    }

    private static boolean ofCluster(GapLine line) {
        return !line.arn().isEmpty() && !Unseen.ofVault(line);
    }

    /// Whether a cluster that was not seen may be there all the same.
    boolean hides(ClusterId cluster) {
        return unseen.place(cluster.account(), cluster.region().value());
    }

    /// Whether what an earlier gap was about is no more: its cluster, or its account, which may also have been
    /// excluded. What vanished is told of for a while; that it is told of no more does not mean that it came back.
    boolean isGone(GapLine line, List<ClusterLine> clusters) {
        if (GapKind.COVERAGE_DROPPED.is(line)) {
            return true;
        }
        var account = line.account();
        if (account.isEmpty() || Unseen.ofVault(line)) {
            return false;
        }
        if (GapKind.VAULT_ACCOUNT_EXPOSED.is(line)) {
            return estate.vaults().stream()
                    .noneMatch(vault -> vault.account().equals(account.get()));
        }
        var listed =
                inventory.accounts().stream()
                        .filter(view -> !(view instanceof AccountView.Excluded))
                        .anyMatch(view -> view.account().id().equals(account.get()));
        return !listed
                || (ofCluster(line) && clusters.stream().noneMatch(cluster -> is(cluster, line)));
    }
}
