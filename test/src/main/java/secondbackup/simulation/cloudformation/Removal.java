package secondbackup.simulation.cloudformation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import secondbackup.simulation.cloudformation.Workshop.Failed;

/// Deletes a stack: what others need goes last; what its template retains stays.
///
/// Source: AWS CloudFormation User Guide, "Delete a stack", "Troubleshooting CloudFormation" (Delete stack fails), read
/// 2026-11-27.
record Removal(Workshop workshop) {

    /// Goes on past what cannot be deleted, and keeps that in the stack.
    void run() {
        var stack = workshop.stack();
        var failed = new TreeSet<String>();
        for (var resource : order(List.copyOf(stack.resources.values()))) {
            if (neededBy(resource, failed)) {
                failed.add(resource.logicalId());
                continue;
            }
            try {
                if (resource.onDelete().keeps(false)) {
                    workshop.keep(resource);
                } else {
                    workshop.delete(resource);
                }
                stack.resources.remove(resource.logicalId());
            } catch (Failed _) {
                failed.add(resource.logicalId());
            }
        }
        workshop.end(
                failed.isEmpty() ? StackStatus.DELETE_COMPLETE : StackStatus.DELETE_FAILED,
                failed.isEmpty()
                        ? ""
                        : "The following resource(s) failed to delete: " + failed + ".");
    }

    private boolean neededBy(StackResource resource, TreeSet<String> failed) {
        return failed.stream()
                .map(workshop.stack().resources::get)
                .anyMatch(one -> one != null && one.needs().contains(resource.logicalId()));
    }

    /// Those that need others first.
    static List<StackResource> order(List<StackResource> resources) {
        var left = new LinkedHashMap<String, StackResource>();
        resources.forEach(resource -> left.put(resource.logicalId(), resource));
        var order = new ArrayList<StackResource>();
        while (!left.isEmpty()) {
            var free =
                    left.values().stream()
                            .filter(one ->
                                    left.values().stream()
                                            .noneMatch(other ->
                                                    other.needs().contains(one.logicalId())))
                            .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("resources need each other: " + left.keySet());
            }
            free.reversed().forEach(one -> order.add(one));
            free.forEach(one -> left.remove(one.logicalId()));
        }
        return order;
    }
}
