package secondbackup.simulation.sts;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Policies;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.wire.AwsError;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/// What an AssumeRole call asks for, checked.
///
/// Source: AWS STS API model, AssumeRoleRequest; AWS STS API Reference, "AssumeRole"; read 2026-11-22.
///
/// @param account of the role
/// @param role name without path
record SessionRequest(
        String account, String role, String session, String policy, Duration duration) {

    private static final Pattern ROLE =
            Pattern.compile("arn:aws:iam::(\\d{12}):role/(?:.*/)?([^/]+)");
    private static final Pattern SESSION = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final int POLICY_MAX = 2048;
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration LONGEST_CHAINED = Duration.ofHours(1);

    /// The role that is asked for, if it is there.
    static Optional<Roles.Role> role(AssumeRoleRequest request, Roles roles) {
        var arn = Optional.ofNullable(request.roleArn()).orElse("");
        var parts = ROLE.matcher(arn);
        return parts.matches()
                ? roles.find(parts.group(1), parts.group(2)).filter(role -> role.arn().equals(arn))
                : Optional.empty();
    }

    /// The right that it needs. A role that is not there is one whose trust policy admits nobody.
    static AccessRequest right(AssumeRoleRequest request, Roles roles) {
        var arn = Optional.ofNullable(request.roleArn()).orElse("");
        var parts = ROLE.matcher(arn);
        var trust = role(request, roles).map(role -> role.trustPolicy).orElse("");
        var right =
                AccessRequest.of("sts:AssumeRole", arn)
                        .guardedBy(trust, parts.matches() ? parts.group(1) : "");
        if (request.roleSessionName() != null) {
            right = right.with("sts:RoleSessionName", request.roleSessionName());
        }
        return request.externalId() == null
                ? right
                : right.with("sts:ExternalId", request.externalId());
    }

    /// Fails: AwsError as STS answers a request that breaks its rules.
    static SessionRequest of(AssumeRoleRequest request, Roles.Role role, Principal caller) {
        var session = Optional.ofNullable(request.roleSessionName()).orElse("");
        if (!SESSION.matcher(session).matches()) {
            throw invalid(
                    "1 validation error detected: Value '"
                            + session
                            + "' at 'roleSessionName' failed to satisfy constraint: Member must"
                            + " satisfy regular expression pattern: [\\w+=,.@-]*");
        }
        if (request.hasPolicyArns() || request.hasTags()) {
            throw new IllegalArgumentException(
                    "the simulation knows no managed session policies and no session tags");
        }
        return new SessionRequest(
                role.account, role.name, session, policy(request), duration(request, role, caller));
    }

    private static String policy(AssumeRoleRequest request) {
        var policy = Optional.ofNullable(request.policy()).orElse("");
        if (policy.length() > POLICY_MAX) {
            throw invalid(
                    "1 validation error detected: Value at 'policy' failed to satisfy constraint:"
                            + " Member must have length less than or equal to 2048");
        }
        if (!policy.isEmpty()) {
            check(policy);
        }
        return policy;
    }

    private static void check(String policy) {
        try {
            Policies.check(policy);
        } catch (IllegalArgumentException mistake) {
            throw new AwsError(400, "MalformedPolicyDocument", mistake.toString());
        }
    }

    private static Duration duration(AssumeRoleRequest request, Roles.Role role, Principal caller) {
        if (request.durationSeconds() == null) {
            return LONGEST_CHAINED;
        }
        var asked = Duration.ofSeconds(request.durationSeconds());
        if (asked.compareTo(SHORTEST) < 0) {
            throw outside(asked, "greater than or equal to 900");
        }
        if (asked.compareTo(LONGEST) > 0) {
            throw outside(asked, "less than or equal to 43200");
        }
        if (caller instanceof Principal.RoleSession && asked.compareTo(LONGEST_CHAINED) > 0) {
            throw invalid(
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles"
                            + " assumed by role chaining");
        }
        if (asked.compareTo(role.longestSession) > 0) {
            throw invalid(
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this"
                            + " role.");
        }
        return asked;
    }

    private static AwsError outside(Duration asked, String bound) {
        return invalid(
                "1 validation error detected: Value '"
                        + asked.toSeconds()
                        + "' at 'durationSeconds' failed to satisfy constraint: Member must have"
                        + " value "
                        + bound);
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "ValidationError", message);
    }
}
