package secondbackup.simulation.iam;

import java.util.List;
import java.util.SequencedMap;

/// One question to IAM: may this be done to that?
///
/// @param action such as `backup:StartCopyJob`
/// @param resource ARN, or `*` for actions without a resource
/// @param resourcePolicy JSON of the resource's own policy, or empty where it has none
/// @param resourceAccount account that owns the resource, or empty for the caller's own
/// @param context condition keys of the request beyond the global ones, such as
///     `iam:PassedToService`; the evaluation adds the caller's own (`aws:PrincipalArn` and its like)
public record AccessRequest(
        String action,
        String resource,
        String resourcePolicy,
        String resourceAccount,
        SequencedMap<String, List<String>> context) {

    public static AccessRequest of(String action, String resource) {
        return new AccessRequest(action, resource, "", "", new java.util.LinkedHashMap<>());
    }

    public AccessRequest guardedBy(String policy, String account) {
        return new AccessRequest(action, resource, policy, account, context);
    }

    public AccessRequest with(String key, String... values) {
        var more = new java.util.LinkedHashMap<>(context);
        more.put(key, List.of(values));
        return new AccessRequest(action, resource, resourcePolicy, resourceAccount, more);
    }
}
