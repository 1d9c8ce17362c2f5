package secondbackup.simulation.iam;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Decides every call: identity, resource, trust, session and service control policies together.
///
/// Fails: IllegalArgumentException where a policy holds anything that is not understood here.
public final class Access {
    private static final String ASSUME_ROLE = "sts:AssumeRole";

    private final Roles roles;
    private final Guardrails guardrails;
    private final InstantSource time;
    private final Policies policies = new Policies();
    private final RightsAsked asked = new RightsAsked();

    public Access(Roles roles, Guardrails guardrails, InstantSource time) {
        this.roles = roles;
        this.guardrails = guardrails;
        this.time = time;
    }

    public RightsAsked asked() {
        return asked;
    }

    /// @param region where the call is made, for `aws:RequestedRegion`
    public Decision decide(Principal caller, String region, AccessRequest request) {
        var question = question(Caller.of(caller, roles), region, request);
        return noted(question, decided(question));
    }

    /// What [#decide] would say, for those who look on from outside: nobody has asked for the right.
    public Decision foresee(Principal caller, String region, AccessRequest request) {
        return decided(question(Caller.of(caller, roles), region, request));
    }

    private Decision decided(Question question) {
        var request = question.request();
        var opinions =
                new Opinions(
                        guardrailOpinions(question),
                        ownOpinion(question),
                        policies.opinion(
                                question.caller().identityPolicies(),
                                PolicyKind.IDENTITY,
                                question),
                        sessionOpinion(question));
        var objection =
                opinions.objection(
                        rule(request),
                        question.crossesAccounts(),
                        request.action(),
                        trust(request));
        return objection.isEmpty()
                ? new Decision.Allowed()
                : new Decision.Denied(message(question, objection));
    }

    /// Decides what an AWS service does by itself, with no role: only the resource's own policy counts.
    ///
    /// Source: IAM User Guide, "AWS service principals", read 2026-11-22.
    ///
    /// @param service such as `lambda.amazonaws.com`
    public Decision decideForService(String service, String region, AccessRequest request) {
        var question = question(Caller.service(service), region, request);
        return noted(
                question,
                ownOpinion(question).allows()
                        ? new Decision.Allowed()
                        : new Decision.Denied(
                                message(
                                        question,
                                        "because no resource-based policy allows the "
                                                + request.action()
                                                + " action")));
    }

    private Decision noted(Question question, Decision decision) {
        asked.note(question.caller().principalArn(), question.request().action(), decision);
        return decision;
    }

    /// Whether a service may assume a role that was passed to it.
    ///
    /// @param service such as `backup.amazonaws.com`
    public Decision assumable(Roles.Role role, String service, String region) {
        return decideForService(
                service,
                region,
                AccessRequest.of(ASSUME_ROLE, role.arn())
                        .guardedBy(role.trustPolicy, role.account)
                        .with("aws:SourceAccount", role.account));
    }

    private Question question(Caller caller, String region, AccessRequest request) {
        return new Question(caller, region, request, guardrails, time.instant());
    }

    private List<Opinion> guardrailOpinions(Question question) {
        if (!question.caller().bound()) {
            return List.of();
        }
        var opinions = new ArrayList<Opinion>();
        for (var level : guardrails.serviceControlPolicies(question.caller().account())) {
            opinions.add(policies.opinion(level, PolicyKind.IDENTITY, question));
        }
        return opinions;
    }

    private Opinion ownOpinion(Question question) {
        var request = question.request();
        var kind = trust(request) ? PolicyKind.TRUST : PolicyKind.RESOURCE;
        return request.resourcePolicy().isEmpty()
                ? Opinion.SILENT
                : policies.opinion(request.resourcePolicy(), kind, question);
    }

    private Opinion sessionOpinion(Question question) {
        var policy = question.caller().sessionPolicy();
        return policy.isEmpty()
                ? Opinion.ALLOWS
                : policies.opinion(policy, PolicyKind.IDENTITY, question);
    }

    private static boolean trust(AccessRequest request) {
        return request.action().equals(ASSUME_ROLE);
    }

    private static Opinions.Rule rule(AccessRequest request) {
        var key = request.action().startsWith("kms:") && request.resource().contains(":key/");
        return key || trust(request) ? Opinions.Rule.RESOURCE_FIRST : Opinions.Rule.EITHER;
    }

    // A refusal by a trust policy gives no reason, so that a role that is not there and one that
    // does not
    // trust the caller look the same. Source: IAM User Guide, "Troubleshoot access denied error
    // messages" (a
    // reason is not always given; AWS's own choice here is not documented), read 2026-11-22.
    private static String message(Question question, String objection) {
        var request = question.request();
        var refusal =
                "User: "
                        + question.caller().arn()
                        + " is not authorized to perform: "
                        + request.action()
                        + " on resource: "
                        + request.resource();
        return trust(request) && objection.contains("role trust policy")
                ? refusal
                : refusal + " " + objection;
    }
}
