package secondbackup.simulation.iam;

import java.util.List;

/// One statement of a policy.
///
/// @param allow whether it allows; otherwise it denies
/// @param actions patterns in lower case
/// @param notActions whether the actions are those it does not speak of
/// @param resources empty where the policy belongs to the resource and names none
/// @param grantees empty in policies of identities, sessions and organizations
/// @param notGrantees whether the grantees are those it does not speak of
record Statement(
        boolean allow,
        List<String> actions,
        boolean notActions,
        List<Template> resources,
        boolean notResources,
        List<Grantee> grantees,
        boolean notGrantees,
        List<Condition> conditions) {

    /// What it says to a request for one of the actions that it speaks of.
    Opinion opinion(Question question) {
        var named = named(question.caller());
        if (named == Opinion.SILENT || !speaksOfResource(question) || !conditionsHold(question)) {
            return Opinion.SILENT;
        }
        return allow ? named : Opinion.DENIES;
    }

    /// @param action in lower case
    boolean speaksOf(String action) {
        for (var pattern : actions) {
            if (Glob.matches(pattern, action)) {
                return !notActions;
            }
        }
        return notActions;
    }

    private boolean speaksOfResource(Question question) {
        if (resources.isEmpty()) {
            return true;
        }
        for (var template : resources) {
            var pattern = template.resolve(question);
            if (pattern.isPresent()
                    && Glob.matchesArn(pattern.get(), question.request().resource())) {
                return !notResources;
            }
        }
        return notResources;
    }

    private boolean conditionsHold(Question question) {
        for (var condition : conditions) {
            if (!condition.holds(question)) {
                return false;
            }
        }
        return true;
    }

    private Opinion named(Caller caller) {
        if (grantees.isEmpty()) {
            return Opinion.ALLOWS;
        }
        if (notGrantees) {
            return exempt(caller) ? Opinion.SILENT : Opinion.ALLOWS;
        }
        var named = Opinion.SILENT;
        for (var grantee : grantees) {
            named = named.and(grantee.names(caller));
        }
        return named;
    }

    // A caller is spared only when its account, its role and its session are all listed.
    // Source: IAM User Guide, "AWS JSON policy elements: NotPrincipal", read 2026-11-22.
    private boolean exempt(Caller caller) {
        if (!caller.service().isEmpty()) {
            return grantees.contains(new Grantee.Service(caller.service()));
        }
        return grantees.contains(new Grantee.Account(caller.account()))
                && grantees.contains(new Grantee.Identity(caller.principalArn()))
                && grantees.contains(new Grantee.Identity(caller.arn()));
    }
}
