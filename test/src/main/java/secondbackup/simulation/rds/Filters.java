package secondbackup.simulation.rds;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiPredicate;
import secondbackup.simulation.wire.AwsError;
import software.amazon.awssdk.services.rds.model.Filter;

/// The filters that one Describe call knows. Values of a filter are alternatives, filters add up.
///
/// Source: Amazon RDS API model, DescribeDBClustersMessage and DescribeDBClusterSnapshotsMessage,
/// 2026-11-22.
///
/// @param known by name: whether a thing has a value
record Filters<T>(SequencedMap<String, BiPredicate<T, String>> known) {

    List<T> apply(List<Filter> filters, List<T> all) {
        var left = new ArrayList<>(all);
        for (var filter : filters) {
            var test = known.get(String.valueOf(filter.name()));
            if (test == null) {
                throw Errors.invalidValue("Unrecognized filter name: " + filter.name());
            }
            if (filter.values().isEmpty()) {
                throw new AwsError(
                        400,
                        "InvalidParameterCombination",
                        "The filter " + filter.name() + " has no values.");
            }
            left.removeIf(
                    thing -> filter.values().stream().noneMatch(value -> test.test(thing, value)));
        }
        return left;
    }
}
