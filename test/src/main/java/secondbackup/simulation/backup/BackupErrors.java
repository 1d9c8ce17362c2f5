package secondbackup.simulation.backup;

import secondbackup.simulation.wire.AwsError;

/// The errors that AWS Backup's operations answer with. All but access denied have the status 400.
///
/// Source: AWS Backup Developer Guide, "CreateBackupVault", "DeleteRecoveryPoint" (errors), read 2026-11-22.
final class BackupErrors {
    private BackupErrors() {}

    static AwsError invalidValue(String message) {
        return new AwsError(400, "InvalidParameterValueException", message);
    }

    static AwsError missingValue(String parameter) {
        return new AwsError(400, "MissingParameterValueException", parameter + " is required.");
    }

    static AwsError invalidRequest(String message) {
        return new AwsError(400, "InvalidRequestException", message);
    }

    static AwsError invalidState(String message) {
        return new AwsError(400, "InvalidResourceStateException", message);
    }

    static AwsError notFound(String message) {
        return new AwsError(400, "ResourceNotFoundException", message);
    }

    static AwsError alreadyExists(String message) {
        return new AwsError(400, "AlreadyExistsException", message);
    }

    static AwsError limitExceeded(String message) {
        return new AwsError(400, "LimitExceededException", message);
    }

    static AwsError accessDenied(String message) {
        return new AwsError(403, "AccessDeniedException", message);
    }
}
