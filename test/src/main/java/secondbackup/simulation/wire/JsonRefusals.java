package secondbackup.simulation.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Errors as both JSON protocols write them.
public final class JsonRefusals {
    private JsonRefusals() {}

    public static HttpAnswer error(AwsError error, String contentType) {
        var bytes = new ByteArrayOutputStream();
        try (var json = JsonBody.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("__type", error.code());
            json.writeStringField("Code", error.code());
            json.writeStringField("message", error.message());
            json.writeStringField("Message", error.message());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return HttpAnswer.of(error.status(), contentType, bytes.toByteArray())
                .with("x-amzn-ErrorType", error.code());
    }

    /// Source: AWS Backup Developer Guide and AWS KMS API Reference, "Common Errors", read 2026-11-22.
    ///
    /// @param refused status of refusals: 403 where paths tell operations apart, 400 elsewhere
    public static AwsError refusal(Refusal refusal, int refused, String message) {
        return switch (refusal) {
            case NOT_SIGNED ->
                    new AwsError(
                            refused,
                            "MissingAuthenticationTokenException",
                            "Missing Authentication Token");
            case UNKNOWN_KEY ->
                    new AwsError(
                            refused,
                            "UnrecognizedClientException",
                            "The security token included in the request is invalid.");
            case EXPIRED_KEY ->
                    new AwsError(
                            refused,
                            "ExpiredTokenException",
                            "The security token included in the request is expired");
            case ACCESS_DENIED -> new AwsError(refused, "AccessDeniedException", message);
            case THROTTLED -> new AwsError(400, "ThrottlingException", "Rate exceeded");
            case SERVER_ERROR ->
                    new AwsError(500, "InternalFailure", "An internal error occurred.");
            case UNAVAILABLE ->
                    new AwsError(503, "ServiceUnavailableException", "The service is unavailable.");
            case NOT_IMPLEMENTED -> new AwsError(501, "NotImplemented", message);
        };
    }
}
