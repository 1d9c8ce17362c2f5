package secondbackup.simulation.rds;

import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Principal.PassedRole;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.rds.ClusterMaking.Place;
import secondbackup.simulation.rds.Snapshots.Snapshot;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;

/// What an export needs: a whole snapshot, a bucket, a role that writes there, and a key.
///
/// Source: Amazon RDS API model, StartExportTask (errors) and StartExportTaskMessage, read 2026-11-27.
record ExportChecks(
        Snapshots snapshots, Keys keys, Roles roles, Access access, ExportTarget.Finder buckets) {
    /// Source: Aurora User Guide, "Exporting DB cluster snapshot data to Amazon S3", trust policy of the role, read
    /// 2026-11-27.
    static final String SERVICE = "export.rds.amazonaws.com";

    /// The snapshot, whole.
    Snapshot source(String arn, Call call) {
        var found =
                snapshots
                        .find(arn)
                        .filter(snapshot -> snapshot.account.equals(call.account()))
                        .filter(snapshot -> snapshot.region.equals(call.region()))
                        .orElseThrow(() -> Errors.noSnapshot(arn));
        if (!found.status.equals("available")) {
            throw new AwsError(
                    400,
                    "InvalidExportSourceState",
                    "The snapshot " + found.id + " is in state " + found.status + ".");
        }
        return found;
    }

    /// Name of a bucket that the role can write into.
    String bucket(String wanted, String roleArn, Call call) {
        var bucket =
                buckets.find(wanted)
                        .filter(found -> found.region().equals(call.region()))
                        .orElseThrow(() -> badBucket(wanted));
        checkRole(roleArn, bucket, call);
        return bucket.name();
    }

    private void checkRole(String arn, ExportTarget bucket, Call call) {
        var name = arn.substring(arn.lastIndexOf('/') + 1);
        var role =
                roles.find(call.account(), name)
                        .filter(found -> found.arn().equals(arn))
                        .orElseThrow(() ->
                                new AwsError(
                                        404,
                                        "IamRoleNotFound",
                                        "The IAM role " + arn + " does not exist."));
        if (!access.assumable(role, SERVICE, call.region()).allowed()) {
            throw missing(
                    "The principal " + SERVICE + " isn't allowed to assume the IAM role " + arn);
        }
        if (!writes(new PassedRole(call.account(), name, SERVICE), bucket)) {
            throw missing(
                    "The IAM role "
                            + arn
                            + " isn't authorized to call an S3 operation on the bucket "
                            + bucket.name());
        }
    }

    private static AwsError missing(String words) {
        return new AwsError(400, "IamRoleMissingPermissions", words);
    }

    private boolean writes(PassedRole role, ExportTarget bucket) {
        return access.decide(
                        role,
                        bucket.region(),
                        AccessRequest.of("s3:PutObject", bucket.arn() + "/*")
                                .guardedBy(bucket.policy(), bucket.account()))
                .allowed();
    }

    /// ARN of the key that encrypts what is written.
    String key(String named, Call call) {
        return new LentKeys(keys)
                .arn(named, new Place(call.caller(), call.account(), call.region()));
    }

    private static AwsError badBucket(String name) {
        return new AwsError(
                400,
                "InvalidS3BucketFault",
                "The specified Amazon S3 bucket name can't be found or Amazon RDS isn't authorized"
                        + " to access it: "
                        + name);
    }
}
