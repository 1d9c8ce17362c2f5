package secondbackup.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// Builds the payload, within Slack's limits. What is longer is cut, what is more is left out and counted.
///
/// Foreign text goes into `plain_text` only, where Slack reads no links, mentions or marks; `&`, `<` and `>`
/// are escaped everywhere.
///
/// Source: Slack API, "Block Kit" (50 blocks a message; header 150 characters; section 3,000 characters) and
/// "Formatting text for app surfaces" (the three characters to escape), read 2026-11-22.
final class SlackBlocks {
    static final int BLOCKS_MAX = 50;
    static final int HEADER_MAX = 150;
    static final int SECTION_MAX = 3_000;
    private static final int LINE_MAX = 2_300;

    private final ArrayNode blocks = JsonNodeFactory.instance.arrayNode();

    void header(String text) {
        add("header", plain(text, HEADER_MAX));
    }

    /// A heading in our own words, printed bold.
    void heading(String text) {
        var bold =
                text(
                        JsonNodeFactory.instance.objectNode(),
                        "mrkdwn",
                        "*" + escaped(text, HEADER_MAX) + "*");
        bold.put("verbatim", true);
        add("section", bold);
    }

    /// A heading in our own words, what follows on it, and where it leads.
    ///
    /// @param url of our own making
    void linked(String heading, String more, String url) {
        var text =
                "*"
                        + escaped(heading, HEADER_MAX)
                        + "* · "
                        + escaped(more, HEADER_MAX)
                        + " · <"
                        + escaped(url)
                        + "|open>";
        var linked = text(JsonNodeFactory.instance.objectNode(), "mrkdwn", text);
        linked.put("verbatim", true);
        add("section", linked);
    }

    /// Lines in as few sections as hold them.
    void lines(List<String> lines) {
        var section = new StringBuilder();
        for (var line : lines) {
            var escaped = escaped(line, LINE_MAX);
            if (!section.isEmpty() && section.length() + 1 + escaped.length() > SECTION_MAX) {
                section(section.toString());
                section.setLength(0);
            }
            section.append(section.isEmpty() ? "" : "\n").append(escaped);
        }
        if (!section.isEmpty()) {
            section(section.toString());
        }
    }

    private void section(String escaped) {
        var plain = text(JsonNodeFactory.instance.objectNode(), "plain_text", escaped);
        plain.put("emoji", false);
        add("section", plain);
    }

    void divider() {
        if (blocks.size() < BLOCKS_MAX) {
            blocks.addObject().put("type", "divider");
        }
    }

    SlackMessage message(String fallback) {
        var payload = JsonNodeFactory.instance.objectNode();
        payload.put("text", escaped(fallback, SECTION_MAX));
        payload.put("unfurl_links", false);
        payload.put("unfurl_media", false);
        payload.set("blocks", blocks);
        return new SlackMessage(payload.toString());
    }

    private void add(String type, ObjectNode text) {
        if (blocks.size() < BLOCKS_MAX) {
            blocks.addObject().put("type", type).set("text", text);
        }
    }

    private static ObjectNode plain(String text, int charactersMax) {
        var plain =
                text(
                        JsonNodeFactory.instance.objectNode(),
                        "plain_text",
                        escaped(text, charactersMax));
        plain.put("emoji", false);
        return plain;
    }

    private static ObjectNode text(ObjectNode node, String type, String text) {
        return node.put("type", type).put("text", text);
    }

    /// Escaped, and cut so that no escape is cut in two.
    static String escaped(String text, int charactersMax) {
        var whole = escaped(text);
        var length = text.length();
        while (whole.length() > charactersMax) {
            length -= Math.max(1, (whole.length() - charactersMax) / "&amp;".length());
            whole = escaped(PlainText.cut(text, length));
        }
        return whole;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
