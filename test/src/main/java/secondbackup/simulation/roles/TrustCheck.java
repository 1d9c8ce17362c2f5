package secondbackup.simulation.roles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.Policies;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.wire.AwsError;

/// Whether a trust policy can be understood, and each role that it names exists.
///
/// Source: AWS IAM User Guide, "AWS JSON policy elements: Principal" and "Troubleshoot IAM roles" ("Invalid principal
/// in policy"), read 2026-11-27.
record TrustCheck(Roles roles) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ROLE =
            Pattern.compile("arn:aws:iam::(\\d{12}):role/(?:[^*]*/)?([\\w+=,.@-]+)");

    /// Fails: `MalformedPolicyDocument`.
    void check(@Nullable String document) {
        if (document == null) {
            throw malformed("This policy contains invalid Json");
        }
        try {
            Policies.checkTrust(document);
        } catch (IllegalArgumentException bad) {
            throw malformed(String.valueOf(bad.getMessage()));
        }
        for (var principal : parsed(document).findValues("AWS")) {
            if (principal.isTextual()) {
                check(principal);
            }
            principal.forEach(this::check);
        }
    }

    private void check(JsonNode principal) {
        var role = ROLE.matcher(principal.asText());
        if (role.matches() && roles.find(role.group(1), role.group(2)).isEmpty()) {
            throw malformed("Invalid principal in policy: \"AWS\":\"" + role.group() + "\"");
        }
    }

    private static JsonNode parsed(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException _) {
            throw malformed("This policy contains invalid Json");
        }
    }

    private static AwsError malformed(String words) {
        return new AwsError(400, "MalformedPolicyDocument", words);
    }
}
