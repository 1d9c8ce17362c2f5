package secondbackup.simulation.s3;

import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Refusal;

/// Errors in S3's words.
///
/// Source: Amazon S3 API Reference, "Error responses", read 2026-11-22.
final class S3Errors {
    private S3Errors() {}

    static AwsError noSuchBucket() {
        return new AwsError(404, "NoSuchBucket", "The specified bucket does not exist");
    }

    static AwsError noSuchKey() {
        return new AwsError(404, "NoSuchKey", "The specified key does not exist.");
    }

    static AwsError noSuchVersion() {
        return new AwsError(404, "NoSuchVersion", "The specified version does not exist.");
    }

    static AwsError preconditionFailed() {
        return new AwsError(
                412,
                "PreconditionFailed",
                "At least one of the pre-conditions you specified did not hold");
    }

    static AwsError otherRegion() {
        return new AwsError(
                301,
                "PermanentRedirect",
                "The bucket you are attempting to access must be addressed using the specified"
                        + " endpoint. Please send all future requests to this endpoint.");
    }

    static AwsError invalid(String message) {
        return new AwsError(400, "InvalidArgument", message);
    }

    static AwsError refusal(Refusal refusal, String message) {
        return switch (refusal) {
            case NOT_SIGNED -> new AwsError(403, "AccessDenied", "Access Denied");
            case UNKNOWN_KEY ->
                    new AwsError(
                            403,
                            "InvalidAccessKeyId",
                            "The AWS Access Key Id you provided does not exist in our records.");
            case EXPIRED_KEY ->
                    new AwsError(400, "ExpiredToken", "The provided token has expired.");
            case ACCESS_DENIED -> new AwsError(403, "AccessDenied", message);
            case THROTTLED -> new AwsError(503, "SlowDown", "Please reduce your request rate.");
            case SERVER_ERROR ->
                    new AwsError(
                            500,
                            "InternalError",
                            "We encountered an internal error. Please try again.");
            case UNAVAILABLE ->
                    new AwsError(503, "ServiceUnavailable", "Service is unable to handle request.");
            case NOT_IMPLEMENTED -> new AwsError(501, "NotImplemented", message);
        };
    }
}
