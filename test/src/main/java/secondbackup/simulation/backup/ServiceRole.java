package secondbackup.simulation.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Principal.PassedRole;
import secondbackup.simulation.iam.Roles;

/// The role that a caller hands to AWS Backup.
///
/// Source: AWS Backup API model, BackupJob.IamRoleArn (names of roles); AWS Backup Developer Guide, "IAM
/// service roles", read 2026-11-22.
final class ServiceRole {
    static final String SERVICE = "backup.amazonaws.com";
    private static final JsonMapper JSON = new JsonMapper();

    private ServiceRole() {}

    static String name(String roleArn) {
        return roleArn.substring(roleArn.lastIndexOf('/') + 1);
    }

    static PassedRole passed(String roleArn, String account) {
        return new PassedRole(account, name(roleArn), SERVICE);
    }

    static boolean namedForBackup(String roleArn) {
        return name(roleArn).contains("AWSBackup") || name(roleArn).contains("AwsBackup");
    }

    /// Whether the role exists in the account and its trust policy lets AWS Backup in.
    static boolean assumable(Roles roles, String roleArn, String account) {
        return roleArn.startsWith("arn:aws:iam::" + account + ":role/")
                && roles.find(account, name(roleArn))
                        .filter(role -> trusts(role.trustPolicy))
                        .isPresent();
    }

    /// What passing the role needs of the caller.
    static AccessRequest passing(String roleArn) {
        return AccessRequest.of("iam:PassRole", roleArn).with("iam:PassedToService", SERVICE);
    }

    private static boolean trusts(String policy) {
        var allowed = false;
        for (var statement : each(parsed(policy).path("Statement"))) {
            if (names(statement.path("Principal").path("Service"))) {
                if (statement.path("Effect").asText().equals("Deny")) {
                    return false;
                }
                allowed = true;
            }
        }
        return allowed;
    }

    private static boolean names(JsonNode services) {
        for (var service : each(services)) {
            if (service.asText().equals(SERVICE)) {
                return true;
            }
        }
        return false;
    }

    private static Iterable<JsonNode> each(JsonNode node) {
        return node.isArray() ? node : node.isMissingNode() ? List.of() : List.of(node);
    }

    private static JsonNode parsed(String policy) {
        try {
            return JSON.readTree(policy);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("trust policy is not JSON: " + policy, broken);
        }
    }
}
