package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/// What stacks set on resources and no simulated service models, such as the lifecycle of a bucket's objects.
public final class Facts {
    private final TreeMap<String, ObjectNode> byResource = new TreeMap<>();

    /// All that is recorded of a resource, by property.
    public Properties of(Stack stack, StackResource resource) {
        return new Properties(found(stack, resource).deepCopy());
    }

    /// Sets a property behind CloudFormation's back, as a person would.
    ///
    /// @param value a missing node takes it away
    public void set(Stack stack, StackResource resource, String property, JsonNode value) {
        var found =
                byResource.computeIfAbsent(
                        key(stack, resource.type(), resource.physicalId()),
                        _ -> JsonNodeFactory.instance.objectNode());
        if (value.isMissingNode()) {
            found.remove(property);
        } else {
            found.set(property, value);
        }
    }

    private ObjectNode found(Stack stack, StackResource resource) {
        return byResource.getOrDefault(
                key(stack, resource.type(), resource.physicalId()),
                JsonNodeFactory.instance.objectNode());
    }

    /// Writes down the recorded properties that changed.
    void record(Stack stack, ResourceType type, String physicalId, Change change) {
        var found =
                byResource.computeIfAbsent(
                        key(stack, type.name(), physicalId),
                        _ -> JsonNodeFactory.instance.objectNode());
        for (var name : change.names()) {
            if (!type.shape().recorded().contains(name)) {
                continue;
            }
            if (change.after().has(name)) {
                found.set(name, change.after().node(name).deepCopy());
            } else {
                found.remove(name);
            }
        }
    }

    void forget(Stack stack, StackResource resource) {
        byResource.remove(key(stack, resource.type(), resource.physicalId()));
    }

    private static String key(Stack stack, String type, String physicalId) {
        return String.join("\n", stack.account, stack.region, type, physicalId);
    }
}
