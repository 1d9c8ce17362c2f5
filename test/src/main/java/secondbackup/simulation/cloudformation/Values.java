package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;

/// What a template's expressions refer to.
///
/// Fails, each: IllegalArgumentException where there is none.
interface Values {
    /// A parameter's or a pseudo parameter's value, or a resource's physical id. A missing node for `AWS::NoValue`.
    JsonNode ref(String name);

    String attribute(String logicalId, String name);

    boolean condition(String name);

    JsonNode mapped(String map, String top, String second);

    /// What another stack of the account and Region exports.
    String imported(String name);
}
