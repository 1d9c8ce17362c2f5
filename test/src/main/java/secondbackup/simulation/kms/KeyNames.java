package secondbackup.simulation.kms;

import java.util.List;
import java.util.Optional;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;

/// How requests name keys: by id, by ARN, and some by alias.
///
/// Source: AWS KMS API model, DescribeKeyRequest and GetKeyPolicyRequest, `KeyId`, 2026-11-22.
///
/// @param aliases whether the operation takes aliases
/// @param acrossAccounts whether the operation works on keys of other accounts
record KeyNames(Keys keys, boolean aliases, boolean acrossAccounts) {

    /// What the call needs. A key of the own account that does not exist needs nothing, since the answer
    /// is that it does not exist; of another account, AWS says that access is denied.
    List<AccessRequest> rights(String action, String name, Call call) {
        var owner = owner(name, call);
        var key = find(name, call);
        if (key.isPresent() && (acrossAccounts || owner.equals(call.account()))) {
            return List.of(keys.request(call.caller(), key.get(), action));
        }
        return owner.equals(call.account())
                ? List.of()
                : List.of(AccessRequest.of(action, name).guardedBy("", owner));
    }

    Keys.Key need(String name, Call call) {
        return find(name, call)
                .orElseThrow(() -> new AwsError(400, "NotFoundException", absent(name, call)));
    }

    private Optional<Keys.Key> find(String name, Call call) {
        if (name.startsWith("alias/")) {
            return byAlias(call.account(), call.region(), name);
        }
        if (!name.startsWith("arn:")) {
            return keys.find(call.arn("key/" + name));
        }
        var parts = name.split(":", 6);
        if (parts.length < 6 || !parts[3].equals(call.region())) {
            return Optional.empty();
        }
        return parts[5].startsWith("alias/")
                ? byAlias(parts[4], parts[3], parts[5])
                : keys.find(name);
    }

    private Optional<Keys.Key> byAlias(String account, String region, String alias) {
        return aliases
                ? keys.byAlias(account, region, alias.substring("alias/".length()))
                : Optional.empty();
    }

    private static String owner(String name, Call call) {
        var parts = name.split(":", 6);
        return name.startsWith("arn:") && parts.length == 6 ? parts[4] : call.account();
    }

    private static String absent(String name, Call call) {
        if (name.startsWith("alias/")) {
            return "Alias " + call.arn(name) + " is not found.";
        }
        var arn = name.startsWith("arn:") ? name : call.arn("key/" + name);
        return arn.contains(":alias/")
                ? "Alias " + arn + " is not found."
                : "Key '" + arn + "' does not exist";
    }
}
