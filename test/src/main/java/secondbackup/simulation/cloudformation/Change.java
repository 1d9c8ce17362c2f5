package secondbackup.simulation.cloudformation;

import java.util.SortedSet;
import java.util.TreeSet;

/// An update of one resource: what its properties were, and what they are to be.
public record Change(Properties before, Properties after) {
    /// Whether a property differs, appears or goes.
    public boolean of(String property) {
        return !before.node(property).equals(after.node(property));
    }

    /// The properties that differ, by name.
    public SortedSet<String> names() {
        var names = new TreeSet<String>();
        names.addAll(before.names());
        names.addAll(after.names());
        names.removeIf(name -> !of(name));
        return names;
    }
}
