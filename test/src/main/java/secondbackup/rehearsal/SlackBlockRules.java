package secondbackup.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What Slack asks of the blocks of a message. Slack knows more kinds of blocks than these four; as we send none
/// of them, they are refused like those that Slack does not know.
///
/// Source: Slack API, "Block Kit" reference, read 2026-11-27: "Blocks" (50 a message), "Header block" (plain text
/// of at most 150 characters), "Section block" (text of at most 3,000 characters, or 1 to 10 fields of at most
/// 2,000 each), "Context block" (at most 10 elements), "Text object" (1 to 3,000 characters), `block_id` (at most
/// 255 characters).
final class SlackBlockRules {
    private static final int BLOCKS_MAX = 50;
    private static final int ID_MAX = 255;
    private static final int HEADER_MAX = 150;
    private static final int TEXT_MAX = 3_000;
    private static final int FIELDS_MAX = 10;
    private static final int FIELD_MAX = 2_000;
    private static final int ELEMENTS_MAX = 10;
    private static final List<String> PLAIN = List.of("plain_text");
    private static final List<String> ANY = List.of("plain_text", "mrkdwn");

    private SlackBlockRules() {}

    static boolean keeps(JsonNode blocks) {
        if (!blocks.isArray() || blocks.size() > BLOCKS_MAX) {
            return false;
        }
        for (var block : blocks) {
            if (!block(block)) {
                return false;
            }
        }
        return true;
    }

    private static boolean block(JsonNode block) {
        var kept =
                switch (block.path("type").asText()) {
                    case "header" -> text(block.path("text"), PLAIN, HEADER_MAX);
                    case "section" -> section(block);
                    case "context" -> texts(block.path("elements"), ELEMENTS_MAX, TEXT_MAX);
                    case "divider" -> true;
                    default -> false;
                };
        return kept && block.path("block_id").asText().length() <= ID_MAX;
    }

    /// Text, fields, or both.
    private static boolean section(JsonNode block) {
        var text = !block.has("text") || text(block.path("text"), ANY, TEXT_MAX);
        var fields = !block.has("fields") || texts(block.path("fields"), FIELDS_MAX, FIELD_MAX);
        return (block.has("text") || block.has("fields")) && text && fields;
    }

    private static boolean texts(JsonNode texts, int countMax, int lengthMax) {
        if (!texts.isArray() || texts.isEmpty() || texts.size() > countMax) {
            return false;
        }
        for (var text : texts) {
            if (!text(text, ANY, lengthMax)) {
                return false;
            }
        }
        return true;
    }

    private static boolean text(JsonNode object, List<String> types, int lengthMax) {
        var text = object.path("text");
        return types.contains(object.path("type").asText())
                && text.isTextual()
                && !text.asText().isEmpty()
                && text.asText().length() <= lengthMax;
    }
}
