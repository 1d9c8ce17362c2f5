package secondbackup.simulation.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One path of a REST service, such as `PUT /backup-vaults/{backupVaultName}`.
///
/// @param segments literal text, or a label in braces; a label that ends in `+` takes all that is left
record Route(String operation, Class<?> request, String method, List<String> segments) {

    static Route of(String operation, Class<?> request, String method, String uri) {
        return new Route(operation, request, method, segments(uri));
    }

    /// Without the empty ones: several of AWS's paths end in `/`.
    static List<String> segments(String path) {
        var mark = path.indexOf('?');
        return List.of((mark < 0 ? path : path.substring(0, mark)).split("/", -1)).stream()
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /// Where two paths fit, the one with more literal text is meant.
    long literals() {
        return segments.stream().filter(segment -> !isLabel(segment)).count();
    }

    /// @return the labels' values, or empty where the path is another
    Optional<Map<String, String>> match(String asked, List<String> path) {
        if (!method.equals(asked) || path.size() < segments.size()) {
            return Optional.empty();
        }
        var labels = new TreeMap<String, String>();
        for (var at = 0; at < segments.size(); at++) {
            var segment = segments.get(at);
            if (segment.endsWith("+}")) {
                var rest = String.join("/", path.subList(at, path.size()));
                labels.put(segment.substring(1, segment.length() - 2), decode(rest));
                return Optional.of(labels);
            }
            if (isLabel(segment)) {
                labels.put(segment.substring(1, segment.length() - 1), decode(path.get(at)));
            } else if (!segment.equals(path.get(at))) {
                return Optional.empty();
            }
        }
        return path.size() == segments.size() ? Optional.of(labels) : Optional.empty();
    }

    private static boolean isLabel(String segment) {
        return segment.startsWith("{");
    }

    private static String decode(String segment) {
        return segment.indexOf('%') < 0
                ? segment
                : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
