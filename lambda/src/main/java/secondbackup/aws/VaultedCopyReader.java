package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Function;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultView.Kind;
import secondbackup.inventory.VaultedCopy;
import secondbackup.inventory.VaultedCopy.Snapshot;
import software.amazon.awssdk.services.backup.model.RecoveryPointByBackupVault;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;

/// Reads the copies in a vault, and the RDS snapshots behind them where there are any.
///
/// Source: AWS Backup Developer Guide, "Logically air-gapped vault": such a vault's data lies in an account of
/// AWS's own; read 2026-11-22.
final class VaultedCopyReader {
    /// @param snapshotsCopying empty where RDS could not be read
    record Copies(List<VaultedCopy> copies, OptionalInt snapshotsCopying) {}

    private final RegionalSession session;
    private final Kind kind;

    VaultedCopyReader(RegionalSession session, Kind kind) {
        this.session = session;
        this.kind = kind;
    }

    /// The copies are listed before the snapshots, so that one which arrives meanwhile is not missed.
    Copies read(String vault) {
        var points = PointReader.listed(session, vault, Optional.empty());
        return kind == Kind.AIR_GAPPED
                ? copies(points, _ -> new Snapshot.Hidden(), OptionalInt.of(0))
                : Attempt.orElse(
                        () -> withSnapshots(points, new SnapshotReader(session).read()),
                        failure -> withoutSnapshots(points, failure));
    }

    private static Copies withSnapshots(
            List<RecoveryPointByBackupVault> points, SortedMap<Arn, DBClusterSnapshot> snapshots) {
        var copying = snapshots.values().stream().filter(SnapshotReader::copying).count();
        return copies(
                points, arn -> behind(arn, snapshots), OptionalInt.of(Math.toIntExact(copying)));
    }

    private static Copies withoutSnapshots(
            List<RecoveryPointByBackupVault> points, Failure failure) {
        return copies(points, _ -> new Snapshot.Unread(failure.cause()), OptionalInt.empty());
    }

    private static Snapshot behind(Arn arn, SortedMap<Arn, DBClusterSnapshot> snapshots) {
        var snapshot = snapshots.get(arn);
        return snapshot == null
                ? new Snapshot.Absent()
                : new Snapshot.Found(
                        orEmpty(snapshot.status()),
                        orEmpty(snapshot.dbClusterResourceId()),
                        orEmpty(snapshot.engineVersion()));
    }

    private static Copies copies(
            List<RecoveryPointByBackupVault> points,
            Function<Arn, Snapshot> snapshot,
            OptionalInt copying) {
        var copies =
                points.stream()
                        .map(point -> copy(point, snapshot.apply(PointReader.arn(point))))
                        .toList();
        return new Copies(copies, copying);
    }

    private static VaultedCopy copy(RecoveryPointByBackupVault point, Snapshot snapshot) {
        return new VaultedCopy(
                PointReader.arn(point),
                PointReader.cluster(point),
                required(point.creationDate(), "RecoveryPoint.CreationDate"),
                PointReader.expiresAt(point),
                orEmpty(point.statusAsString()),
                key(point),
                snapshot);
    }

    private static Optional<Arn> key(RecoveryPointByBackupVault point) {
        var ours = !orEmpty(point.encryptionKeyTypeAsString()).equals("AWS_OWNED_KMS_KEY");
        return Optional.ofNullable(point.encryptionKeyArn()).filter(_ -> ours).map(Arn::new);
    }
}
