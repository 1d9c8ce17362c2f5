package secondbackup.simulation.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import secondbackup.simulation.wire.AwsError;

/// The order in which a template's resources are made: what is referred to, or named by `DependsOn`, comes first.
///
/// Source: AWS CloudFormation Template Reference, "DependsOn attribute", read 2026-11-27.
record Dependencies(Template template) {

    /// What a resource needs before it, by logical id.
    SortedSet<String> of(Declared declared) {
        var needed = new TreeSet<>(declared.dependsOn());
        for (var reference : Reference.in(declared.properties())) {
            if (template.resources().containsKey(reference.target())) {
                needed.add(reference.target());
            }
        }
        return needed;
    }

    /// Fails: `ValidationError` where they go in a circle.
    List<Declared> order() {
        var done = new LinkedHashMap<String, Declared>();
        template.resources().values().forEach(each -> visit(each, done, new LinkedHashSet<>()));
        return List.copyOf(done.values());
    }

    private void visit(
            Declared declared, SequencedMap<String, Declared> done, SequencedSet<String> open) {
        var id = declared.logicalId();
        if (done.containsKey(id)) {
            return;
        }
        if (!open.add(id)) {
            throw new AwsError(
                    400,
                    "ValidationError",
                    "Circular dependency between resources: " + new ArrayList<>(open));
        }
        var needed = of(declared);
        for (var other : template.resources().values()) {
            if (needed.contains(other.logicalId())) {
                visit(other, done, open);
            }
        }
        open.remove(id);
        done.put(id, declared);
    }
}
