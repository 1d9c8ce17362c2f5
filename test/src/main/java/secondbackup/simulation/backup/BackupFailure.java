package secondbackup.simulation.backup;

/// Why a job failed, as `MessageCategory` and `StatusMessage` tell it.
///
/// Source: AWS Backup Developer Guide, "AWS Backup console dashboards" (message categories), read 2026-11-22.
record BackupFailure(String category, String message) {
    static BackupFailure accessDenied(String message) {
        return new BackupFailure("ACCESS_DENIED", message);
    }

    /// "does not have sufficient permissions" is not the "does not have permission" that AWS Backup sorts
    /// messages by, which leaves this one `MISCELLANEOUS`.
    static BackupFailure rightsMissing(String roleArn) {
        return new BackupFailure(
                "MISCELLANEOUS",
                "IAM Role "
                        + roleArn
                        + " does not have sufficient permissions to execute the backup");
    }

    static BackupFailure notFound(String message) {
        return new BackupFailure("RESOURCE_NOT_FOUND", message);
    }

    /// @param message as AWS KMS refuses
    static BackupFailure key(String message) {
        var gone = message.contains("does not exist");
        return new BackupFailure(gone ? "RESOURCE_NOT_FOUND" : "KMS_KEY_ERROR", message);
    }

    static BackupFailure busy() {
        return new BackupFailure(
                "CONCURRENT_JOB",
                "Backup job failed because there was a running job for the same resource.");
    }

    static BackupFailure unsupported() {
        return new BackupFailure(
                "UNSUPPORTED_OPERATION", "Feature is not supported for provided resource type.");
    }

    static BackupFailure late() {
        return new BackupFailure("JOB_EXPIRED", "Backup job expired before completion.");
    }
}
