package secondbackup.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import secondbackup.proof.SmallWorld;

/// Policies with a statement less.
final class Denies {
    private Denies() {}

    /// The policy without the statement of that name, or as it was where it has none.
    static String without(String policy, String statement) {
        if (!policy.contains("\"" + statement + "\"")) {
            return policy;
        }
        var json = (ObjectNode) SmallWorld.parse(policy);
        var statements = json.withArray("Statement");
        for (var at = statements.size() - 1; at >= 0; at--) {
            if (statements.path(at).path("Sid").asText().equals(statement)) {
                statements.remove(at);
            }
        }
        return json.toString();
    }
}
