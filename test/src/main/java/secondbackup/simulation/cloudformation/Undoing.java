package secondbackup.simulation.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import secondbackup.simulation.cloudformation.Workshop.Failed;

/// Rolls a stack back, step by step; what cannot be undone is kept for whoever continues.
///
/// Source: AWS CloudFormation User Guide, "Continue rolling back an update" (resources to skip), read 2026-11-27.
record Undoing(Workshop workshop) {

    /// @param steps in the order in which they were done
    /// @return whether all could be undone
    boolean run(List<Step> steps) {
        var stuck = new ArrayList<Step>();
        for (var step : steps.reversed()) {
            try {
                undo(step);
            } catch (Failed _) {
                stuck.addFirst(step);
            }
        }
        workshop.stack().stuck = List.copyOf(stuck);
        return stuck.isEmpty();
    }

    /// Tries again what could not be undone.
    ///
    /// @param skipped logical ids of what is to be left as it is
    void again(Set<String> skipped) {
        var stack = workshop.stack();
        var left =
                stack.stuck.stream().filter(step -> !skipped.contains(step.logicalId())).toList();
        workshop.end(
                run(left)
                        ? StackStatus.UPDATE_ROLLBACK_COMPLETE
                        : StackStatus.UPDATE_ROLLBACK_FAILED,
                stack.reason);
    }

    private void undo(Step step) throws Failed {
        var resources = workshop.stack().resources;
        switch (step) {
            case Step.Created(var made) -> {
                drop(made, made.onDelete().keeps(true));
                resources.remove(made.logicalId());
            }
            case Step.Replaced(var before, var after) -> {
                resources.put(before.logicalId(), before);
                drop(after, after.onDelete().keeps(true));
            }
            case Step.Updated(var before, var after) -> {
                workshop.update(after, before.properties());
                resources.put(before.logicalId(), before);
            }
        }
    }

    void drop(StackResource resource, boolean kept) throws Failed {
        if (kept) {
            workshop.keep(resource);
        } else {
            workshop.delete(resource);
        }
    }
}
