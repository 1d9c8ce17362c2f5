package secondbackup.simulation.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.simulation.cloudformation.Workshop.Failed;

/// Brings one stack from what it is to what a template says: creates, updates in place, replaces; goes back where
/// something fails; deletes what is no longer wanted at the end.
///
/// Source: AWS CloudFormation User Guide, "Understand update behaviors of stack resources", "Choose how to handle
/// failures when provisioning resources", "Continue rolling back an update"; read 2026-11-27.
final class Deploying {
    private final Workshop workshop;
    private final Stack stack;
    private final Template template;
    private final StackValues values;
    private final Dependencies dependencies;
    private final Exports exports;
    private final Undoing undoing;
    private final List<Step> steps = new ArrayList<>();

    Deploying(Workshop workshop, Template template, StackValues values, Exports exports) {
        this.workshop = workshop;
        this.stack = workshop.stack();
        this.template = template;
        this.values = values;
        this.dependencies = new Dependencies(template);
        this.exports = exports;
        this.undoing = new Undoing(workshop);
    }

    void create() {
        try {
            make();
            workshop.end(StackStatus.CREATE_COMPLETE, "");
        } catch (Failed failed) {
            var reason = words("create", failed);
            workshop.end(
                    undoing.run(steps)
                            ? StackStatus.ROLLBACK_COMPLETE
                            : StackStatus.ROLLBACK_FAILED,
                    reason);
        }
    }

    /// @return whether there was anything to do
    boolean update() {
        var before = new ArrayList<>(stack.resources.values());
        var outputs = new TreeMap<>(stack.outputs);
        try {
            make();
        } catch (Failed failed) {
            var reason = words("update", failed);
            var done = undoing.run(steps);
            before.forEach(resource -> stack.resources.put(resource.logicalId(), resource));
            workshop.end(
                    done
                            ? StackStatus.UPDATE_ROLLBACK_COMPLETE
                            : StackStatus.UPDATE_ROLLBACK_FAILED,
                    reason);
            return true;
        }
        var gone = before.stream().filter(one -> !wanted(one.logicalId())).toList();
        if (steps.isEmpty() && gone.isEmpty() && outputs.equals(stack.outputs)) {
            before.forEach(resource -> stack.resources.put(resource.logicalId(), resource));
            return false;
        }
        cleanUp(gone);
        workshop.end(StackStatus.UPDATE_COMPLETE, "");
        return true;
    }

    private static String words(String what, Failed failed) {
        return "The following resource(s) failed to "
                + what
                + ": ["
                + failed.logicalId()
                + "]. "
                + failed.reason();
    }

    private boolean wanted(String logicalId) {
        var declared = template.resources().get(logicalId);
        return declared != null && holds(declared.condition());
    }

    private boolean holds(String condition) {
        return condition.isEmpty() || values.condition(condition);
    }

    private void make() throws Failed {
        for (var declared : dependencies.order()) {
            if (holds(declared.condition())) {
                make(declared);
            }
        }
        tell();
    }

    private void make(Declared declared) throws Failed {
        var id = declared.logicalId();
        var wanted = resolved(declared);
        var there = stack.resources.get(id);
        if (there == null) {
            var made = workshop.create(declared, wanted, dependencies);
            stack.resources.putLast(id, made);
            steps.add(new Step.Created(made));
            return;
        }
        var change = new Change(there.properties(), wanted).names();
        if (change.isEmpty()) {
            stack.resources.put(
                    id, Workshop.resource(declared, wanted, dependencies, there.made()));
            return;
        }
        var shape = workshop.types().get(declared.type()).shape();
        if (change.stream().anyMatch(name -> shape.createOnly().contains(name))) {
            var made = workshop.create(declared, wanted, dependencies);
            stack.resources.put(id, made);
            steps.add(new Step.Replaced(there, made));
        } else {
            var after = Workshop.resource(declared, wanted, dependencies, there.made());
            steps.add(new Step.Updated(there, after));
            var made = workshop.update(there, wanted);
            stack.resources.put(id, Workshop.resource(declared, wanted, dependencies, made));
        }
    }

    private Properties resolved(Declared declared) throws Failed {
        try {
            return new Properties(new Resolver(values).object(declared.properties()));
        } catch (IllegalArgumentException bad) {
            throw workshop.unresolved(declared, bad);
        }
    }

    private void tell() throws Failed {
        var told = new TreeMap<String, String>();
        var exported = new TreeMap<String, String>();
        var resolver = new Resolver(values);
        for (var output : template.outputs().properties()) {
            try {
                if (!holds(output.getValue().path("Condition").asText())) {
                    continue;
                }
                var value = resolver.of(output.getValue().path("Value")).asText();
                told.put(output.getKey(), value);
                var export = output.getValue().path("Export").path("Name");
                if (!export.isMissingNode()) {
                    exported.put(resolver.of(export).asText(), value);
                }
            } catch (IllegalArgumentException bad) {
                throw workshop.untold(output.getKey(), bad);
            }
        }
        export(exported);
        stack.outputs.clear();
        stack.outputs.putAll(told);
    }

    private void export(SortedMap<String, String> exported) throws Failed {
        try {
            exports.put(stack, exported);
        } catch (IllegalArgumentException taken) {
            throw workshop.untold("Export", taken);
        }
    }

    /// Deletes what was replaced or left the template. What cannot be deleted stays behind, and the update stands.
    private void cleanUp(List<StackResource> gone) {
        for (var step : steps.reversed()) {
            if (step instanceof Step.Replaced(var before, _)) {
                abandon(before, before.onReplace());
            }
        }
        for (var resource : Removal.order(gone)) {
            abandon(resource, resource.onDelete());
            stack.resources.remove(resource.logicalId());
        }
    }

    private void abandon(StackResource resource, Retention retention) {
        try {
            undoing.drop(resource, retention.keeps(false));
        } catch (Failed failed) {
            workshop.note(resource, "UPDATE_COMPLETE_CLEANUP_FAILED", failed.reason());
        }
    }
}
