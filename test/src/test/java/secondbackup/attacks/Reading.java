package secondbackup.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import secondbackup.attacks.Attack.Way;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.rds.Snapshots.Snapshot;

/// Ways to read what a copy holds where it lies: a cluster that AWS Backup makes of it, one that Amazon RDS makes of the
/// snapshot behind it, and an export of that snapshot into the attacker's bucket.
final class Reading {
    private static final String ENGINE = "aurora-postgresql";
    static final String ELSEWHERE = "sa-east-1";

    private Reading() {}

    static List<Way> ways(Hand hand, Target target) {
        var ways = new ArrayList<Way>();
        ways.add(new RestoreWay(hand, target));
        snapshot(hand, target)
                .ifPresent(snapshot -> {
                    ways.add(() -> restore(hand, target, snapshot));
                    ways.add(() -> export(hand, target, snapshot));
                });
        return ways;
    }

    /// What lies behind the points of an air-gapped vault is in an account of AWS's own.
    private static Optional<Snapshot> snapshot(Hand hand, Target target) {
        return target.snapshot().isEmpty()
                ? Optional.empty()
                : hand.world().snapshots().find(arn(target));
    }

    private static void restore(Hand hand, Target target, Snapshot snapshot) {
        hand.rds(target.region())
                .restoreDBClusterFromSnapshot(asked ->
                        asked.dbClusterIdentifier("mallory-reads")
                                .snapshotIdentifier(snapshot.arn())
                                .engine(ENGINE));
    }

    private static void export(Hand hand, Target target, Snapshot snapshot) {
        var hour = hand.world().time().instant().getEpochSecond();
        hand.rds(target.region())
                .startExportTask(asked ->
                        asked.exportTaskIdentifier("mallory-" + hour)
                                .sourceArn(snapshot.arn())
                                .s3BucketName(AttackedWorld.OWN_BUCKET)
                                .iamRoleArn(ownRole(hand))
                                .kmsKeyId(snapshot.keyArn));
    }

    /// Where nothing of ours lives; a restore from there would be recorded there, too.
    static void copyElsewhere(Hand hand, Target target) {
        var key =
                hand.world().keys().all().stream()
                        .filter(each -> each.account.equals(target.account()))
                        .filter(each -> each.region.equals(ELSEWHERE))
                        .map(Keys.Key::arn)
                        .findFirst()
                        .orElse("");
        hand.rds(ELSEWHERE)
                .copyDBClusterSnapshot(asked ->
                        asked.sourceDBClusterSnapshotIdentifier(arn(target))
                                .targetDBClusterSnapshotIdentifier("mallory-copies")
                                .kmsKeyId(key));
    }

    private static String arn(Target target) {
        return "arn:aws:rds:"
                + target.region()
                + ":"
                + target.account()
                + ":cluster-snapshot:"
                + target.snapshot();
    }

    private static String ownRole(Hand hand) {
        return "arn:aws:iam::" + hand.account() + ":role/" + AttackedWorld.OWN_ROLE;
    }

    /// A restore job; its end decides.
    private static final class RestoreWay implements Way {
        private final Hand hand;
        private final Target target;
        private String id = "";

        RestoreWay(Hand hand, Target target) {
            this.hand = hand;
            this.target = target;
        }

        @Override
        public void go() {
            id =
                    hand.backup(target.region())
                            .startRestoreJob(asked ->
                                    asked.recoveryPointArn(target.point())
                                            .iamRoleArn(ownRole(hand))
                                            .metadata(
                                                    Map.of(
                                                            "dbClusterIdentifier",
                                                            "mallory-restores",
                                                            "engine",
                                                            ENGINE)))
                            .restoreJobId();
        }

        @Override
        public Optional<String> job() {
            return id.isEmpty() ? Optional.empty() : Optional.of(id);
        }
    }
}
