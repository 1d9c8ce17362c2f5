package secondbackup.simulation.cloudformation;

import java.util.SortedSet;

/// A resource that a stack holds.
///
/// @param properties as they were deployed last
/// @param needs logical ids of what it was made after
/// @param onDelete what becomes of it when it leaves the stack, or the stack is deleted
/// @param onReplace what becomes of it when another takes its place
public record StackResource(
        String logicalId,
        String type,
        Made made,
        Properties properties,
        SortedSet<String> needs,
        Retention onDelete,
        Retention onReplace) {
    public String physicalId() {
        return made.physicalId();
    }
}
