package secondbackup.cdk.control;

import java.util.List;
import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucketPolicy;
import software.constructs.Construct;

/// Where the Lambdas write: the report bucket, and the ledger.
///
/// What surveys saw goes after 90 days; reports stay. Old versions, of which every sweep and every run of Copy makes
/// some, go after 30 days. The ledger has an Object Lock of its own, for its default retention is per bucket; nothing
/// writes to it yet. Its mode is governance: the bucket's policy lets nobody lift it, and the account's root user can
/// still change that policy.
///
/// Source: Amazon S3 User Guide, "Locking objects with Object Lock", "Managing the lifecycle of objects" and
/// "Enabling Amazon EventBridge", read 2026-11-27.
final class Buckets {
    private static final int SURVEYS_DAYS = 90;
    private static final int ORDERS_DAYS = 400;
    private static final int OLD_VERSIONS_DAYS = 30;
    private static final int LEDGER_DAYS = 400;
    private static final int UPLOAD_DAYS = 7;

    Buckets(Construct scope, Parts parts) {
        var reports =
                bucket(scope, "ReportBucket", parts.estate().reportBucket())
                        .lifecycleConfiguration(
                                CfnBucket.LifecycleConfigurationProperty.builder()
                                        .rules(
                                                List.of(
                                                        expiry("surveys", "sweeps/", SURVEYS_DAYS),
                                                        expiry("orders", "orders/", ORDERS_DAYS),
                                                        oldVersions()))
                                        .build())
                        .notificationConfiguration(
                                CfnBucket.NotificationConfigurationProperty.builder()
                                        .eventBridgeConfiguration(
                                                CfnBucket.EventBridgeConfigurationProperty.builder()
                                                        .eventBridgeEnabled(true)
                                                        .build())
                                        .build())
                        .build();
        var ledger =
                bucket(scope, "LedgerBucket", ledgerName(parts))
                        .objectLockEnabled(true)
                        .objectLockConfiguration(lock())
                        .build();
        policy(scope, "ReportBucketPolicy", reports, parts, "control/report-bucket.json");
        policy(scope, "LedgerBucketPolicy", ledger, parts, "control/ledger-bucket.json");
        List.of(reports, ledger).forEach(Parts::keep);
    }

    static String ledgerName(Parts parts) {
        return "second-backup-ledger-" + parts.estate().controlAccount();
    }

    private static CfnBucket.Builder bucket(Construct scope, String id, String name) {
        return CfnBucket.Builder.create(scope, id)
                .bucketName(name)
                .versioningConfiguration(
                        CfnBucket.VersioningConfigurationProperty.builder()
                                .status("Enabled")
                                .build())
                .bucketEncryption(
                        CfnBucket.BucketEncryptionProperty.builder()
                                .serverSideEncryptionConfiguration(List.of(encrypted()))
                                .build())
                .publicAccessBlockConfiguration(
                        CfnBucket.PublicAccessBlockConfigurationProperty.builder()
                                .blockPublicAcls(true)
                                .blockPublicPolicy(true)
                                .ignorePublicAcls(true)
                                .restrictPublicBuckets(true)
                                .build())
                .ownershipControls(
                        CfnBucket.OwnershipControlsProperty.builder()
                                .rules(
                                        List.of(
                                                CfnBucket.OwnershipControlsRuleProperty.builder()
                                                        .objectOwnership("BucketOwnerEnforced")
                                                        .build()))
                                .build());
    }

    private static CfnBucket.ServerSideEncryptionRuleProperty encrypted() {
        return CfnBucket.ServerSideEncryptionRuleProperty.builder()
                .serverSideEncryptionByDefault(
                        CfnBucket.ServerSideEncryptionByDefaultProperty.builder()
                                .sseAlgorithm("AES256")
                                .build())
                .build();
    }

    private static CfnBucket.RuleProperty expiry(String id, String prefix, int days) {
        return CfnBucket.RuleProperty.builder()
                .id(id)
                .status("Enabled")
                .prefix(prefix)
                .expirationInDays(days)
                .build();
    }

    private static CfnBucket.RuleProperty oldVersions() {
        return CfnBucket.RuleProperty.builder()
                .id("old-versions")
                .status("Enabled")
                .noncurrentVersionExpiration(
                        CfnBucket.NoncurrentVersionExpirationProperty.builder()
                                .noncurrentDays(OLD_VERSIONS_DAYS)
                                .build())
                .abortIncompleteMultipartUpload(
                        CfnBucket.AbortIncompleteMultipartUploadProperty.builder()
                                .daysAfterInitiation(UPLOAD_DAYS)
                                .build())
                .build();
    }

    private static CfnBucket.ObjectLockConfigurationProperty lock() {
        return CfnBucket.ObjectLockConfigurationProperty.builder()
                .objectLockEnabled("Enabled")
                .rule(
                        CfnBucket.ObjectLockRuleProperty.builder()
                                .defaultRetention(
                                        CfnBucket.DefaultRetentionProperty.builder()
                                                .mode("GOVERNANCE")
                                                .days(LEDGER_DAYS)
                                                .build())
                                .build())
                .build();
    }

    private static void policy(
            Construct scope, String id, CfnBucket bucket, Parts parts, String file) {
        CfnBucketPolicy.Builder.create(scope, id)
                .bucket(bucket.getBucketName())
                .policyDocument(parts.document(file))
                .build()
                .addResourceDependency(bucket);
    }
}
