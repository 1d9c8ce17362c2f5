package secondbackup.simulation.wire;

import com.fasterxml.jackson.databind.JsonNode;

/// The protocol of Organizations, KMS and Secrets Manager, and by other SDKs of CloudWatch: a header names
/// the operation.
///
/// Source: Smithy 2.0, "AWS JSON 1.1 protocol", read 2026-11-22.
final class JsonDialect implements Dialect {
    private static final String TARGET = "X-Amz-Target";

    private final Operations operations;

    JsonDialect(Operations operations) {
        this.operations = operations;
    }

    static boolean speaks(HttpQuestion question) {
        return question.headers().containsKey(TARGET);
    }

    @Override
    public Asked read(String service, HttpQuestion question) {
        var target = question.header(TARGET);
        var name = target.substring(target.lastIndexOf('.') + 1);
        var json = JsonBody.parse(question.body());
        var contentType = question.header("Content-Type");
        return operations
                .named(Models.packageOf(service), name)
                .<Asked>map(operation -> known(name, operation, json, contentType))
                .orElseGet(() -> new Asked.Unknown(name));
    }

    private static Asked known(
            String name, Operations.Operation<?, ?> operation, JsonNode json, String contentType) {
        return Answering.by(
                name,
                operation,
                () -> read(Shape.of(operation.request()), json),
                response -> HttpAnswer.of(200, contentType, JsonBody.write(response)));
    }

    private static Object read(Shape shape, JsonNode json) {
        var builder = shape.builder();
        JsonBody.fill(shape, builder, json);
        return Shape.build(builder);
    }

    @Override
    public HttpAnswer error(AwsError error, String requestId) {
        return JsonRefusals.error(error, "application/x-amz-json-1.1");
    }

    @Override
    public AwsError refusal(Refusal refusal, String message) {
        return JsonRefusals.refusal(refusal, 400, message);
    }
}
