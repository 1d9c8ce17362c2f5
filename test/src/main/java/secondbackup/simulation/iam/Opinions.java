package secondbackup.simulation.iam;

import java.util.List;

/// What the policies of every kind say to one request, and what follows from it.
///
/// Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny access",
/// "Cross-account policy evaluation logic" and "Troubleshoot access denied error messages"; AWS KMS Developer
/// Guide, "Default key policy"; read 2026-11-22.
///
/// @param guardrails service control policies, one opinion per level; empty where none bind
/// @param session [Opinion#ALLOWS] where no session policy was passed
record Opinions(List<Opinion> guardrails, Opinion resource, Opinion identity, Opinion session) {

    /// Said where no policy of the caller's own allows something.
    static final String NOT_ITS_OWN = "because no identity-based policy allows";

    /// How a resource's own policy counts.
    enum Rule {
        /// Within an account, either it or the identity policy suffices.
        EITHER,
        /// A KMS key or a role: its own policy must allow, if only its account.
        RESOURCE_FIRST
    }

    /// Why the request is refused, in AWS's words, or empty.
    ///
    /// @param action as the message names it
    /// @param trust whether the resource's policy is a role's trust policy
    String objection(Rule rule, boolean crossesAccounts, String action, boolean trust) {
        var denied = explicitDeny(trust);
        if (!denied.isEmpty()) {
            return denied;
        }
        for (var level : guardrails) {
            if (!level.allows()) {
                return because("service control", action);
            }
        }
        return crossesAccounts ? acrossAccounts(action, trust) : withinAccount(rule, action, trust);
    }

    private String explicitDeny(boolean trust) {
        if (guardrails.contains(Opinion.DENIES)) {
            return "with an explicit deny in a service control policy";
        }
        if (resource == Opinion.DENIES) {
            return trust
                    ? "with an explicit deny in the role trust policy"
                    : "with an explicit deny in a resource-based policy";
        }
        if (identity == Opinion.DENIES) {
            return "with an explicit deny in an identity-based policy";
        }
        return session == Opinion.DENIES ? "with an explicit deny in a session policy" : "";
    }

    private String acrossAccounts(String action, boolean trust) {
        if (!identity.allows()) {
            return because("identity-based", action);
        }
        if (!session.allows()) {
            return because("session", action);
        }
        return resource.allows() ? "" : because(own(trust), action);
    }

    private String withinAccount(Rule rule, String action, boolean trust) {
        if (resource == Opinion.ALLOWS) {
            return "";
        }
        if (rule == Rule.RESOURCE_FIRST && !resource.allows()) {
            return because(own(trust), action);
        }
        if (resource != Opinion.ALLOWS_ROLE && !identity.allows()) {
            return because("identity-based", action);
        }
        return session.allows() ? "" : because("session", action);
    }

    private static String own(boolean trust) {
        return trust ? "role trust" : "resource-based";
    }

    private static String because(String kind, String action) {
        return "because no " + kind + " policy allows the " + action + " action";
    }
}
