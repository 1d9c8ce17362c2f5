package secondbackup.simulation.cloudformation;

import java.util.SortedMap;
import java.util.TreeMap;

/// What stacks export to others of their account and Region.
///
/// Source: AWS CloudFormation User Guide, "CloudFormation template Outputs syntax" ("Export names must be unique within
/// an account and Region"), read 2026-11-27. That an export in use cannot be changed or deleted is not simulated: no
/// stack of ours imports.
final class Exports {
    private record Export(String stackId, String value) {}

    private final TreeMap<String, Export> byName = new TreeMap<>();

    /// Takes the place of what the stack exported before.
    ///
    /// Fails: IllegalArgumentException where another stack exports such a name; nothing is changed then.
    void put(Stack stack, SortedMap<String, String> values) {
        for (var name : values.keySet()) {
            var there = byName.get(key(stack.account, stack.region, name));
            if (there != null && !there.stackId().equals(stack.id)) {
                throw new IllegalArgumentException(
                        "Export with name " + name + " is already exported by " + there.stackId());
            }
        }
        remove(stack);
        values.forEach((name, value) ->
                byName.put(key(stack.account, stack.region, name), new Export(stack.id, value)));
    }

    void remove(Stack stack) {
        byName.values().removeIf(export -> export.stackId().equals(stack.id));
    }

    /// Fails: IllegalArgumentException where there is none.
    String value(String account, String region, String name) {
        var export = byName.get(key(account, region, name));
        if (export == null) {
            throw new IllegalArgumentException("No export named " + name + " found.");
        }
        return export.value();
    }

    private static String key(String account, String region, String name) {
        return account + "/" + region + "/" + name;
    }
}
