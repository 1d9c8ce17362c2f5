package secondbackup.simulation.roles;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Policies;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/// Roles are made, changed and deleted; [RolePolicyWrites] gives them their policies.
///
/// Source: AWS IAM API model, CreateRole (`EntityAlreadyExists`, `MalformedPolicyDocument`), UpdateAssumeRolePolicy,
/// UpdateRole, DeleteRole (`DeleteConflict`); AWS IAM User Guide, "IAM and AWS STS quotas" (names), read 2026-11-27.
final class RoleWrites {
    private static final int NAME_MOST = 64;
    private static final int SESSION_SECONDS_LEAST = 3600;
    private static final int SESSION_SECONDS_MOST = 43_200;

    private final Roles roles;
    private final Chance chance;
    private final TrustCheck trust;

    RoleWrites(Roles roles, Chance chance) {
        this.roles = roles;
        this.chance = chance;
        this.trust = new TrustCheck(roles);
    }

    void register(Operations operations) {
        operations.on(CreateRoleRequest.class, RoleWrites::creating, this::create);
        operations.on(
                UpdateAssumeRolePolicyRequest.class,
                (asked, call) -> right(roles, "iam:UpdateAssumeRolePolicy", asked.roleName(), call),
                this::trust);
        operations.on(
                UpdateRoleRequest.class,
                (asked, call) -> right(roles, "iam:UpdateRole", asked.roleName(), call),
                this::update);
        operations.on(
                DeleteRoleRequest.class,
                (asked, call) -> right(roles, "iam:DeleteRole", asked.roleName(), call),
                this::delete);
    }

    static List<AccessRequest> right(Roles roles, String action, String name, Call call) {
        var arn =
                roles.find(call.account(), name)
                        .map(Roles.Role::arn)
                        .orElse("arn:aws:iam::" + call.account() + ":role/" + name);
        return List.of(AccessRequest.of(action, arn));
    }

    private static List<AccessRequest> creating(CreateRoleRequest asked, Call call) {
        var path = path(asked.path());
        var arn = "arn:aws:iam::" + call.account() + ":role" + path + asked.roleName();
        return List.of(AccessRequest.of("iam:CreateRole", arn));
    }

    private static String path(@Nullable String path) {
        return path == null ? "/" : path;
    }

    private CreateRoleResponse create(CreateRoleRequest asked, Call call) {
        var name = asked.roleName();
        if (name == null || !name.matches("[\\w+=,.@-]{1," + NAME_MOST + "}")) {
            throw invalid("The specified value for roleName is invalid: " + name);
        }
        if (!path(asked.path()).matches("/|/[\\x21-\\x7e]{1,510}/")) {
            throw invalid("The specified value for path is invalid: " + asked.path());
        }
        trust.check(asked.assumeRolePolicyDocument());
        if (roles.of(call.account()).stream().anyMatch(one -> one.name.equalsIgnoreCase(name))) {
            throw new AwsError(
                    409, "EntityAlreadyExists", "Role with name " + name + " already exists.");
        }
        var id = chance.hex(17, "role", call.account(), name, call.operation(), roles.made());
        var made =
                new Roles.Role(
                        call.account(),
                        name,
                        path(asked.path()),
                        "AROA" + id.toUpperCase(Locale.ROOT),
                        asked.assumeRolePolicyDocument());
        made.longestSession = session(asked.maxSessionDuration(), made.longestSession);
        roles.put(made);
        return CreateRoleResponse.builder().role(RoleOperations.shown(made)).build();
    }

    private static Duration session(@Nullable Integer seconds, Duration otherwise) {
        if (seconds == null) {
            return otherwise;
        }
        if (seconds < SESSION_SECONDS_LEAST || seconds > SESSION_SECONDS_MOST) {
            throw invalid("maxSessionDuration must be between 3600 and 43200 but is " + seconds);
        }
        return Duration.ofSeconds(seconds);
    }

    private UpdateAssumeRolePolicyResponse trust(UpdateAssumeRolePolicyRequest asked, Call call) {
        var role = find(roles, asked.roleName(), call);
        refuseServiceLinked(role);
        trust.check(asked.policyDocument());
        role.trustPolicy = asked.policyDocument();
        return UpdateAssumeRolePolicyResponse.builder().build();
    }

    private UpdateRoleResponse update(UpdateRoleRequest asked, Call call) {
        var role = find(roles, asked.roleName(), call);
        refuseServiceLinked(role);
        role.longestSession = session(asked.maxSessionDuration(), role.longestSession);
        return UpdateRoleResponse.builder().build();
    }

    private DeleteRoleResponse delete(DeleteRoleRequest asked, Call call) {
        var role = find(roles, asked.roleName(), call);
        refuseServiceLinked(role);
        if (!role.attached.isEmpty()) {
            throw conflict("Cannot delete entity, must detach all policies first.");
        }
        if (!role.policies.isEmpty()) {
            throw conflict("Cannot delete entity, must delete policies first.");
        }
        roles.remove(role.account, role.name);
        return DeleteRoleResponse.builder().build();
    }

    static Roles.Role find(Roles roles, String name, Call call) {
        return roles.find(call.account(), name)
                .orElseThrow(() ->
                        new AwsError(
                                404,
                                "NoSuchEntity",
                                "The role with name " + name + " cannot be found."));
    }

    /// Source: AWS IAM User Guide, "Service-linked roles" (`UnmodifiableEntity`), read 2026-11-27.
    static void refuseServiceLinked(Roles.Role role) {
        if (role.path.startsWith("/aws-service-role/")) {
            throw new AwsError(
                    400,
                    "UnmodifiableEntity",
                    "Cannot perform the operation on the protected role '"
                            + role.name
                            + "' - this role is only modifiable by AWS");
        }
    }

    /// Fails: `MalformedPolicyDocument`.
    static void checkPolicy(String document) {
        try {
            Policies.check(document);
        } catch (IllegalArgumentException bad) {
            throw new AwsError(400, "MalformedPolicyDocument", String.valueOf(bad.getMessage()));
        }
    }

    private static AwsError invalid(String words) {
        return new AwsError(400, "ValidationError", words);
    }

    private static AwsError conflict(String words) {
        return new AwsError(409, "DeleteConflict", words);
    }
}
