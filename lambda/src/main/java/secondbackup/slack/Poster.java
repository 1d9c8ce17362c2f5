package secondbackup.slack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/// The way out of this machine. A rehearsal puts a receiver of its own in the place of HTTP.
///
/// @param post sends a body once and says what came back
/// @param pause waits
public record Poster(Function<Post, Reply> post, Consumer<Duration> pause) {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /// One request.
    public record Post(URI url, String json) {
        /// The URL is a secret.
        @Override
        public String toString() {
            return "Post[" + json.length() + " characters]";
        }
    }

    /// What came back.
    public sealed interface Reply {
        /// @param retryAfterSeconds what the header of this name says
        record Answered(int status, String body, OptionalLong retryAfterSeconds) implements Reply {}

        record Unreachable(String cause) implements Reply {}
    }

    public static Poster http() {
        var client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
        return new Poster(post -> send(client, post), Poster::sleep);
    }

    /// Messages of exceptions may hold the URL, so only their names are kept.
    private static Reply send(HttpClient client, Post post) {
        var request =
                HttpRequest.newBuilder(post.url())
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(post.json()))
                        .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply.Answered(answer.statusCode(), answer.body(), retryAfter(answer));
        } catch (IOException failed) {
            return new Reply.Unreachable(failed.getClass().getSimpleName());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Reply.Unreachable(interrupted.getClass().getSimpleName());
        }
    }

    /// Source: Slack API, "Rate limits": seconds as a whole number; read 2026-11-22.
    private static OptionalLong retryAfter(HttpResponse<String> answer) {
        return answer.headers().firstValue("Retry-After").stream()
                .filter(text -> text.matches("\\d{1,9}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
