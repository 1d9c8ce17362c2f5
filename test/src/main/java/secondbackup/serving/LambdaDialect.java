package secondbackup.serving;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import secondbackup.rehearsal.Lambdas;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Asked;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.HandDialect;
import secondbackup.simulation.wire.HttpAnswer;
import secondbackup.simulation.wire.HttpQuestion;
import secondbackup.simulation.wire.JsonRefusals;
import secondbackup.simulation.wire.Refusal;

/// AWS Lambda's Invoke, for the product's own functions. An event that is sent to be handled later is handled
/// at once, once.
///
/// Source: AWS Lambda API model, Invoke, InvocationRequest, InvocationResponse (botocore 1.44.5), read
/// 2026-11-27.
final class LambdaDialect implements HandDialect {
    private static final Pattern PATH =
            Pattern.compile("/2015-03-31/functions/([^/]+)/invocations/?");
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:arn:aws:lambda:(?<region>[a-z0-9-]+):)?(?:(?<account>\\d{12}):)?"
                            + "(?:function:)?(?<name>[A-Za-z0-9_-]{1,64})(?::\\$LATEST)?");
    private static final int LOG_MAX = 4 * 1024;

    private final Lambdas lambdas;

    LambdaDialect(Lambdas lambdas) {
        this.lambdas = lambdas;
    }

    @Override
    public List<String> operations() {
        return List.of("Invoke");
    }

    @Override
    public Asked read(String service, HttpQuestion question) {
        var path = PATH.matcher(Exchanges.decode(question.path()));
        if (!question.method().equals("POST") || !path.matches()) {
            return new Asked.Unknown(question.method() + " " + question.path());
        }
        var function = path.group(1);
        return new Asked.Known(
                "Invoke",
                Optional.empty(),
                call -> List.of(right(arn(function, call))),
                call -> Asked.Answer.byHand(answer(arn(function, call), question)));
    }

    private static AccessRequest right(String arn) {
        return AccessRequest.of("lambda:InvokeFunction", arn).guardedBy("", arn.split(":", -1)[4]);
    }

    private static String arn(String function, Call call) {
        var parts = NAME.matcher(function);
        if (!parts.matches()) {
            throw new AwsError(
                    400,
                    "ValidationException",
                    "1 validation error detected: Value '"
                            + function
                            + "' at 'functionName' failed"
                            + " to satisfy constraint");
        }
        return "arn:aws:lambda:%s:%s:function:%s"
                .formatted(
                        Optional.ofNullable(parts.group("region")).orElse(call.region()),
                        Optional.ofNullable(parts.group("account")).orElse(call.account()),
                        parts.group("name"));
    }

    private HttpAnswer answer(String arn, HttpQuestion question) {
        var function = lambdas.function(arn);
        if (function.isEmpty()
                || !List.of("", "$LATEST").contains(question.parameter("Qualifier"))) {
            throw new AwsError(404, "ResourceNotFoundException", "Function not found: " + arn);
        }
        var body = question.body().asUtf8String();
        var payload = body.isEmpty() ? "{}" : body;
        return switch (question.header("X-Amz-Invocation-Type")) {
            case "DryRun" -> HttpAnswer.empty(204);
            case "Event" -> {
                Invocation.of(lambdas, function.get(), payload);
                yield HttpAnswer.empty(202);
            }
            case "", "RequestResponse" ->
                    answer(Invocation.of(lambdas, function.get(), payload), question);
            default ->
                    throw new AwsError(
                            400,
                            "InvalidParameterValueException",
                            "Unsupported invocation type "
                                    + question.header("X-Amz-Invocation-Type"));
        };
    }

    private static HttpAnswer answer(Invocation ended, HttpQuestion question) {
        var answer =
                HttpAnswer.of(200, "application/json", ended.payload())
                        .with("X-Amz-Executed-Version", "$LATEST");
        if (ended.failed()) {
            answer = answer.with("X-Amz-Function-Error", "Unhandled");
        }
        return question.header("X-Amz-Log-Type").equals("Tail")
                ? answer.with("X-Amz-Log-Result", tail(ended.log()))
                : answer;
    }

    private static String tail(String log) {
        var bytes = log.getBytes(StandardCharsets.UTF_8);
        var start = Math.max(0, bytes.length - LOG_MAX);
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    @Override
    public HttpAnswer error(AwsError error, String requestId) {
        return JsonRefusals.error(error, "application/json");
    }

    @Override
    public AwsError refusal(Refusal refusal, String message) {
        return JsonRefusals.refusal(refusal, 403, message);
    }
}
