package secondbackup.simulation.wire;

import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkPojo;

/// The protocol of RDS, STS, IAM and, by the SDK for Java, CloudWatch: forms in, XML out.
///
/// Source: Smithy 2.0, "AWS query protocol", read 2026-11-22.
final class QueryDialect implements Dialect {
    private static final String XML = "text/xml";

    private final Operations operations;

    QueryDialect(Operations operations) {
        this.operations = operations;
    }

    @Override
    public Asked read(String service, HttpQuestion question) {
        var text = question.body().asString(StandardCharsets.UTF_8);
        var form = text.isEmpty() ? FormNode.of(question.query()) : FormNode.parse(text);
        var action = form.child("Action");
        var name = action == null ? "" : action.text();
        return operations
                .named(Models.packageOf(service), name)
                .<Asked>map(operation -> known(name, operation, form))
                .orElseGet(() -> new Asked.Unknown(name));
    }

    private static Asked known(String name, Operations.Operation<?, ?> operation, FormNode form) {
        return Answering.by(
                name,
                operation,
                () -> FormBody.read(Shape.of(operation.request()), form),
                response -> write(name, response));
    }

    private static HttpAnswer write(String name, SdkPojo response) {
        var xml = new XmlBody().open(name + "Response").open(name + "Result");
        XmlBody.structure(response, xml);
        xml.close(name + "Result").open("ResponseMetadata").leaf("RequestId", "-");
        return HttpAnswer.of(
                200, XML, xml.close("ResponseMetadata").close(name + "Response").toString());
    }

    @Override
    public HttpAnswer error(AwsError error, String requestId) {
        var xml = new XmlBody().open("ErrorResponse").open("Error");
        xml.leaf("Type", error.status() < 500 ? "Sender" : "Receiver")
                .leaf("Code", error.code())
                .leaf("Message", error.message())
                .close("Error");
        xml.leaf("RequestId", requestId).close("ErrorResponse");
        return HttpAnswer.of(error.status(), XML, xml.toString());
    }

    /// Source: IAM API Reference and Amazon RDS API Reference, "Common Errors", read 2026-11-22.
    @Override
    public AwsError refusal(Refusal refusal, String message) {
        return switch (refusal) {
            case NOT_SIGNED ->
                    new AwsError(
                            403,
                            "MissingAuthenticationToken",
                            "Request is missing Authentication Token");
            case UNKNOWN_KEY ->
                    new AwsError(
                            403,
                            "InvalidClientTokenId",
                            "The security token included in the request is invalid.");
            case EXPIRED_KEY ->
                    new AwsError(
                            403,
                            "ExpiredToken",
                            "The security token included in the request is expired");
            case ACCESS_DENIED -> new AwsError(403, "AccessDenied", message);
            case THROTTLED -> new AwsError(400, "Throttling", "Rate exceeded");
            case SERVER_ERROR ->
                    new AwsError(
                            500,
                            "InternalFailure",
                            "We encountered an internal error. Please try again.");
            case UNAVAILABLE ->
                    new AwsError(
                            503, "ServiceUnavailable", "Service is unavailable. Please try again.");
            case NOT_IMPLEMENTED -> new AwsError(501, "NotImplemented", message);
        };
    }
}
