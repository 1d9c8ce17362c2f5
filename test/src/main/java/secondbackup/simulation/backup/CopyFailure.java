package secondbackup.simulation.backup;

import secondbackup.simulation.backup.CopyJobs.CopyJob;

/// Why a copy job failed, in AWS's words.
///
/// Source: AWS Backup Developer Guide, "AWS Backup console dashboards", Reasons for problematic jobs, read
/// 2026-11-22, for the categories and for every text here but those that say otherwise.
///
/// @param category `MessageCategory`
public record CopyFailure(String category, String message) {
    static CopyFailure accessDenied(String message) {
        return new CopyFailure("ACCESS_DENIED", message);
    }

    static CopyFailure roleNotAssumable(String roleArn) {
        return accessDenied("IAM Role " + roleArn + " cannot be assumed by AWS Backup");
    }

    static CopyFailure vaultClosed() {
        return accessDenied("Access Denied trying to call AWS Backup service");
    }

    static CopyFailure otherOrganization() {
        return accessDenied(
                "Copy job failed. Both source and destination account must be a member of the same"
                        + " organization.");
    }

    static CopyFailure crossAccountDisabled() {
        return new CopyFailure(
                "FEATURE_NOT_ENABLED",
                "Copy job failed. Cross-account copy feature is not enabled for the current"
                        + " organization.");
    }

    static CopyFailure vaultUnderDefaultKey() {
        return accessDenied(
                "Copy job failed because the destination Backup vault is encrypted with the default"
                        + " Backup service managed key. The contents of this vault cannot be copied."
                        + " Only the contents of a Backup vault encrypted by an AWS KMS key may be"
                        + " copied.");
    }

    static CopyFailure managedKey() {
        return accessDenied(
                "Snapshots encrypted with the AWS managed key can't be shared. Specify another"
                        + " snapshot.");
    }

    /// Source: Amazon RDS as seen in AWS Backup's job messages.
    ///
    /// @param notFound how AWS Backup sorts it
    static CopyFailure sourceKeyClosed(String keyArn, boolean notFound) {
        return new CopyFailure(
                notFound ? "RESOURCE_NOT_FOUND" : "KMS_KEY_ERROR",
                "The source snapshot KMS key ["
                        + keyArn
                        + "] does not exist, is not enabled or you do not have permissions to access"
                        + " it.");
    }

    static CopyFailure keyClosed() {
        return new CopyFailure(
                "KMS_KEY_ERROR",
                "KMS key is either disabled or pending deletion or access to KMS key is denied");
    }

    static CopyFailure keyMissing() {
        return new CopyFailure("RESOURCE_NOT_FOUND", "Given key ID does not exist");
    }

    static CopyFailure retentionOutsideLock() {
        return new CopyFailure(
                "INVALID_LIFECYCLE",
                "Copy job failed. The retention specified in the job is not within the range"
                        + " specified for the target Backup Vault.");
    }

    /// Source: AWS re:Post, "How do I troubleshoot cross-account copy issues in AWS Backup?", read
    /// 2026-11-22, for the first sentence.
    static CopyFailure unsupported(CopyJob job) {
        return new CopyFailure(
                "UNSUPPORTED_OPERATION",
                "Copy job from "
                        + job.region
                        + " to "
                        + job.targetRegion()
                        + " cannot be initiated for "
                        + job.resourceType
                        + " resources. Feature is not supported for provided resource type.");
    }

    /// None of the words that AWS Backup sorts messages by is in this one, which leaves it `MISCELLANEOUS`.
    ///
    /// Source: Amazon RDS API model, `SnapshotQuotaExceededFault`, 2026-11-22, for the code.
    static CopyFailure tooManySnapshots(int slots) {
        return new CopyFailure(
                "MISCELLANEOUS",
                "Cannot copy more than "
                        + slots
                        + " snapshots across regions (Service: AmazonRDS; Status Code: 400; Error"
                        + " Code: SnapshotQuotaExceeded)");
    }

    static CopyFailure tooManyForResource() {
        return new CopyFailure(
                "CONCURRENT_JOB", "There are too many copy jobs running for resource.");
    }

    static CopyFailure pointMissing() {
        return new CopyFailure("RESOURCE_NOT_FOUND", "Cannot find recovery point.");
    }

    static CopyFailure missing(String what) {
        return new CopyFailure("RESOURCE_NOT_FOUND", what + " does not exist.");
    }

    /// Source: AWS Backup Developer Guide, "Creating backup copies across AWS accounts", read 2026-11-22.
    static CopyFailure stillShared() {
        return new CopyFailure("MISCELLANEOUS", "Failed to unshare snapshot");
    }
}
