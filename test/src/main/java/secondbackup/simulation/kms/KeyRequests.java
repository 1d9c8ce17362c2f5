package secondbackup.simulation.kms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Principal;

/// The questions to IAM about keys: always with the key's own policy, and with what its grants give.
///
/// Source: AWS KMS Developer Guide, "Determining access to AWS KMS keys" and "Condition keys for AWS KMS",
/// read 2026-11-22.
record KeyRequests(Grants grants) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param viaService such as `rds.eu-west-1.amazonaws.com`, or empty for a direct call
    AccessRequest of(Principal caller, Keys.Key key, String action, String viaService) {
        var request =
                AccessRequest.of(action, key.arn())
                        .guardedBy(policy(caller, key, action), key.account)
                        .with("kms:CallerAccount", caller.account());
        if (!key.alias.isEmpty()) {
            request = request.with("kms:ResourceAliases", "alias/" + key.alias);
        }
        if (viaService.isEmpty()) {
            return request;
        }
        request = request.with("kms:ViaService", viaService);
        return action.endsWith("Grant") || action.endsWith("Grants")
                ? request.with("kms:GrantIsForAWSResource", "true")
                : request;
    }

    /// A grant is judged as one more statement of the key policy, so that a denial still wins over it.
    private String policy(Principal caller, Keys.Key key, String action) {
        var operation = action.substring("kms:".length());
        if (!grants.allow(key.arn(), caller, operation)) {
            return key.policy;
        }
        var policy = parse(key.policy);
        var statements = policy.withArray("Statement");
        statements.add(statement(caller, action));
        return policy.toString();
    }

    private static ObjectNode parse(String policy) {
        try {
            var tree = (ObjectNode) JSON.readTree(policy);
            JsonNode statements = tree.path("Statement");
            if (statements instanceof ObjectNode single) {
                ArrayNode list = JSON.createArrayNode().add(single);
                tree.set("Statement", list);
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException("key policy is not JSON: " + policy, malformed);
        }
    }

    private static ObjectNode statement(Principal caller, String action) {
        var statement = JSON.createObjectNode();
        statement.put("Sid", "Grant");
        statement.put("Effect", "Allow");
        statement.putObject("Principal").put("AWS", Grants.identity(caller));
        statement.put("Action", action);
        statement.put("Resource", "*");
        return statement;
    }
}
