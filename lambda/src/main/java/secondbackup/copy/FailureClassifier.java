package secondbackup.copy;

import java.util.List;
import java.util.Locale;
import secondbackup.inventory.CopyJob;

/// Finds the cause of a failed copy job: by its text where that is unmistakable, then by AWS's category.
///
/// Source: AWS Backup Developer Guide, "Backup dashboards" (message categories and messages), read
/// 2026-11-22.
public final class FailureClassifier {
    private record Row(String part, FailureCause cause) {}

    /// The first row whose part occurs in the text wins.
    private static final List<Row> TEXTS =
            List.of(
                    new Row("kms key", FailureCause.KEY),
                    new Row("given key id", FailureCause.KEY),
                    new Row("not authorized to perform: kms:", FailureCause.KEY),
                    new Row("encrypted with the aws managed", FailureCause.KEY),
                    new Row("default backup service managed key", FailureCause.KEY),
                    new Row("member of the same organization", FailureCause.ORGANIZATION),
                    new Row("not enabled for the current organization", FailureCause.ORGANIZATION),
                    new Row("retention specified", FailureCause.LIFECYCLE),
                    new Row("tag policy", FailureCause.TAG_POLICY),
                    new Row("unable to copy resource tags", FailureCause.TAG_POLICY),
                    new Row("cannot copy more than", FailureCause.QUOTA),
                    new Row("too many copy jobs", FailureCause.BUSY),
                    new Row("running job for the same resource", FailureCause.BUSY),
                    new Row("feature is not supported", FailureCause.UNSUPPORTED),
                    new Row("unsupported resource type", FailureCause.UNSUPPORTED));

    private static final List<Row> CATEGORIES =
            List.of(
                    new Row("ACCESS_DENIED", FailureCause.POLICY),
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
                    new Row("TOKEN_EXPIRED", FailureCause.AWS_INTERNAL),
                    new Row("FATAL_ERROR", FailureCause.AWS_INTERNAL),
                    new Row("AccessDeniedException", FailureCause.POLICY),
                    new Row("ResourceNotFoundException", FailureCause.SOURCE_GONE),
                    new Row("LimitExceededException", FailureCause.QUOTA),
                    new Row("ThrottlingException", FailureCause.QUOTA),
                    new Row("ServiceUnavailableException", FailureCause.AWS_INTERNAL));

    private FailureClassifier() {}

    public static FailureCause classify(CopyJob job) {
        return classify(job.category(), job.message());
    }

    /// @param category AWS's `MessageCategory`, or an API error code, or empty
    public static FailureCause classify(String category, String message) {
        var text = message.toLowerCase(Locale.ROOT);
        return TEXTS.stream()
                .filter(row -> text.contains(row.part()))
                .findFirst()
                .or(() ->
                        CATEGORIES.stream().filter(row -> category.equals(row.part())).findFirst())
                .map(Row::cause)
                .orElseGet(() -> byWords(text));
    }

    private static FailureCause byWords(String text) {
        if (text.contains("not authorized")
                || text.contains("access denied")
                || text.contains("does not have permission")
                || text.contains("missing permission")
                || text.contains("cannot be assumed")) {
            return FailureCause.POLICY;
        }
        return text.contains("internal error") || text.contains("fatal error")
                ? FailureCause.AWS_INTERNAL
                : FailureCause.UNKNOWN;
    }
}
