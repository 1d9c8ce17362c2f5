package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;

/// What drift detection says of one resource.
///
/// Source: AWS CloudFormation API model, StackResourceDriftStatus, PropertyDifference, read 2026-11-27.
///
/// @param differences by property; empty unless it is modified
public record Drift(String logicalId, Status status, SortedMap<String, Difference> differences) {
    public enum Status {
        IN_SYNC,
        MODIFIED,
        DELETED
    }

    /// @param actual a missing node where the property is gone
    public record Difference(JsonNode expected, JsonNode actual) {}
}
