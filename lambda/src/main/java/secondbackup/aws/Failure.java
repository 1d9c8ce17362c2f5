package secondbackup.aws;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// A call that failed, in AWS's words.
///
/// @param code AWS's error code; the exception's name where AWS was not reached
/// @param refused whether AWS said no: where it did not answer, or broke, it may have done what it was asked
record Failure(String code, String message, boolean refused) {
    private static final int BROKEN_FROM = 500;

    static Failure of(SdkException failed) {
        if (failed instanceof AwsServiceException answered && answered.awsErrorDetails() != null) {
            var details = answered.awsErrorDetails();
            return new Failure(
                    text(details.errorCode()),
                    text(details.errorMessage()),
                    answered.statusCode() < BROKEN_FROM);
        }
        return new Failure(failed.getClass().getSimpleName(), text(failed.getMessage()), false);
    }

    /// Whether a service control policy of the organization forbade the call.
    ///
    /// Source: IAM User Guide, "Troubleshoot access denied error messages": the message names the type of
    /// policy; read 2026-11-22.
    boolean byServiceControlPolicy() {
        return denied() && message.contains("service control policy");
    }

    boolean denied() {
        return code.startsWith("AccessDenied") || code.startsWith("UnauthorizedOperation");
    }

    String cause() {
        return code + ": " + message;
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
