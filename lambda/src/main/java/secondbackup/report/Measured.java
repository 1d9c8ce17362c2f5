package secondbackup.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import secondbackup.policy.Metric;
import secondbackup.policy.Metric.Dimension;

/// Numbers that were measured together, and of what.
///
/// @param of value of each dimension; empty where they are about everything
public record Measured(Map<Dimension, String> of, Map<Metric, Double> values) {
    public Measured {
        of = of.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(of));
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }
}
