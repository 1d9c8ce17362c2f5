package secondbackup.simulation.cloudformation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a resource is after it was made or changed.
///
/// @param physicalId what `Ref` gives
/// @param attributes what `Fn::GetAtt` gives, by name; all that the type's [Shape] names
public record Made(String physicalId, SortedMap<String, String> attributes) {
    public Made {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    public static Made of(String physicalId, Map<String, String> attributes) {
        return new Made(physicalId, new TreeMap<>(attributes));
    }
}
