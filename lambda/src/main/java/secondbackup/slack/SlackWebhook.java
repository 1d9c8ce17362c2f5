package secondbackup.slack;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import secondbackup.report.SlackMessage;
import secondbackup.slack.Poster.Reply;
import secondbackup.sweep.Notifier;

/// Posts to one Slack incoming webhook. Tries a second time where that may help and is soon: told
/// twice is better than not at all.
///
/// Source: Slack API, "Sending messages using incoming webhooks" (error words in the body) and "Rate limits"
/// (429 with `Retry-After`), read 2026-11-22.
public final class SlackWebhook implements Notifier {
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);

    private final URI url;
    private final Poster poster;

    /// Fails: IllegalArgumentException when the text is no URL; the text is not in the message.
    public SlackWebhook(String url, Poster poster) {
        this.url = parsed(url);
        this.poster = poster;
    }

    private static URI parsed(String url) {
        problem(url)
                .ifPresent(problem -> {
                    throw new IllegalArgumentException(problem);
                });
        return URI.create(url);
    }

    /// What is wrong with a webhook's address, without the address; empty where it is one.
    public static Optional<String> problem(String url) {
        return address(url)
                ? Optional.empty()
                : Optional.of(
                        "the webhook's secret is no URL: expected https://hooks.slack.com/...");
    }

    private static boolean address(String url) {
        try {
            var parsed = URI.create(url);
            return "https".equals(parsed.getScheme()) && parsed.getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public Said say(SlackMessage message) {
        var post = new Poster.Post(url, message.json());
        var first = poster.post().apply(post);
        var pause = pauseBeforeAnotherTry(first);
        if (pause.isEmpty()) {
            return said(first);
        }
        poster.pause().accept(pause.get());
        return said(poster.post().apply(post));
    }

    /// Empty where another try makes no sense, or not soon enough.
    private static Optional<Duration> pauseBeforeAnotherTry(Reply reply) {
        return switch (reply) {
            case Reply.Unreachable _ -> Optional.of(PAUSE);
            case Reply.Answered answer when answer.status() == TOO_MANY ->
                    Optional.of(wait(answer)).filter(wait -> wait.compareTo(PAUSE_MAX) <= 0);
            case Reply.Answered answer ->
                    answer.status() >= SERVER_ERROR ? Optional.of(PAUSE) : Optional.empty();
        };
    }

    private static Duration wait(Reply.Answered answer) {
        return Duration.ofSeconds(answer.retryAfterSeconds().orElse(PAUSE.toSeconds()));
    }

    private static Said said(Reply reply) {
        return switch (reply) {
            case Reply.Unreachable(var cause) ->
                    new Said.NotDelivered("Slack could not be reached: " + cause);
            case Reply.Answered answer ->
                    answer.status() == OK
                            ? new Said.Delivered()
                            : new Said.NotDelivered(
                                    "Slack answered " + answer.status() + word(answer.body()));
        };
    }

    /// Slack's own error words, such as `no_service`; anything else might be an echo.
    private static String word(String body) {
        return body.matches("[a-z_]{1,60}") ? " " + body : "";
    }
}
