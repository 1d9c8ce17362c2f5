package secondbackup.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import secondbackup.slack.Poster;
import secondbackup.slack.Poster.Reply;

/// Stands in for Slack: takes what is posted to the one webhook it knows, and refuses what Slack refuses.
///
/// Source: Slack API, "Sending messages using incoming webhooks", "Block Kit reference" (50 blocks; 3,000
/// characters in a section's text, 150 in a header's) and "Truncating content" (40,000 characters of text),
/// read 2026-11-22.
public final class LocalSlack {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BLOCKS_MAX = 50;
    private static final int TEXT_MAX = 40_000;

    private final String url;
    private final List<String> messages = new ArrayList<>();

    public LocalSlack(String url) {
        this.url = url;
    }

    public Poster poster() {
        return new Poster(post -> receive(post.url().toString(), post.json()), _ -> {});
    }

    public Optional<String> latest() {
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.getLast());
    }

    public int received() {
        return messages.size();
    }

    private Reply receive(String to, String json) {
        if (!to.equals(url)) {
            return answer(404, "no_service");
        }
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
            var blocks = payload.path("blocks");
            if (payload.path("text").asText().isEmpty() && blocks.isEmpty()) {
                return Optional.of("no_text");
            }
            if (payload.path("text").asText().length() > TEXT_MAX) {
                return Optional.of("msg_too_long");
            }
            return blocks.size() > BLOCKS_MAX ? Optional.of("invalid_blocks") : badBlock(blocks);
        } catch (JsonProcessingException _) {
            return Optional.of("invalid_payload");
        }
    }

    private static Optional<String> badBlock(JsonNode blocks) {
        for (var block : blocks) {
            var text = block.path("text").path("text").asText();
            var most = block.path("type").asText().equals("header") ? 150 : 3_000;
            if (text.length() > most) {
                return Optional.of("invalid_blocks_format");
            }
        }
        return Optional.empty();
    }
}
