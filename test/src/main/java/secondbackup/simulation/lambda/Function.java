package secondbackup.simulation.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// One function.
public final class Function {
    /// One line of its log.
    public record Line(Instant at, String requestId, String text) {}

    /// One run, as it ended.
    public record Run(
            Instant from,
            Instant to,
            String requestId,
            String event,
            LambdaRuntime.Answer answer) {}

    /// What happens when it was invoked by event and fails.
    ///
    /// Source: AWS Lambda Developer Guide, "How Lambda handles errors and retries with asynchronous invocation" (two
    /// more tries, six hours), read 2026-11-27.
    ///
    /// @param failedArn queue or topic for the event that failed for good, or empty
    public record EventInvokes(int retriesMax, Duration ageMax, String failedArn) {
        public static EventInvokes standard() {
            return new EventInvokes(2, Duration.ofHours(6), "");
        }
    }

    public final String account;
    public final String region;
    public final String name;

    public String handler = "";
    public String roleArn = "";
    public final SortedMap<String, String> environment = new TreeMap<>();
    public Duration timeout = Duration.ofSeconds(3);
    public int memoryMebibytes = 128;

    /// Most runs at a time; empty where it takes its share of the account's.
    public OptionalInt reservedConcurrency = OptionalInt.empty();

    /// JSON of the statements of its resource policy: by qualifier (empty for none), then by statement id.
    public final SortedMap<String, SortedMap<String, String>> statements = new TreeMap<>();

    /// Published versions, the oldest first.
    public final List<String> versions = new ArrayList<>();

    /// Version by alias.
    public final SortedMap<String, String> aliases = new TreeMap<>();

    /// How many versions were ever published.
    public int versionsPublished;

    /// By qualifier, empty for none; who has none has AWS's own.
    public final SortedMap<String, EventInvokes> eventInvokes = new TreeMap<>();

    /// Queue or topic for events that failed, or empty.
    public String deadLetterArn = "";

    /// Whether its log format is `JSON`; it is `Text` where nobody chose.
    public boolean logsJson;

    /// How long a run takes; empty leaves it to chance.
    public Optional<Duration> takes = Optional.empty();

    int running;
    final List<Line> log = new ArrayList<>();
    final List<Run> runs = new ArrayList<>();

    public Function(String account, String region, String name) {
        this.account = account;
        this.region = region;
        this.name = name;
    }

    public String arn() {
        return "arn:aws:lambda:" + region + ":" + account + ":function:" + name;
    }

    String logGroup() {
        return "/aws/lambda/" + name;
    }

    /// What it has logged, oldest first.
    public List<Line> log() {
        return List.copyOf(log);
    }

    /// How it was run, by the order in which runs began. Runs that found no room are none.
    public List<Run> runs() {
        return List.copyOf(runs);
    }

    public int running() {
        return running;
    }

    /// What counts for an invocation by a qualifier.
    public EventInvokes eventInvokes(String qualifier) {
        return eventInvokes.getOrDefault(qualifier, EventInvokes.standard());
    }

    boolean knows(String qualifier) {
        return qualifier.isEmpty()
                || qualifier.equals("$LATEST")
                || versions.contains(qualifier)
                || aliases.containsKey(qualifier);
    }

    String policy(String qualifier) {
        var ours = statements.getOrDefault(qualifier, new TreeMap<>());
        return ours.isEmpty()
                ? ""
                : "{\"Version\":\"2012-10-17\",\"Statement\":["
                        + String.join(",", ours.values())
                        + "]}";
    }
}
