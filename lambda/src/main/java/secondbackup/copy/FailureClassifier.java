package secondbackup.copy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import secondbackup.inventory.CopyJob;

/// Finds the cause of a failed job in three tables: texts that are unmistakable, because AWS sorts some of them under a
/// category that says less (a key under ACCESS_DENIED, a passing failure under TAG_COPY_ERROR); then AWS's category, or
/// the error code of a refused order; then words, where neither is known. What is in none of them is unknown, and is
/// told in AWS's own words.
///
/// Source: AWS Backup Developer Guide, "AWS Backup console dashboards", Reasons for problematic jobs; Amazon RDS
/// API, errors of `CopyDBClusterSnapshot`; read 2026-11-27.
public final class FailureClassifier {
    private record Row(String part, FailureCause cause) {}

    /// The first row whose part occurs in the text wins.
    private static final List<Row> TEXTS =
            List.of(
                    new Row("because of the internal failure", FailureCause.AWS_INTERNAL),
                    new Row("recovery point is unavailable", FailureCause.AWS_INTERNAL),
                    new Row("too close to the", FailureCause.BUSY),
                    new Row("kms key", FailureCause.KEY),
                    new Row("kmskeynotaccessible", FailureCause.KEY),
                    new Row("given key id", FailureCause.KEY),
                    new Row("not authorized to perform: kms:", FailureCause.KEY),
                    new Row("encrypted with the aws managed", FailureCause.KEY),
                    new Row("default backup service managed key", FailureCause.KEY),
                    new Row("member of the same organization", FailureCause.ORGANIZATION),
                    new Row("not enabled for the current organization", FailureCause.ORGANIZATION),
                    new Row("retention specified", FailureCause.LIFECYCLE),
                    new Row("tag policy", FailureCause.TAG_POLICY),
                    new Row("unable to copy resource tags", FailureCause.TAG_POLICY),
                    new Row("more than 50 ", FailureCause.TAG_POLICY),
                    new Row("cannot copy more than", FailureCause.QUOTA),
                    new Row("cannot create more than", FailureCause.QUOTA),
                    new Row("snapshotquotaexceeded", FailureCause.QUOTA),
                    new Row("dbclustersnapshotnotfound", FailureCause.SOURCE_GONE),
                    new Row("too many copy jobs", FailureCause.BUSY),
                    new Row("running job for the same resource", FailureCause.BUSY),
                    new Row("feature is not supported", FailureCause.UNSUPPORTED),
                    new Row("unsupported resource type", FailureCause.UNSUPPORTED));

    private static final List<Row> CATEGORIES =
            List.of(
                    new Row("ACCESS_DENIED", FailureCause.POLICY),
                    new Row("ACCESS_KEY_ERROR", FailureCause.POLICY),
                    new Row("FEATURE_NOT_ENABLED", FailureCause.ORGANIZATION),
                    new Row("INVALID_LIFECYCLE", FailureCause.LIFECYCLE),
                    new Row("KMS_KEY_ERROR", FailureCause.KEY),
                    new Row("TAG_COPY_ERROR", FailureCause.TAG_POLICY),
                    new Row("UNSUPPORTED_OPERATION", FailureCause.UNSUPPORTED),
                    new Row("RESOURCE_NOT_SUPPORTED", FailureCause.UNSUPPORTED),
                    new Row("RESOURCE_NOT_FOUND", FailureCause.SOURCE_GONE),
                    new Row("LIMIT_EXCEEDED", FailureCause.QUOTA),
                    new Row("CONCURRENT_JOB", FailureCause.BUSY),
                    new Row("INVALID_STATE", FailureCause.BUSY),
                    new Row("JOB_EXPIRED", FailureCause.BUSY),
                    new Row("TOKEN_EXPIRED", FailureCause.AWS_INTERNAL),
                    new Row("FATAL_ERROR", FailureCause.AWS_INTERNAL),
                    new Row("AccessDeniedException", FailureCause.POLICY),
                    new Row("ResourceNotFoundException", FailureCause.SOURCE_GONE),
                    new Row("LimitExceededException", FailureCause.QUOTA),
                    new Row("ThrottlingException", FailureCause.QUOTA),
                    new Row("ServiceUnavailableException", FailureCause.AWS_INTERNAL));

    private static final List<Row> WORDS =
            List.of(
                    new Row("not authorized", FailureCause.POLICY),
                    new Row("access denied", FailureCause.POLICY),
                    new Row("does not have permission", FailureCause.POLICY),
                    new Row("sufficient permissions", FailureCause.POLICY),
                    new Row("missing permission", FailureCause.POLICY),
                    new Row("cannot be assumed", FailureCause.POLICY),
                    new Row("limit exceeded", FailureCause.QUOTA),
                    new Row("can have at most", FailureCause.QUOTA),
                    new Row("not in the available state", FailureCause.BUSY),
                    new Row("not in available state", FailureCause.BUSY),
                    new Row("is not in state", FailureCause.BUSY),
                    new Row("expired before completion", FailureCause.BUSY),
                    new Row("cannot find recovery point", FailureCause.SOURCE_GONE),
                    new Row("could not find resource", FailureCause.SOURCE_GONE),
                    new Row("resource not found", FailureCause.SOURCE_GONE),
                    new Row("does not exist", FailureCause.SOURCE_GONE),
                    new Row("no longer available", FailureCause.SOURCE_GONE),
                    new Row("token expired", FailureCause.AWS_INTERNAL),
                    new Row("internal error", FailureCause.AWS_INTERNAL),
                    new Row("fatal error", FailureCause.AWS_INTERNAL));

    private FailureClassifier() {}

    public static FailureCause classify(CopyJob job) {
        return classify(job.category(), job.message());
    }

    /// @param category AWS's `MessageCategory`, or an API error code, or empty
    public static FailureCause classify(String category, String message) {
        var text = message.toLowerCase(Locale.ROOT);
        return within(TEXTS, text)
                .or(() ->
                        CATEGORIES.stream().filter(row -> category.equals(row.part())).findFirst())
                .or(() -> within(WORDS, text))
                .map(Row::cause)
                .orElse(FailureCause.UNKNOWN);
    }

    private static Optional<Row> within(List<Row> rows, String text) {
        return rows.stream().filter(row -> text.contains(row.part())).findFirst();
    }
}
