package secondbackup.simulation.cloudformation;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The properties and attributes that a resource type knows. What it does not know is refused.
///
/// @param modelled properties that the simulated service has; [ResourceType#read] tells them
/// @param recorded properties that AWS has and the simulated service does not: CloudFormation keeps them as facts
///     beside the resource, where drift and tests see them
/// @param required properties without which AWS refuses
/// @param createOnly properties whose change replaces the resource
/// @param attributes what `Fn::GetAtt` may ask for
/// @param structures names known within a property, by its path, such as `BackupPlan.BackupPlanRule`; lists on
///     the way do not count. A property without an entry may hold anything: a policy document, a list of strings.
public record Shape(
        SortedSet<String> modelled,
        SortedSet<String> recorded,
        SortedSet<String> required,
        SortedSet<String> createOnly,
        SortedSet<String> attributes,
        SortedMap<String, SortedSet<String>> structures) {

    private static final SortedSet<String> UNORDERED =
            Collections.unmodifiableSortedSet(
                    new TreeSet<>(List.of("ManagedPolicyArns", "Policies", "Tags", "TargetIds")));
    private static final SortedSet<String> NOTHING = Collections.emptySortedSet();

    /// For a type with no modelled property.
    public static final Shape EMPTY =
            new Shape(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, Collections.emptySortedMap());

    public static Shape modelled(String... names) {
        return new Shape(
                set(names), NOTHING, NOTHING, NOTHING, NOTHING, Collections.emptySortedMap());
    }

    public Shape recorded(String... names) {
        return new Shape(modelled, set(names), required, createOnly, attributes, structures);
    }

    public Shape required(String... names) {
        return new Shape(modelled, recorded, known(names), createOnly, attributes, structures);
    }

    public Shape createOnly(String... names) {
        return new Shape(modelled, recorded, required, known(names), attributes, structures);
    }

    public Shape attributes(String... names) {
        return new Shape(modelled, recorded, required, createOnly, set(names), structures);
    }

    /// @param path such as `LockConfiguration`, or `BackupPlan.BackupPlanRule` for a structure in a structure
    public Shape within(String path, String... names) {
        var more = new TreeMap<>(structures);
        more.put(path, set(names));
        return new Shape(modelled, recorded, required, createOnly, attributes, more);
    }

    /// Lists whose order does not count.
    SortedSet<String> unordered() {
        return UNORDERED;
    }

    public boolean knows(String property) {
        return modelled.contains(property) || recorded.contains(property);
    }

    /// All properties.
    public SortedSet<String> properties() {
        var all = new TreeSet<>(modelled);
        all.addAll(recorded);
        return all;
    }

    private SortedSet<String> known(String... names) {
        var set = set(names);
        if (!properties().containsAll(set)) {
            throw new IllegalArgumentException(set + " are not all among " + properties());
        }
        return set;
    }

    private static SortedSet<String> set(String... names) {
        var set = new TreeSet<>(List.of(names));
        if (set.size() < names.length) {
            throw new IllegalArgumentException("named twice in " + List.of(names));
        }
        return Collections.unmodifiableSortedSet(set);
    }
}
