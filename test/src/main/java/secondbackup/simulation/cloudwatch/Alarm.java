package secondbackup.simulation.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// A CloudWatch alarm on one metric.
///
/// Source: Amazon CloudWatch User Guide, "Using Amazon CloudWatch alarms" and "Configuring how CloudWatch alarms treat
/// missing data", read 2026-11-27.
public final class Alarm {
    /// What a datapoint is compared for.
    public enum Comparison {
        GreaterThanThreshold,
        GreaterThanOrEqualToThreshold,
        LessThanThreshold,
        LessThanOrEqualToThreshold;

        boolean breaches(double value, double threshold) {
            return switch (this) {
                case GreaterThanThreshold -> value > threshold;
                case GreaterThanOrEqualToThreshold -> value >= threshold;
                case LessThanThreshold -> value < threshold;
                case LessThanOrEqualToThreshold -> value <= threshold;
            };
        }
    }

    /// What a period without data counts as.
    public enum Silence {
        BREACHING,
        NOT_BREACHING,
        IGNORE,
        MISSING;

        /// @param word as the API has it, such as `notBreaching`
        ///
        /// Fails: IllegalArgumentException for any other word.
        public static Silence of(String word) {
            return switch (word) {
                case "breaching" -> BREACHING;
                case "notBreaching" -> NOT_BREACHING;
                case "ignore" -> IGNORE;
                case "missing" -> MISSING;
                default ->
                        throw new IllegalArgumentException(
                                "TreatMissingData is '"
                                        + word
                                        + "', but must be breaching, notBreaching, ignore or missing");
            };
        }
    }

    /// An alarm's three states.
    public enum State {
        OK,
        ALARM,
        INSUFFICIENT_DATA
    }

    /// What it watches, and when it rings.
    ///
    /// @param periods number of periods that are looked at
    /// @param breachesToAlarm how many of them must breach
    public record Condition(
            Metrics.Metric metric,
            Metrics.Statistic statistic,
            Duration period,
            int periods,
            int breachesToAlarm,
            double threshold,
            Comparison comparison,
            Silence missing) {
        public Condition {
            if (period.toSeconds() < 10 || periods < 1) {
                throw new IllegalArgumentException(
                        "an alarm needs a period of 10 seconds or more and one period or more");
            }
            if (breachesToAlarm < 1 || breachesToAlarm > periods) {
                throw new IllegalArgumentException(
                        "DatapointsToAlarm is "
                                + breachesToAlarm
                                + ", but must be 1 to EvaluationPeriods, "
                                + periods);
            }
        }
    }

    /// One change of state.
    public record Change(Instant at, State from, State to, String reason) {}

    public final String account;
    public final String region;
    public final String name;
    public Condition condition;
    public boolean actionsEnabled = true;

    /// ARNs of whom it tells of each state.
    public List<String> alarmActions = List.of();

    public List<String> okActions = List.of();
    public List<String> insufficientDataActions = List.of();

    /// All that happened to it, oldest first.
    public final List<Change> history = new ArrayList<>();

    State state = State.INSUFFICIENT_DATA;

    /// How often its condition was set.
    int generation;

    public Alarm(String account, String region, String name, Condition condition) {
        this.account = account;
        this.region = region;
        this.name = name;
        this.condition = condition;
    }

    public String arn() {
        return "arn:aws:cloudwatch:" + region + ":" + account + ":alarm:" + name;
    }

    public State state() {
        return state;
    }

    List<String> actions() {
        return switch (state) {
            case OK -> okActions;
            case ALARM -> alarmActions;
            case INSUFFICIENT_DATA -> insufficientDataActions;
        };
    }

    /// The state that follows from the datapoints of all its periods. Where missing ones are ignored, it stays as it is
    /// as long as nothing that is there speaks against it.
    ///
    /// Source: Amazon CloudWatch User Guide, "Configuring how CloudWatch alarms treat missing data" (both tables, the last
    /// row of each), read 2026-11-27.
    State judged(List<OptionalDouble> points) {
        var present = points.stream().filter(OptionalDouble::isPresent).count();
        var breaching = points.stream().filter(this::breaches).count();
        if (breaching >= condition.breachesToAlarm()) {
            return State.ALARM;
        }
        if (condition.missing() == Silence.IGNORE
                && present < points.size()
                && present == breaching) {
            return state;
        }
        if (present > 0) {
            return State.OK;
        }
        return switch (condition.missing()) {
            case NOT_BREACHING, BREACHING -> State.OK;
            case IGNORE, MISSING -> State.INSUFFICIENT_DATA;
        };
    }

    private boolean breaches(OptionalDouble point) {
        return point.isPresent()
                ? condition.comparison().breaches(point.getAsDouble(), condition.threshold())
                : condition.missing() == Silence.BREACHING;
    }
}
