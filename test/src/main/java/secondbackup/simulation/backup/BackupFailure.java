package secondbackup.simulation.backup;

/// Why a job failed, as `MessageCategory` and `StatusMessage` tell it.
///
/// Source: AWS Backup Developer Guide, "AWS Backup dashboards" (message categories), read 2026-11-22.
record BackupFailure(String category, String message) {
    static BackupFailure accessDenied(String message) {
        return new BackupFailure("ACCESS_DENIED", message);
    }

    static BackupFailure notFound(String message) {
        return new BackupFailure("RESOURCE_NOT_FOUND", message);
    }

    static BackupFailure key() {
        return new BackupFailure(
                "KMS_KEY_ERROR",
                "KMS key is either disabled or pending deletion or access to KMS key is denied");
    }

    static BackupFailure busy() {
        return new BackupFailure(
                "CONCURRENT_JOB",
                "Backup job failed because there was a running job for the same resource.");
    }

    static BackupFailure late() {
        return new BackupFailure("JOB_EXPIRED", "Backup job expired before completion.");
    }
}
