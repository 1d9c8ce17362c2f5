package secondbackup.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/// Shows a Slack message as lines for a terminal. It reads the message itself, so that what is shown is what
/// was sent.
public final class PlainNotice {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainNotice() {}

    /// Fails: `IllegalArgumentException` where the message is no JSON.
    public static List<String> of(SlackMessage message) {
        var lines = new ArrayList<String>();
        for (var block : payload(message).path("blocks")) {
            switch (block.path("type").asText()) {
                case "header" -> {
                    var text = shown(block.path("text"));
                    lines.add(text);
                    lines.add("=".repeat(text.length()));
                }
                case "divider" -> lines.add("-".repeat(40));
                case "context" ->
                        block.path("elements").forEach(element -> lines.add(shown(element)));
                case "section" -> section(block.path("text"), lines);
                default -> lines.add("[" + block.path("type").asText() + "]");
            }
        }
        return List.copyOf(lines);
    }

    private static JsonNode payload(SlackMessage message) {
        try {
            return JSON.readTree(message.json());
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(
                    "message '" + PlainText.name(message.json()) + "': expected JSON", notJson);
        }
    }

    private static void section(JsonNode text, List<String> lines) {
        if (text.path("type").asText().equals("mrkdwn")) {
            lines.add("");
        }
        shown(text).lines().forEach(lines::add);
    }

    /// Marks are shown as nothing, links as their address; only headings of ours have any.
    private static String shown(JsonNode text) {
        var marked = text.path("text").asText();
        return SlackBlocks.unescaped(
                text.path("type").asText().equals("mrkdwn")
                        ? marked.replaceAll("<([^|>]*)\\|[^>]*>", "$1").replace("*", "")
                        : marked);
    }
}
