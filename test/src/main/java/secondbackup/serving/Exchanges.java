package secondbackup.serving;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import secondbackup.simulation.wire.HttpAnswer;
import secondbackup.simulation.wire.HttpQuestion;
import software.amazon.awssdk.core.SdkBytes;

/// Between the JDK's HTTP server and the simulation's own requests and answers.
final class Exchanges {
    private static final int NO_BODY = -1;

    /// Services with one endpoint for all Regions. A client that is told another endpoint cannot know what
    /// AWS's own says, and signs for its own Region.
    ///
    /// Source: AWS General Reference, "AWS Organizations endpoints and quotas", "AWS Identity and Access
    /// Management endpoints and quotas", read 2026-11-27.
    private static final Pattern GLOBAL =
            Pattern.compile("(Credential=[^/]+/\\d{8}/)[a-z0-9-]+(/(?:iam|organizations)/)");

    private Exchanges() {}

    static HttpQuestion question(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var headers = headers(exchange.getRequestHeaders());
        var host = headers.getOrDefault("Host", List.of("")).getFirst();
        return new HttpQuestion(
                exchange.getRequestMethod(),
                host,
                uri.getRawPath(),
                query(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
                headers,
                SdkBytes.fromByteArrayUnsafe(exchange.getRequestBody().readAllBytes()));
    }

    private static Map<String, List<String>> headers(Map<String, List<String>> sent) {
        var headers = new TreeMap<>(sent);
        headers.computeIfPresent(
                "Authorization",
                (_, values) ->
                        values.stream()
                                .map(each -> GLOBAL.matcher(each).replaceFirst("$1us-east-1$2"))
                                .toList());
        return headers;
    }

    private static Map<String, List<String>> query(String raw) {
        var parameters = new TreeMap<String, List<String>>();
        for (var pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                var mark = pair.indexOf('=');
                var name = decode(mark < 0 ? pair : pair.substring(0, mark));
                var value = mark < 0 ? "" : decode(pair.substring(mark + 1));
                parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static void answer(HttpExchange exchange, HttpAnswer answer) throws IOException {
        var body = answer.body().asByteArrayUnsafe();
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? NO_BODY : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /// The simulation's own mistake, told in full.
    static HttpAnswer broken(RuntimeException mistake) {
        var trace = new StringWriter();
        mistake.printStackTrace(new PrintWriter(trace));
        return HttpAnswer.of(500, "text/plain; charset=utf-8", trace.toString());
    }
}
