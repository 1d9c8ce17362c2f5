package secondbackup.simulation.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
        var done = new LinkedHashSet<String>();
        template.resources().values().forEach(each -> visit(each, done, new LinkedHashSet<>()));
        var order = new ArrayList<Declared>();
        done.forEach(id -> order.add(template.resources().get(id)));
        return order;
    }

    private void visit(Declared declared, SequencedSet<String> done, SequencedSet<String> open) {
        var id = declared.logicalId();
        if (done.contains(id)) {
            return;
        }
        if (!open.add(id)) {
            throw new AwsError(
                    400,
                    "ValidationError",
                    "Circular dependency between resources: " + new ArrayList<>(open));
        }
        for (var needed : of(declared)) {
            visit(template.resources().get(needed), done, open);
        }
        open.remove(id);
        done.add(id);
    }
}
