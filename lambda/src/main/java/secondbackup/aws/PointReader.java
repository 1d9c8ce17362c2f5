package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import secondbackup.inventory.Arn;
import secondbackup.inventory.RecoveryPoint;
import software.amazon.awssdk.services.backup.model.RecoveryPointByBackupVault;
import software.amazon.awssdk.services.backup.model.ResourceNotFoundException;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/// Reads the Aurora recovery points of our vaults in a source account.
///
/// Source: AWS Backup API, `ListRecoveryPointsByBackupVault` and `RecoveryPointCreator`, read 2026-11-27.
final class PointReader {
    static final String AURORA = "Aurora";

    /// The most that AWS Backup lists at a time.
    static final int PAGE = 1_000;

    private final RegionalSession session;

    PointReader(RegionalSession session) {
        this.session = session;
    }

    List<RecoveryPoint> in(List<String> vaults) {
        var listed = vaults.stream().flatMap(vault -> inVault(vault, Optional.empty())).toList();
        return listed.isEmpty() ? List.of() : points(listed, new SnapshotReader(session).read());
    }

    /// Those of data that was taken after a moment. Only the snapshots of finished ones are asked for: an account's
    /// history need not be read to learn what is new.
    List<RecoveryPoint> in(List<String> vaults, Instant capturedAfter) {
        var after = Optional.of(capturedAfter);
        var listed = vaults.stream().flatMap(vault -> inVault(vault, after)).toList();
        var arns =
                listed.stream()
                        .filter(point -> RecoveryPoint.usable(orEmpty(point.statusAsString())))
                        .map(PointReader::arn)
                        .toList();
        return points(listed, new SnapshotReader(session).read(arns));
    }

    private static List<RecoveryPoint> points(
            List<RecoveryPointByBackupVault> listed, SortedMap<Arn, DBClusterSnapshot> snapshots) {
        return listed.stream().map(point -> point(point, snapshots)).toList();
    }

    /// A vault that is no more holds nothing; that no plan can fill it is seen by the plans.
    private Stream<RecoveryPointByBackupVault> inVault(String vault, Optional<Instant> after) {
        try {
            return listed(session, vault, after).stream();
        } catch (ResourceNotFoundException _) {
            return Stream.of();
        }
    }

    static List<RecoveryPointByBackupVault> listed(
            RegionalSession session, String vault, Optional<Instant> createdAfter) {
        return session
                .backup()
                .listRecoveryPointsByBackupVaultPaginator(request -> {
                    request.backupVaultName(vault)
                            .byResourceType(AURORA)
                            .maxResults(PAGE)
                            .overrideConfiguration(session.rights());
                    createdAfter.ifPresent(request::byCreatedAfter);
                })
                .stream()
                .flatMap(page -> page.recoveryPoints().stream())
                .toList();
    }

    private static RecoveryPoint point(
            RecoveryPointByBackupVault point, SortedMap<Arn, DBClusterSnapshot> snapshots) {
        var arn = arn(point);
        var snapshot = snapshots.get(arn);
        return new RecoveryPoint(
                arn,
                required(point.backupVaultName(), "RecoveryPoint.BackupVaultName"),
                cluster(point),
                snapshot == null ? "" : orEmpty(snapshot.dbClusterResourceId()),
                snapshot == null ? "" : orEmpty(snapshot.engineVersion()),
                required(point.creationDate(), "RecoveryPoint.CreationDate"),
                expiresAt(point),
                orEmpty(point.statusAsString()),
                rule(point));
    }

    private static String rule(RecoveryPointByBackupVault point) {
        var creator = point.createdBy();
        return creator == null ? "" : orEmpty(creator.backupRuleName());
    }

    static Arn arn(RecoveryPointByBackupVault point) {
        return new Arn(required(point.recoveryPointArn(), "RecoveryPoint.RecoveryPointArn"));
    }

    static Arn cluster(RecoveryPointByBackupVault point) {
        return new Arn(required(point.resourceArn(), "RecoveryPoint.ResourceArn"));
    }

    /// Empty only where AWS gives the point no end. Where it has not calculated the end yet, it follows from the
    /// days, which count from the point's creation date; -1 of them is for ever.
    ///
    /// Source: AWS Backup API, `Lifecycle` and `CalculatedLifecycle`, read 2026-11-22.
    static Optional<Instant> expiresAt(RecoveryPointByBackupVault point) {
        return Optional.ofNullable(point.calculatedLifecycle())
                .flatMap(lifecycle -> Optional.ofNullable(lifecycle.deleteAt()))
                .or(() ->
                        Optional.ofNullable(point.lifecycle())
                                .flatMap(lifecycle ->
                                        Optional.ofNullable(lifecycle.deleteAfterDays()))
                                .filter(days -> days > 0)
                                .map(days ->
                                        required(point.creationDate(), "RecoveryPoint.CreationDate")
                                                .plus(Duration.ofDays(days))));
    }
}
