package secondbackup.simulation.wire;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;

/// An HTTP request as it reaches AWS.
///
/// @param path still encoded
/// @param query decoded parameters of the URI
/// @param headers by name, in any case
public record HttpQuestion(
        String method,
        String host,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        SdkBytes body) {

    public HttpQuestion {
        query = Collections.unmodifiableMap(new TreeMap<>(query));
        var anyCase = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = Collections.unmodifiableMap(anyCase);
    }

    /// @return the first value, or empty where there is none
    public String header(String name) {
        return first(headers.getOrDefault(name, List.of()));
    }

    /// @return the first value, or empty where there is none
    public String parameter(String name) {
        return first(query.getOrDefault(name, List.of()));
    }

    /// Whether the parameter is there, with a value or without.
    public boolean asks(String parameter) {
        return query.containsKey(parameter);
    }

    private static String first(Collection<String> values) {
        for (var value : values) {
            return value == null ? "" : value;
        }
        return "";
    }
}
