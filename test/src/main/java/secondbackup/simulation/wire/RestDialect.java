package secondbackup.simulation.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.TimestampFormatTrait.Format;

/// The protocol of AWS Backup and Account Management: method and path name the operation.
///
/// Source: Smithy 2.0, "AWS restJson1 protocol", read 2026-11-22.
final class RestDialect implements Dialect {
    private static final String JSON = "application/json";

    private final Operations operations;

    RestDialect(Operations operations) {
        this.operations = operations;
    }

    @Override
    public Asked read(String service, HttpQuestion question) {
        var path = Route.segments(question.path());
        for (var route : Models.routes(service)) {
            var labels = route.match(question.method(), path);
            if (labels.isPresent()) {
                return known(route, question, labels.get());
            }
        }
        return new Asked.Unknown(question.method() + " " + question.path());
    }

    private Asked known(Route route, HttpQuestion question, Map<String, String> labels) {
        return operations
                .find(route.request())
                .<Asked>map(operation ->
                        Answering.by(
                                route.operation(),
                                operation,
                                () -> read(operation.request(), question, labels),
                                RestDialect::write))
                .orElseGet(() -> new Asked.Unknown(route.operation()));
    }

    private static Object read(Class<?> model, HttpQuestion question, Map<String, String> labels) {
        var shape = Shape.of(model);
        var builder = shape.builder();
        JsonBody.fill(shape, builder, JsonBody.parse(question.body()));
        for (var member : shape.members) {
            switch (member.location) {
                case PATH, GREEDY_PATH -> set(member, builder, labels.get(member.name));
                case HEADER -> set(member, builder, question.headers().get(member.name));
                case QUERY_PARAM -> set(member, builder, question.query().get(member.name));
                case PAYLOAD, STATUS_CODE -> {}
            }
        }
        return Shape.build(builder);
    }

    private static void set(Member member, SdkPojo builder, @Nullable String value) {
        if (value != null) {
            member.field.set(builder, Scalars.read(member, value));
        }
    }

    private static void set(Member member, SdkPojo builder, @Nullable List<String> values) {
        if (values == null) {
            return;
        }
        if (member.kind == ValueKind.LIST) {
            var element = member.element();
            member.field.set(
                    builder, values.stream().map(value -> Scalars.read(element, value)).toList());
        } else {
            set(member, builder, values.getFirst());
        }
    }

    private static HttpAnswer write(SdkPojo response) {
        var answer = HttpAnswer.of(200, JSON, JsonBody.write(response));
        for (var member : Shape.of(response.getClass()).members) {
            var value = Shape.value(member, response);
            if (value != null && member.location == MarshallLocation.HEADER) {
                answer = answer.with(member.nameOut, Scalars.write(member, value, Format.RFC_822));
            }
        }
        return answer;
    }

    @Override
    public HttpAnswer error(AwsError error, String requestId) {
        return JsonRefusals.error(error, JSON);
    }

    @Override
    public AwsError refusal(Refusal refusal, String message) {
        return JsonRefusals.refusal(refusal, 403, message);
    }
}
