package secondbackup.simulation.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import secondbackup.simulation.physics.Chance;

/// Whether a state tries again, and who catches it.
///
/// Source: AWS Step Functions Developer Guide, "Handling errors in Step Functions workflows" (`States.ALL`,
/// `States.TaskFailed`, retriers and their defaults, jitter), read 2026-11-27.
///
/// @param state as the definition has it
/// @param used how often each retrier was used, by its place
record Retrying(JsonNode state, Map<Integer, Integer> used) {
    private static final List<String> NEVER_CAUGHT_BY_ALL =
            List.of("States.DataLimitExceeded", "States.Runtime");

    Retrying(JsonNode state) {
        this(state, new HashMap<>());
    }

    int attempts() {
        return used.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// How long to wait before the next try; empty where there is none.
    Optional<Duration> wait(Outcome.Broken broken, Chance chance, Object... key) {
        var retriers = state.path("Retry");
        for (var at = 0; at < retriers.size(); at++) {
            if (fits(retriers.path(at), broken)) {
                return next(at, retriers.path(at), chance, key);
            }
        }
        return Optional.empty();
    }

    private Optional<Duration> next(int at, JsonNode retrier, Chance chance, Object... key) {
        var before = used.getOrDefault(at, 0);
        if (before >= retrier.path("MaxAttempts").asInt(3)) {
            return Optional.empty();
        }
        used.put(at, before + 1);
        var first = retrier.path("IntervalSeconds").asDouble(1);
        var seconds = first * Math.pow(retrier.path("BackoffRate").asDouble(2), before);
        var most = retrier.path("MaxDelaySeconds").asDouble(Double.MAX_VALUE);
        var whole = Math.min(seconds, most);
        var jitter = retrier.path("JitterStrategy").asText("NONE").equals("FULL");
        var share = jitter ? chance.fraction("jitter", List.of(key), at, before) : 1;
        return Optional.of(Duration.ofMillis(Math.round(whole * share * 1_000)));
    }

    Optional<JsonNode> catcher(Outcome.Broken broken) {
        return state.path("Catch").valueStream().filter(each -> fits(each, broken)).findFirst();
    }

    private static boolean fits(JsonNode rule, Outcome.Broken broken) {
        return rule.path("ErrorEquals")
                .valueStream()
                .anyMatch(name -> fits(name.asText(), broken.error()));
    }

    private static boolean fits(String name, String error) {
        return switch (name) {
            case "States.ALL" -> !NEVER_CAUGHT_BY_ALL.contains(error);
            case "States.TaskFailed" ->
                    !error.equals("States.Timeout") && !NEVER_CAUGHT_BY_ALL.contains(error);
            default -> name.equals(error);
        };
    }
}
