package secondbackup.report;

import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.RegionView;
import secondbackup.report.Report.GapLine;

/// What a sweep did not see of a cluster that it saw. Each question is answered with yes where nothing tells of it.
record UnseenEvidence(Inventory inventory) {
    /// Sizes of the cluster that a gap is about.
    boolean sizes(GapLine line) {
        return in(line).anyMatch(region ->
                cluster(region, line).anyMatch(cluster -> cluster.sizes().isEmpty()));
    }

    /// Backups of the cluster that a gap is about: no job tells of any.
    boolean backups(GapLine line) {
        return in(line).noneMatch(region ->
                region.backupJobs().stream()
                        .anyMatch(job -> job.cluster().value().equals(line.arn())));
    }

    /// Copies on their way from the cluster that a gap is about: no job tells of any.
    boolean copyJobs(GapLine line) {
        return in(line).noneMatch(region ->
                region.copyJobs().stream()
                        .anyMatch(job -> job.cluster().value().equals(line.arn())));
    }

    /// The key of the cluster that a gap is about, where it has one in AWS KMS.
    boolean key(GapLine line) {
        return in(line).anyMatch(region ->
                arn(region, line).anyMatch(key -> keys(region, key).findAny().isEmpty()));
    }

    /// That the key of the cluster that a gap is about lets the vault account use it.
    boolean admission(GapLine line) {
        return in(line).noneMatch(region ->
                arn(region, line)
                        .flatMap(key -> keys(region, key))
                        .anyMatch(key ->
                                key.enabled() && key.admission() == KeyView.Admission.ADMITS));
    }

    private static Stream<Arn> arn(RegionView.Source region, GapLine line) {
        return cluster(region, line)
                .map(Cluster::encryption)
                .filter(Encryption.Kms.class::isInstance)
                .map(kms -> ((Encryption.Kms) kms).key());
    }

    private static Stream<KeyView.Read> keys(RegionView.Source region, Arn key) {
        return region.keys().stream()
                .filter(KeyView.Read.class::isInstance)
                .map(KeyView.Read.class::cast)
                .filter(view -> view.key().equals(key));
    }

    /// The source Region in which a gap's cluster was seen.
    private Stream<RegionView.Source> in(GapLine line) {
        return inventory.accounts().stream()
                .filter(AccountView.Seen.class::isInstance)
                .map(AccountView.Seen.class::cast)
                .flatMap(view -> view.regions().stream())
                .filter(RegionView.Source.class::isInstance)
                .map(RegionView.Source.class::cast)
                .filter(region -> cluster(region, line).findAny().isPresent());
    }

    private static Stream<Cluster> cluster(RegionView.Source region, GapLine line) {
        return region.clusters().stream()
                .filter(cluster -> cluster.id().arn().value().equals(line.arn()));
    }
}
