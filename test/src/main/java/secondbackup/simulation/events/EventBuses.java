package secondbackup.simulation.events;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.simulation.iam.Arn;

/// The event buses of all accounts, with their rules. Every account has a bus named `default` in every Region.
///
/// Source: Amazon EventBridge User Guide, "Event buses in Amazon EventBridge", read 2026-11-27.
public final class EventBuses {
    public static final String DEFAULT = "default";

    /// One event bus.
    public static final class Bus {
        public final String account;
        public final String region;
        public final String name;

        /// JSON of the statements of its resource policy, by statement id.
        public final SortedMap<String, String> statements = new TreeMap<>();

        public final SortedMap<String, Rule> rules = new TreeMap<>();

        Bus(String account, String region, String name) {
            this.account = account;
            this.region = region;
            this.name = name;
        }

        public String arn() {
            return "arn:aws:events:" + region + ":" + account + ":event-bus/" + name;
        }

        /// Its resource policy, or empty.
        public String policy() {
            return statements.isEmpty()
                    ? ""
                    : "{\"Version\":\"2012-10-17\",\"Statement\":["
                            + String.join(",", statements.values())
                            + "]}";
        }
    }

    /// One rule.
    public static final class Rule {
        public final Bus bus;
        public final String name;
        public EventPattern pattern;
        public boolean enabled = true;

        /// The pattern as it was given, or empty.
        public String text = "";

        /// By id.
        public final SortedMap<String, RuleTarget> targets = new TreeMap<>();

        public Rule(Bus bus, String name, EventPattern pattern) {
            this.bus = bus;
            this.name = name;
            this.pattern = pattern;
        }

        public String arn() {
            var path = bus.name.equals(DEFAULT) ? name : bus.name + "/" + name;
            return "arn:aws:events:" + bus.region + ":" + bus.account + ":rule/" + path;
        }
    }

    private final TreeMap<String, Bus> byArn = new TreeMap<>();

    /// The bus that every account has.
    public Bus standard(String account, String region) {
        return make(account, region, DEFAULT);
    }

    /// Makes a bus, or answers the one of that name.
    public Bus make(String account, String region, String name) {
        var bus = new Bus(account, region, name);
        return byArn.computeIfAbsent(bus.arn(), _ -> bus);
    }

    /// @param arn of a bus; a default bus is there without having been made
    public Optional<Bus> find(String arn) {
        var parts = Arn.of(arn);
        return parts.resource().equals("event-bus/" + DEFAULT)
                ? Optional.of(standard(parts.account(), parts.region()))
                : Optional.ofNullable(byArn.get(arn));
    }

    public void remove(String arn) {
        byArn.remove(arn);
    }

    /// Those with rules, by ARN.
    public List<Rule> rules() {
        return byArn.values().stream().flatMap(EventBuses::rulesOf).toList();
    }

    private static Stream<Rule> rulesOf(Bus bus) {
        return bus.rules.values().stream();
    }
}
