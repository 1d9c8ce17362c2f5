package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Compares resources with what was deployed last, property by property; what a template does not say cannot drift.
///
/// Source: AWS CloudFormation User Guide, "Detect unmanaged configuration changes to stacks and resources with drift
/// detection" ("only determines drift for property values that are explicitly set"), read 2026-11-27.
record DriftDetection(ResourceTypes types, Facts facts) {

    List<Drift> of(Stack stack, Workshop workshop) {
        var drifts = new ArrayList<Drift>();
        for (var resource : stack.resources()) {
            var scene = workshop.scene(resource.logicalId());
            var type = types.get(resource.type());
            var read = type.read(resource.physicalId(), resource.properties(), scene);
            drifts.add(
                    read.map(actual -> compared(stack, type, resource, actual))
                            .orElseGet(() ->
                                    new Drift(
                                            resource.logicalId(),
                                            Drift.Status.DELETED,
                                            new TreeMap<>())));
        }
        return drifts;
    }

    private Drift compared(
            Stack stack, ResourceType type, StackResource resource, ObjectNode actual) {
        var recorded = facts.of(stack, resource);
        var differences = new TreeMap<String, Drift.Difference>();
        for (var name : resource.properties().names()) {
            var expected = resource.properties().node(name);
            var found =
                    type.shape().recorded().contains(name)
                            ? recorded.node(name)
                            : actual.path(name);
            if (!same(type.shape(), name, expected, found)) {
                differences.put(name, new Drift.Difference(expected, found));
            }
        }
        return new Drift(
                resource.logicalId(),
                differences.isEmpty() ? Drift.Status.IN_SYNC : Drift.Status.MODIFIED,
                differences);
    }

    /// In a structure only what the template says counts; in a document all does. Tags have no order.
    private static boolean same(Shape shape, String path, JsonNode expected, JsonNode actual) {
        if (expected.isValueNode() || actual.isValueNode()) {
            return expected.isValueNode()
                    && actual.isValueNode()
                    && expected.asText().equals(actual.asText());
        }
        if (expected.isArray()) {
            return actual.isArray() && list(shape, path, expected, actual);
        }
        var structure = shape.structures().containsKey(path);
        var names = new ArrayList<String>();
        expected.fieldNames().forEachRemaining(names::add);
        if (!actual.isObject() || (!structure && expected.size() != actual.size())) {
            return false;
        }
        return names.stream()
                .allMatch(name ->
                        same(shape, path + "." + name, expected.path(name), actual.path(name)));
    }

    private static boolean list(Shape shape, String path, JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        var unordered = shape.unordered().contains(path);
        var left = new ArrayList<JsonNode>();
        actual.forEach(left::add);
        for (var each : expected) {
            var at = 0;
            while (at < left.size() && !same(shape, path, each, left.get(at))) {
                at++;
            }
            if (at == left.size() || (at > 0 && !unordered)) {
                return false;
            }
            left.remove(at);
        }
        return true;
    }
}
