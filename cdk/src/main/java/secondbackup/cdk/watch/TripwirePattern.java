package secondbackup.cdk.watch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import secondbackup.policy.Tripwire;

/// The event pattern of a tripwire. It goes by the call and what it is about; whose calls are daily work is left to
/// Notify, for a pattern that asks for a field that is not `x` does not match where the field is missing.
///
/// Source: Amazon EventBridge User Guide, "Comparison operators for use in event patterns" (wildcard, anything-but),
/// read 2026-11-27.
final class TripwirePattern {
    private TripwirePattern() {}

    static Map<String, Object> of(Tripwire wire) {
        var detail = new TreeMap<String, Object>();
        detail.put("eventSource", List.of(wire.service() + ".amazonaws.com"));
        detail.put("eventName", wire.calls());
        wire.about()
                .ifPresent(about ->
                        detail.put(
                                "requestParameters",
                                Map.of(
                                        about.parameter(),
                                        about.values().stream()
                                                .map(value -> Map.of("wildcard", value))
                                                .toList())));
        var pattern = new TreeMap<String, Object>();
        pattern.put("source", List.of("aws." + wire.service()));
        pattern.put("detail-type", List.of("AWS API Call via CloudTrail"));
        pattern.put("detail", detail);
        return pattern;
    }
}
