package secondbackup.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import secondbackup.inventory.Region;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/// Recorded answers in the place of AWS, below the SDK: requests and answers are what goes over the wire.
final class CannedAws implements SdkHttpClient {
    record Answer(int status, String body) {}

    private final Function<String, Answer> answers;
    final List<String> asked = new ArrayList<>();

    /// @param answers by host, method, path, operation and body, in one text
    CannedAws(Function<String, Answer> answers) {
        this.answers = answers;
    }

    static Answer ok(String body) {
        return new Answer(200, body);
    }

    /// Errors as the JSON protocols write them.
    static Answer jsonError(String code, String message) {
        return new Answer(400, "{\"__type\": \"" + code + "\", \"message\": \"" + message + "\"}");
    }

    /// Errors as the query protocol writes them.
    static Answer queryError(int status, String code, String message) {
        return new Answer(
                status,
                "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                        .formatted(code, message));
    }

    AwsConnection connection() {
        return new AwsConnection(
                this,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "secret")),
                new Region("eu-central-1"),
                AwsRetryStrategy::doNotRetry);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                var what = what(request);
                asked.add(what);
                var answer = answers.apply(what);
                var body = answer.body().getBytes(StandardCharsets.UTF_8);
                return HttpExecuteResponse.builder()
                        .response(SdkHttpResponse.builder().statusCode(answer.status()).build())
                        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                        .build();
            }

            @Override
            public void abort() {}
        };
    }

    private static String what(HttpExecuteRequest request) {
        var http = request.httpRequest();
        var target = http.firstMatchingHeader("X-Amz-Target").orElse("");
        var body = request.contentStreamProvider().map(content -> text(content.newStream()));
        return String.join(
                " ",
                http.host(),
                http.method().name(),
                http.encodedPath(),
                target,
                URLDecoder.decode(body.orElse(""), StandardCharsets.UTF_8));
    }

    private static String text(java.io.InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {}
}
