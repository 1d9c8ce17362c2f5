package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Messages and categories as AWS Backup documents them.
///
/// Source: AWS Backup Developer Guide, "AWS Backup console dashboards", Reasons for problematic jobs, read 2026-11-27.
class FailureClassifierTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ACCESS_DENIED | You are not authorized to perform this operation. | POLICY
                    ACCESS_DENIED | Access Denied trying to call AWS Backup service | POLICY
                    ACCESS_DENIED | IAM role cannot be assumed by AWS Backup | POLICY
                    ACCESS_DENIED | Copy job failed because the destination Backup vault is encrypted with the default Backup service managed key. The contents of this vault cannot be copied. Only the contents of a Backup vault encrypted by an AWS KMS key may be copied. | KEY
                    ACCESS_DENIED | Snapshots encrypted with the AWS managed key can't be shared. Specify another snapshot. | KEY
                    ACCESS_DENIED | User: x is not authorized to perform: kms:CreateGrant on resource: y | KEY
                    ACCESS_DENIED | Copy job failed. Both source and destination account must be a member of the same organization. | ORGANIZATION
                    CONCURRENT_JOB | Backup job failed because there was a running job for the same resource. | BUSY
                    CONCURRENT_JOB | There are too many copy jobs running for resource. | BUSY
                    FEATURE_NOT_ENABLED | Copy job failed. Cross-account copy feature is not enabled for the current organization. | ORGANIZATION
                    INVALID_LIFECYCLE | Copy job failed. The retention specified in the job is not within the range specified for the target Backup Vault. | LIFECYCLE
                    INVALID_STATE | Instance is not in state available | BUSY
                    KMS_KEY_ERROR | KMS key is either disabled or pending deletion or access to KMS key is denied | KEY
                    KMS_KEY_ERROR | Given key ID is not accessible | KEY
                    RESOURCE_NOT_FOUND | Given key ID does not exist | KEY
                    RESOURCE_NOT_FOUND | The source snapshot KMS key [arn:aws:kms:x] does not exist, is not enabled or you do not have permissions to access it. | KEY
                    RESOURCE_NOT_FOUND | Cannot find recovery point | SOURCE_GONE
                    UNSUPPORTED_OPERATION | Feature is not supported for provided resource type. | UNSUPPORTED
                    RESOURCE_NOT_SUPPORTED | Unsupported resource type | UNSUPPORTED
                    LIMIT_EXCEEDED | Subscriber limit exceeded: You have reached the maximum concurrent number of backups, which is 300. | QUOTA
                    TAG_COPY_ERROR | We are unable to copy resource tags to your backup because of a tag policy. | TAG_POLICY
                    TOKEN_EXPIRED | Token expired. Try again. | AWS_INTERNAL
                    FATAL_ERROR | An internal error occurred. | AWS_INTERNAL
                    FATAL_ERROR | Copy job encountered a fatal error. | AWS_INTERNAL
                    TAG_COPY_ERROR | We are unable to copy resource tags to your backup because of the Internal Failure. | AWS_INTERNAL
                    TAG_COPY_ERROR | We are unable to copy resource tags to your backup because source or destination recovery point is unavailable | AWS_INTERNAL
                    LIMIT_EXCEEDED | More than 50 tags specified | TAG_POLICY
                    LIMIT_EXCEEDED | The resultant tag set must not have more than 50 user tags. | TAG_POLICY
                    INVALID_LIFECYCLE | Backup job could not start because it is either inside or too close to the automated backup window configured in RDS instance. | BUSY
                    INVALID_STATE | The cluster is not in the available state | BUSY
                    JOB_EXPIRED | Backup job expired before completion. | BUSY
                    ACCESS_KEY_ERROR | The AWS Access Key Id needs a subscription for the service | POLICY
                    RESOURCE_NOT_FOUND | Could not find resource | SOURCE_GONE
                    MISCELLANEOUS | Cannot create more than 100 manual snapshots | QUOTA
                    MISCELLANEOUS | Failed (Service: AmazonRDS; Status Code: 400; Error Code: SnapshotQuotaExceeded) | QUOTA
                    MISCELLANEOUS | Failed (Service: AmazonRDS; Status Code: 400; Error Code: KMSKeyNotAccessibleFault) | KEY
                    MISCELLANEOUS | Failed (Service: AmazonRDS; Status Code: 404; Error Code: DBClusterSnapshotNotFoundFault) | SOURCE_GONE
                    MISCELLANEOUS | Cannot copy more than 5 snapshots across regions | QUOTA
                    MISCELLANEOUS | Must specify new KMS key for cross region encrypted snapshot copy. | KEY
                    """)
    void findsTheCauseOfWhatAwsSays(String category, String message, FailureCause cause) {
        assertThat(FailureClassifier.classify(category, message)).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ACCESS_DENIED | POLICY
                    FEATURE_NOT_ENABLED | ORGANIZATION
                    INVALID_LIFECYCLE | LIFECYCLE
                    KMS_KEY_ERROR | KEY
                    TAG_COPY_ERROR | TAG_POLICY
                    UNSUPPORTED_OPERATION | UNSUPPORTED
                    RESOURCE_NOT_SUPPORTED | UNSUPPORTED
                    RESOURCE_NOT_FOUND | SOURCE_GONE
                    LIMIT_EXCEEDED | QUOTA
                    CONCURRENT_JOB | BUSY
                    INVALID_STATE | BUSY
                    JOB_EXPIRED | BUSY
                    ACCESS_KEY_ERROR | POLICY
                    TOKEN_EXPIRED | AWS_INTERNAL
                    FATAL_ERROR | AWS_INTERNAL
                    AccessDeniedException | POLICY
                    ResourceNotFoundException | SOURCE_GONE
                    LimitExceededException | QUOTA
                    ServiceUnavailableException | AWS_INTERNAL
                    MISCELLANEOUS | UNKNOWN
                    SUCCESS | UNKNOWN
                    """)
    void goesByTheCategoryWhereTheTextIsNew(String category, FailureCause cause) {
        assertThat(FailureClassifier.classify(category, "Words of next year.")).isEqualTo(cause);
        assertThat(FailureClassifier.classify(category, "")).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    You are not authorized to perform this operation. | POLICY
                    ACCESS DENIED | POLICY
                    The role does not have permission to x | POLICY
                    missing permission backup:CopyFromBackupVault | POLICY
                    Role cannot be assumed by AWS Backup | POLICY
                    An internal error occurred. | AWS_INTERNAL
                    Token expired. Try again. | AWS_INTERNAL
                    IAM Role x does not have sufficient permissions to execute the backup | POLICY
                    Subscriber limit exceeded | QUOTA
                    An account can have at most 9 of these | QUOTA
                    Cluster is not in available state | BUSY
                    Backup job expired before completion. | BUSY
                    Cannot find recovery point | SOURCE_GONE
                    Snapshot x does not exist | SOURCE_GONE
                    KMS key x does not exist | KEY
                    kms KEY gone | KEY
                    Failed to unshare snapshot | UNKNOWN
                    """)
    void goesByTheTextWhereThereIsNoCategory(String message, FailureCause cause) {
        assertThat(FailureClassifier.classify("", message)).isEqualTo(cause);
    }

    @Test
    void doesNotKnowWhatNobodySays() {
        assertThat(FailureClassifier.classify("", "")).isEqualTo(FailureCause.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureCause.class,
            names = {"QUOTA", "BUSY", "AWS_INTERNAL", "UNKNOWN"})
    void triesAgainWhatMayPass(FailureCause cause) {
        assertThat(cause.permanent()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureCause.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"QUOTA", "BUSY", "AWS_INTERNAL", "UNKNOWN"})
    void leavesToPeopleWhatOnlyTheyCanChange(FailureCause cause) {
        assertThat(cause.permanent()).isTrue();
    }
}
