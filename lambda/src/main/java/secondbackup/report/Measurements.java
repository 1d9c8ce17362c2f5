package secondbackup.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import secondbackup.gap.Gap;
import secondbackup.gap.Severity;
import secondbackup.policy.Metric;
import secondbackup.policy.Metric.Dimension;
import secondbackup.report.Report.ClusterLine;
import secondbackup.report.Report.GapLine;
import secondbackup.verify.Rung;
import secondbackup.verify.Verdict.Standing;

/// What a report, or a run of Copy, says in numbers. Every kind of gap is there, with 0 too, so that whoever watches
/// one sees it end; what is not known is left out, never 0.
///
/// 1. When a gap could not be seen this time, it shall count as it did: nobody has seen it end.
/// 2. When not everything was seen, a number that rings where it is high shall be written where what was seen makes it
///    high, and left out where it would say that all is well. Alarms stay as they are then, and that on
///    [Metric#NOT_SEEN] rings.
public final class Measurements {
    private static final double MINUTES_PER_HOUR = 60;
    private static final double HOURS_PER_DAY = 24;
    private static final double PERCENT = 100;

    private Measurements() {}

    public static List<Measured> of(Report report) {
        var all = new ArrayList<Measured>();
        all.add(new Measured(Map.of(), totals(report)));
        all.addAll(gaps(Dimension.KIND, kinds(), GapLine::kind, report));
        all.addAll(gaps(Dimension.SEVERITY, severities(), gap -> gap.severity().name(), report));
        report.lanes().forEach(lane -> all.add(slots(lane)));
        return List.copyOf(all);
    }

    /// @param waiting copies that are due and found no slot
    /// @param sweptAt begin of the sweep that was worked from; empty where there was none yet
    public static Measured ofCopies(
            long started, long refused, int waiting, Optional<Instant> sweptAt, Instant now) {
        var values = new EnumMap<Metric, Double>(Metric.class);
        values.put(Metric.COPIES_STARTED, (double) started);
        values.put(Metric.COPIES_REFUSED, (double) refused);
        values.put(Metric.COPIES_WAITING, (double) waiting);
        sweptAt.ifPresent(at -> values.put(Metric.SWEEP_AGE, hours(Duration.between(at, now))));
        return new Measured(Map.of(), values);
    }

    /// @param since how long no self-test has reached every channel
    public static Measured ofSelfTest(Duration since) {
        return new Measured(Map.of(), Map.of(Metric.SELF_TEST_AGE, hours(since) / HOURS_PER_DAY));
    }

    private static Map<Metric, Double> totals(Report report) {
        var summary = report.summary();
        var values = new EnumMap<Metric, Double>(Metric.class);
        if (summary.clusters() > 0) {
            values.put(
                    Metric.PROTECTED_SHARE,
                    PERCENT * summary.protectedClusters() / summary.clusters());
        }
        values.put(Metric.CLUSTERS, (double) summary.clusters());
        values.put(Metric.PROTECTED_CLUSTERS, (double) summary.protectedClusters());
        values.put(Metric.UNPROTECTED_CLUSTERS, (double) summary.unprotectedClusters());
        values.put(Metric.YOUNG_CLUSTERS, (double) summary.youngClusters());
        values.put(Metric.UNKNOWN_CLUSTERS, (double) summary.unknownClusters());
        values.put(Metric.ACCOUNTS_UNSEEN, (double) summary.accountsUnseen());
        values.put(Metric.NOT_SEEN, (double) notSeen(report));
        values.putAll(watched(report));
        return values;
    }

    /// An answer that nobody understands is not seen either, nor is a gap of which nobody saw whether it is over.
    private static long notSeen(Report report) {
        return report.notSeen().size()
                + report.hidden().size()
                + report.gaps().stream().filter(GapKind.STATE_UNKNOWN::is).count();
    }

    /// What rings where it is high.
    private static Map<Metric, Double> watched(Report report) {
        var whole = notSeen(report) == 0 && report.summary().unknownClusters() == 0;
        var values = new EnumMap<Metric, Double>(Metric.class);
        var without = withoutTimelyCopy(report);
        if (whole || without > 0) {
            values.put(Metric.CLUSTERS_WITHOUT_TIMELY_COPY, (double) without);
        }
        worst(report, Measurements::share)
                .filter(share -> whole || share > PERCENT)
                .ifPresent(share -> {
                    values.put(Metric.WORST_COPY_AGE_SHARE, share);
                    worst(report, (age, _) -> hours(age))
                            .ifPresent(hours -> values.put(Metric.WORST_COPY_AGE, hours));
                });
        return values;
    }

    private static long withoutTimelyCopy(Report report) {
        return report.clusters().stream()
                .filter(line -> line.standing() == Standing.UNPROTECTED)
                .filter(line -> line.rung().compareTo(Rung.TIMELY) < 0)
                .count();
    }

    /// Of the clusters that a promise binds; one without a copy has no age.
    private static Optional<Double> worst(
            Report report, ToDoubleBiFunction<Duration, Duration> worth) {
        return report.clusters().stream()
                .flatMap(line -> worth(line, report.generatedAt(), worth))
                .max(Double::compare);
    }

    private static Stream<Double> worth(
            ClusterLine line, Instant now, ToDoubleBiFunction<Duration, Duration> worth) {
        return line.newestAt().stream()
                .flatMap(at ->
                        line.copyAgeMax().stream()
                                .map(most -> worth.applyAsDouble(Duration.between(at, now), most)));
    }

    private static double hours(Duration age) {
        return age.toMinutes() / MINUTES_PER_HOUR;
    }

    private static double share(Duration age, Duration promised) {
        return PERCENT * age.toSeconds() / promised.toSeconds();
    }

    private static List<String> kinds() {
        return Stream.of(Gap.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();
    }

    private static List<String> severities() {
        return Stream.of(Severity.values()).map(Severity::name).toList();
    }

    private static List<Measured> gaps(
            Dimension by, List<String> names, Function<GapLine, String> name, Report report) {
        var counts = new TreeMap<String, Integer>();
        names.forEach(each -> counts.put(each, 0));
        Stream.concat(report.gaps().stream(), report.hidden().stream())
                .forEach(gap -> counts.merge(name.apply(gap), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(each ->
                        new Measured(
                                Map.of(by, each.getKey()),
                                Map.of(Metric.GAPS, (double) each.getValue())))
                .toList();
    }

    private static Measured slots(Lane lane) {
        return new Measured(
                Map.of(Dimension.VAULT, lane.vault().name()),
                Map.of(
                        Metric.COPY_SLOTS, (double) lane.slots(),
                        Metric.COPY_SLOTS_USED, (double) lane.used().getLast()));
    }
}
