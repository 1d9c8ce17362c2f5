package secondbackup.simulation.cloudwatch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/// What services and functions have measured.
///
/// Source: Amazon CloudWatch User Guide, "Amazon CloudWatch concepts", read 2026-11-27.
public final class Metrics {
    /// One metric: a name in a namespace with exactly these dimensions.
    public record Metric(
            String account,
            String region,
            String namespace,
            String name,
            SortedMap<String, String> dimensions) {
        public Metric {
            dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
        }

        public static Metric of(
                String account,
                String region,
                String namespace,
                String name,
                String dimension,
                String value) {
            var dimensions = new TreeMap<String, String>();
            dimensions.put(dimension, value);
            return new Metric(account, region, namespace, name, dimensions);
        }
    }

    /// How the values of a period become one.
    public enum Statistic {
        SampleCount,
        Average,
        Sum,
        Minimum,
        Maximum;

        OptionalDouble of(DoubleStream values) {
            var summary = values.summaryStatistics();
            if (summary.getCount() == 0) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(
                    switch (this) {
                        case SampleCount -> (double) summary.getCount();
                        case Average -> summary.getAverage();
                        case Sum -> summary.getSum();
                        case Minimum -> summary.getMin();
                        case Maximum -> summary.getMax();
                    });
        }
    }

    private final InstantSource time;
    private final Map<Metric, NavigableMap<Instant, List<Double>>> points = new HashMap<>();
    private final Map<Metric, DoubleSupplier> gauges = new HashMap<>();

    public Metrics(InstantSource time) {
        this.time = time;
    }

    /// A value is measured now.
    public void add(Metric metric, double value) {
        add(metric, value, time.instant());
    }

    /// A value that was measured at some time.
    public void add(Metric metric, double value, Instant at) {
        points.computeIfAbsent(metric, _ -> new TreeMap<>())
                .computeIfAbsent(at, _ -> new ArrayList<>())
                .add(value);
    }

    /// Something that can be measured at any time, such as the length of a queue.
    public void gauge(Metric metric, DoubleSupplier reading) {
        gauges.put(metric, reading);
    }

    /// It cannot be measured any more.
    public void stopGauge(Metric metric) {
        gauges.remove(metric);
    }

    /// Measures what can be measured at any time, and notes it for a moment.
    ///
    /// @return empty where there is no such thing
    public OptionalDouble reading(Metric metric, Instant at) {
        var gauge = gauges.get(metric);
        if (gauge == null) {
            return OptionalDouble.empty();
        }
        var value = gauge.getAsDouble();
        add(metric, value, at);
        return OptionalDouble.of(value);
    }

    /// @param from the first moment that counts
    /// @param to the first that does not
    /// @return empty without a value in between
    public OptionalDouble statistic(Metric metric, Statistic statistic, Instant from, Instant to) {
        return statistic.of(values(of(metric).subMap(from, to)));
    }

    private NavigableMap<Instant, List<Double>> of(Metric metric) {
        return points.getOrDefault(metric, Collections.emptyNavigableMap());
    }

    private static DoubleStream values(SortedMap<Instant, List<Double>> points) {
        return points.values().stream().flatMap(List::stream).mapToDouble(Double::doubleValue);
    }

    /// The sum of all values ever.
    public double sum(Metric metric) {
        return values(of(metric)).sum();
    }

    /// Every metric that has a value.
    public List<Metric> known() {
        return List.copyOf(points.keySet());
    }
}
