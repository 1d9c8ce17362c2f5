package secondbackup.simulation.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The parameters of a query request as a tree: `Filters.Filter.1.Name=engine` is a path of four.
final class FormNode {
    @Nullable String value;
    private final Map<String, FormNode> children = new TreeMap<>();

    static FormNode parse(String body) {
        var root = new FormNode();
        var start = 0;
        while (start < body.length()) {
            var end = body.indexOf('&', start);
            end = end < 0 ? body.length() : end;
            root.put(body.substring(start, end));
            start = end + 1;
        }
        return root;
    }

    static FormNode of(Map<String, List<String>> parameters) {
        var root = new FormNode();
        for (var parameter : parameters.entrySet()) {
            root.at(parameter.getKey()).value = String.join("", parameter.getValue());
        }
        return root;
    }

    private void put(String pair) {
        var split = pair.indexOf('=');
        var key = split < 0 ? pair : pair.substring(0, split);
        var text = split < 0 ? "" : pair.substring(split + 1);
        at(decode(key)).value = decode(text);
    }

    private FormNode at(String path) {
        var node = this;
        var start = 0;
        while (start <= path.length()) {
            var end = path.indexOf('.', start);
            end = end < 0 ? path.length() : end;
            node = node.children.computeIfAbsent(path.substring(start, end), _ -> new FormNode());
            start = end + 1;
        }
        return node;
    }

    @Nullable FormNode child(String name) {
        return children.get(name);
    }

    /// The only child there can be, whatever its name: `member`, or the name the model gives it.
    @Nullable FormNode any() {
        for (var child : children.values()) {
            return child;
        }
        return null;
    }

    String text() {
        return value == null ? "" : value;
    }

    private static String decode(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0
                ? text
                : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
