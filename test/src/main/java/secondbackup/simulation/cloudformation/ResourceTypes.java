package secondbackup.simulation.cloudformation;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The resource types that this CloudFormation knows, by name.
public final class ResourceTypes {
    private final TreeMap<String, ResourceType> byName = new TreeMap<>();

    /// Fails: IllegalArgumentException where two have one name, or one models what it only records.
    public void add(List<? extends ResourceType> types) {
        for (var type : types) {
            if (byName.putIfAbsent(type.name(), type) != null) {
                throw new IllegalArgumentException("two resource types are named " + type.name());
            }
            var both = new TreeSet<>(type.shape().modelled());
            both.retainAll(type.shape().recorded());
            if (!both.isEmpty()) {
                throw new IllegalArgumentException(
                        type.name() + " both models and records " + both);
            }
        }
    }

    public Optional<ResourceType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    ResourceType get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no type " + name));
    }

    public SortedSet<String> names() {
        return new TreeSet<>(byName.keySet());
    }
}
