package secondbackup.simulation.backup;

import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Principal.PassedRole;

/// The role that a caller hands to AWS Backup.
///
/// Source: AWS Backup API model, BackupJob.IamRoleArn (names of roles); AWS Backup Developer Guide, "IAM
/// service roles", read 2026-11-22.
final class ServiceRole {
    static final String SERVICE = "backup.amazonaws.com";

    private ServiceRole() {}

    static String name(String roleArn) {
        return roleArn.substring(roleArn.lastIndexOf('/') + 1);
    }

    static PassedRole passed(String roleArn, String account) {
        return new PassedRole(account, name(roleArn), SERVICE);
    }

    static boolean namedForBackup(String roleArn) {
        return name(roleArn).contains("AWSBackup") || name(roleArn).contains("AwsBackup");
    }

    /// Whether the role exists in the account and its trust policy lets AWS Backup in.
    static boolean assumable(Surroundings around, String roleArn, String account, String region) {
        return roleArn.startsWith("arn:aws:iam::" + account + ":role/")
                && around.roles()
                        .find(account, name(roleArn))
                        .filter(role -> around.access().assumable(role, SERVICE, region).allowed())
                        .isPresent();
    }

    /// What passing the role needs of the caller.
    static AccessRequest passing(String roleArn) {
        return AccessRequest.of("iam:PassRole", roleArn).with("iam:PassedToService", SERVICE);
    }
}
