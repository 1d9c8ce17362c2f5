package secondbackup.simulation.kms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.kms.model.PutKeyPolicyRequest;
import software.amazon.awssdk.services.kms.model.PutKeyPolicyResponse;

/// Changing key policies, with the checks that AWS makes: JSON, principals that exist, no lockout.
///
/// Source: AWS KMS API model, PutKeyPolicyRequest, 2026-11-22.
final class KeyPolicyWrites {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ROLE =
            Pattern.compile("arn:aws:iam::(\\d{12}):role/([\\w+=,.@-]+)");

    static final String BYPASS = "kms:BypassPolicyLockoutSafetyCheck";

    private final KeyNames names;
    private final Keys keys;
    private final Access access;
    private final Roles roles;

    KeyPolicyWrites(Keys keys, Access access, Roles roles) {
        this.keys = keys;
        this.names = new KeyNames(keys, false, false);
        this.access = access;
        this.roles = roles;
    }

    void register(Operations operations) {
        operations.on(PutKeyPolicyRequest.class, this::putting, this::put);
    }

    private List<AccessRequest> putting(PutKeyPolicyRequest request, Call call) {
        var bypassed = Boolean.TRUE.equals(request.bypassPolicyLockoutSafetyCheck());
        return names.rights("kms:PutKeyPolicy", request.keyId(), call).stream()
                .map(right -> right.with(BYPASS, String.valueOf(bypassed)))
                .toList();
    }

    private PutKeyPolicyResponse put(PutKeyPolicyRequest request, Call call) {
        var bypassed = Boolean.TRUE.equals(request.bypassPolicyLockoutSafetyCheck());
        set(names.need(request.keyId(), call), request.policy(), bypassed, call);
        return PutKeyPolicyResponse.builder().build();
    }

    /// Gives a key a policy, or leaves it the one it has.
    ///
    /// Fails: `MalformedPolicyDocumentException`.
    void set(Keys.Key key, String policy, boolean bypassed, Call call) {
        for (var arn : principals(parse(policy))) {
            var role = ROLE.matcher(arn);
            if (role.matches() && roles.find(role.group(1), role.group(2)).isEmpty()) {
                throw malformed("Policy contains a statement with one or more invalid principals.");
            }
        }
        var before = key.policy;
        key.policy = policy;
        try {
            if (locksOut(key, call) && !bypassed) {
                throw malformed(
                        "The new key policy will not allow you to update the key policy in the"
                                + " future.");
            }
        } catch (AwsError | IllegalArgumentException refused) {
            key.policy = before;
            throw refused instanceof AwsError error
                    ? error
                    : malformed("The new key policy is not valid: " + refused.getMessage());
        }
    }

    private boolean locksOut(Keys.Key key, Call call) {
        var again = keys.request(call.caller(), key, "kms:PutKeyPolicy");
        return !access.decide(call.caller(), call.region(), again).allowed();
    }

    private static JsonNode parse(String policy) {
        try {
            var tree = JSON.readTree(policy);
            if (!tree.path("Statement").isEmpty()) {
                return tree;
            }
        } catch (JsonProcessingException notJson) {
            throw malformed("The policy is not valid JSON: " + notJson.getOriginalMessage());
        }
        throw malformed("The policy has no statements.");
    }

    private static List<String> principals(JsonNode policy) {
        var found = new ArrayList<String>();
        for (var principal : policy.findValues("Principal")) {
            var named = principal.path("AWS");
            if (named.isTextual()) {
                found.add(named.textValue());
            }
            named.forEach(each -> found.add(each.asText()));
        }
        return found;
    }

    private static AwsError malformed(String message) {
        return new AwsError(400, "MalformedPolicyDocumentException", message);
    }
}
