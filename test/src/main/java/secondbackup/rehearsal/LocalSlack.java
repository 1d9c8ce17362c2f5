package secondbackup.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import secondbackup.slack.Poster;
import secondbackup.slack.Poster.Reply;

/// Stands in for Slack: takes what is posted to the one webhook it knows, and refuses what Slack refuses.
///
/// Source: Slack API, "Sending messages using incoming webhooks", "Changes to errors for incoming webhooks" and
/// "Rate limits" (one message a second for each webhook; 429 with `Retry-After` in seconds), read 2026-11-27;
/// "Truncating content" (40,000 characters of text), read 2026-11-22.
public final class LocalSlack {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TEXT_MAX = 40_000;
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final String url;
    private final boolean limitsRate;
    private final List<String> messages = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private Instant free = Instant.EPOCH;

    /// Takes messages as fast as they come, as Slack does in short bursts.
    public LocalSlack(String url) {
        this(url, false);
    }

    private LocalSlack(String url, boolean limitsRate) {
        this.url = url;
        this.limitsRate = limitsRate;
    }

    /// Takes one message a second, by a clock that only the poster's pauses move.
    public static LocalSlack limitingRate(String url) {
        return new LocalSlack(url, true);
    }

    public Poster poster() {
        return new Poster(
                post -> receive(post.url().toString(), post.json()),
                pause -> now = now.plus(pause));
    }

    public Optional<String> latest() {
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.getLast());
    }

    /// All that were taken, the oldest first.
    public List<String> messages() {
        return List.copyOf(messages);
    }

    public int received() {
        return messages.size();
    }

    private Reply receive(String to, String json) {
        if (!to.equals(url)) {
            return answer(404, "no_service");
        }
        if (limitsRate && now.isBefore(free)) {
            return new Reply.Answered(429, "rate_limited", OptionalLong.of(BETWEEN.toSeconds()));
        }
        free = now.plus(BETWEEN);
        var problem = problem(json);
        if (problem.isEmpty()) {
            messages.add(json);
            return answer(200, "ok");
        }
        return answer(400, problem.get());
    }

    private static Reply answer(int status, String body) {
        return new Reply.Answered(status, body, OptionalLong.empty());
    }

    private static Optional<String> problem(String json) {
        try {
            var payload = JSON.readTree(json);
            if (!payload.isObject()) {
                return Optional.of("invalid_payload");
            }
            var blocks = payload.path("blocks");
            var text = payload.path("text").asText();
            if (text.isEmpty() && blocks.isEmpty()) {
                return Optional.of("no_text");
            }
            if (text.length() > TEXT_MAX) {
                return Optional.of("msg_too_long");
            }
            return blocks.isMissingNode() || SlackBlockRules.keeps(blocks)
                    ? Optional.empty()
                    : Optional.of("invalid_blocks");
        } catch (JsonProcessingException _) {
            return Optional.of("invalid_payload");
        }
    }
}
