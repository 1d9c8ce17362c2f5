package secondbackup.simulation.backup;

/// Where the data of air-gapped vaults lies: an account of AWS Backup's own that no customer sees.
///
/// Source: AWS Backup Developer Guide, "Logically air-gapped vault", read 2026-11-22.
final class AirGap {
    static final String ACCOUNT = "000000000000";

    private AirGap() {}

    /// Name of the hidden snapshot behind a recovery point.
    static String snapshotId(String pointArn) {
        return "awsbackup:airgap-" + pointArn.substring(pointArn.lastIndexOf(':') + 1);
    }

    /// ARN of the hidden snapshot behind a recovery point.
    static String snapshotArn(String pointArn) {
        return "arn:aws:rds:"
                + pointArn.split(":", 5)[3]
                + ":"
                + ACCOUNT
                + ":cluster-snapshot:"
                + snapshotId(pointArn);
    }
}
