package secondbackup.simulation.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.SortedMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import secondbackup.simulation.targets.JsonPath;

/// What a target gets of an event.
///
/// Source: Amazon EventBridge User Guide, "Amazon EventBridge input transformation", read 2026-11-27.
public sealed interface TargetInput {
    JsonNode of(JsonNode event, EventBuses.Rule rule);

    /// The event as it is.
    record Whole() implements TargetInput {
        @Override
        public JsonNode of(JsonNode event, EventBuses.Rule rule) {
            return event;
        }
    }

    /// Always the same.
    record Constant(JsonNode json) implements TargetInput {
        @Override
        public JsonNode of(JsonNode event, EventBuses.Rule rule) {
            return json;
        }
    }

    /// A part of the event; nothing where the event lacks it.
    record Part(JsonPath path) implements TargetInput {
        @Override
        public JsonNode of(JsonNode event, EventBuses.Rule rule) {
            return path.in(event).orElse(TextNode.valueOf(""));
        }
    }

    /// A template with `<names>` of values. Texts stand without quotes where the template has quotes around them or
    /// is no JSON.
    record Template(SortedMap<String, JsonPath> paths, String text) implements TargetInput {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final Pattern NAME = Pattern.compile("(\")?<([A-Za-z0-9._-]+)>(\")?");

        @Override
        public JsonNode of(JsonNode event, EventBuses.Rule rule) {
            var filled =
                    NAME.matcher(text)
                            .replaceAll(name ->
                                    Matcher.quoteReplacement(
                                            filled(name, value(name.group(2), event, rule))));
            try {
                return JSON.readTree(filled);
            } catch (JsonProcessingException _) {
                return TextNode.valueOf(filled);
            }
        }

        private static String filled(MatchResult name, JsonNode value) {
            var quoted = name.group(1) != null && name.group(3) != null;
            if (quoted || !value.isTextual()) {
                return value.toString();
            }
            var bare = value.toString().substring(1, value.toString().length() - 1);
            return (name.group(1) == null ? "" : "\"") + bare + (name.group(3) == null ? "" : "\"");
        }

        private JsonNode value(String name, JsonNode event, EventBuses.Rule rule) {
            return switch (name) {
                case "aws.events.rule-arn" -> TextNode.valueOf(rule.arn());
                case "aws.events.rule-name" -> TextNode.valueOf(rule.name);
                case "aws.events.event.ingestion-time" -> event.path("time");
                case "aws.events.event", "aws.events.event.json" -> event;
                default -> named(name).in(event).orElse(TextNode.valueOf(""));
            };
        }

        private JsonPath named(String name) {
            var path = paths.get(name);
            if (path == null) {
                throw new IllegalArgumentException(
                        "InputTemplate names <" + name + ">, which InputPathsMap does not have");
            }
            return path;
        }
    }
}
