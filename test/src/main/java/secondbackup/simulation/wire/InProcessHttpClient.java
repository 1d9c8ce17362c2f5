package secondbackup.simulation.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/// The HTTP client that carries an SDK client's calls to the simulated AWS, whatever host they are for. The host says which
/// service is meant, so an address that the shell names for all services (`AWS_ENDPOINT_URL`) is not heeded in this Java.
///
/// Source: AWS SDK for Java 2.x, `SdkSystemSetting.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS`, looked at 2026-11-27.
public final class InProcessHttpClient implements SdkHttpClient {
    static {
        System.setProperty("aws.ignoreConfiguredEndpointUrls", "true");
    }

    private final WireServer server;

    public InProcessHttpClient(WireServer server) {
        this.server = server;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return response(server.answer(question(request)));
            }

            @Override
            public void abort() {
                // The call has ended before anyone could abort it.
            }
        };
    }

    private static HttpQuestion question(HttpExecuteRequest request) {
        var http = request.httpRequest();
        var body = request.contentStreamProvider().map(content -> read(content.newStream()));
        return new HttpQuestion(
                http.method().name(),
                http.host(),
                http.encodedPath(),
                http.rawQueryParameters(),
                http.headers(),
                body.orElseGet(() -> SdkBytes.fromByteArrayUnsafe(new byte[0])));
    }

    private static SdkBytes read(InputStream content) {
        try (content) {
            return SdkBytes.fromByteArrayUnsafe(content.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static HttpExecuteResponse response(HttpAnswer answer) {
        var http = SdkHttpResponse.builder().statusCode(answer.status());
        answer.headers().forEach(http::putHeader);
        return HttpExecuteResponse.builder()
                .response(http.build())
                .responseBody(AbortableInputStream.create(answer.body().asInputStream()))
                .build();
    }

    @Override
    public void close() {
        // Nothing is open: there is no connection.
    }

    @Override
    public String clientName() {
        return "InProcess";
    }
}
