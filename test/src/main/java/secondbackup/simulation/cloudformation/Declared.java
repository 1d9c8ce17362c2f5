package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// One resource as a template declares it.
///
/// @param properties as written, with intrinsic functions
/// @param dependsOn logical ids named by `DependsOn`
/// @param condition name, or empty
record Declared(
        String logicalId,
        String type,
        ObjectNode properties,
        List<String> dependsOn,
        String condition,
        Retention onDelete,
        Retention onReplace) {}
