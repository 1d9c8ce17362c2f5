package secondbackup.simulation.roles;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.iam.Users;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolesRequest;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.Role;

/// Roles and their policies; here they are read.
///
/// Source: AWS IAM API model, GetRole ("Policies returned by this operation are URL-encoded"), ListRoles,
/// GetRolePolicy, ListRolePolicies, ListAttachedRolePolicies, 2026-11-22.
public final class RoleOperations {
    // When a role was made matters to nobody here; AWS requires that it is told.
    private static final Instant CREATED = Instant.parse("2025-01-01T00:00:00Z");

    private final Roles roles;
    private final Users users;
    private final Chance chance;

    public RoleOperations(Roles roles, Users users, Chance chance) {
        this.roles = roles;
        this.users = users;
        this.chance = chance;
    }

    public void register(Operations operations) {
        operations.on(
                GetRoleRequest.class,
                (request, call) -> right("GetRole", request.roleName(), call),
                this::getRole);
        new ServiceLinkedRoles(roles, chance).register(operations);
        new RoleWrites(roles, chance).register(operations);
        new RolePolicyWrites(roles).register(operations);
        new UserOperations(users, chance).register(operations);
        new AccountReads(users, roles).register(operations);
        operations.on(
                ListRolesRequest.class,
                (request, call) ->
                        List.of(
                                AccessRequest.of(
                                        "iam:ListRoles",
                                        "arn:aws:iam::"
                                                + call.account()
                                                + ":role"
                                                + prefix(request.pathPrefix()))),
                this::listRoles);
        operations.on(
                GetRolePolicyRequest.class,
                (request, call) -> right("GetRolePolicy", request.roleName(), call),
                this::getRolePolicy);
        operations.on(
                ListRolePoliciesRequest.class,
                (request, call) -> right("ListRolePolicies", request.roleName(), call),
                this::listRolePolicies);
        operations.on(
                ListAttachedRolePoliciesRequest.class,
                (request, call) -> right("ListAttachedRolePolicies", request.roleName(), call),
                this::listAttachedRolePolicies);
    }

    private List<AccessRequest> right(String action, String name, Call call) {
        return RoleWrites.right(roles, "iam:" + action, name, call);
    }

    private GetRoleResponse getRole(GetRoleRequest request, Call call) {
        return GetRoleResponse.builder().role(shown(find(request.roleName(), call))).build();
    }

    private ListRolesResponse listRoles(ListRolesRequest request, Call call) {
        var all =
                roles.of(call.account()).stream()
                        .filter(role -> role.path.startsWith(prefix(request.pathPrefix())))
                        .map(RoleOperations::shown)
                        .toList();
        var page = ItemPage.cut(all, request.maxItems(), request.marker());
        return ListRolesResponse.builder()
                .roles(page.items())
                .isTruncated(page.marker() != null)
                .marker(page.marker())
                .build();
    }

    private GetRolePolicyResponse getRolePolicy(GetRolePolicyRequest request, Call call) {
        var policy = find(request.roleName(), call).policies.get(request.policyName());
        if (policy == null) {
            throw missing("The role policy with name " + request.policyName());
        }
        return GetRolePolicyResponse.builder()
                .roleName(request.roleName())
                .policyName(request.policyName())
                .policyDocument(encoded(policy))
                .build();
    }

    private ListRolePoliciesResponse listRolePolicies(ListRolePoliciesRequest request, Call call) {
        var all = List.copyOf(find(request.roleName(), call).policies.keySet());
        var page = ItemPage.cut(all, request.maxItems(), request.marker());
        return ListRolePoliciesResponse.builder()
                .policyNames(page.items())
                .isTruncated(page.marker() != null)
                .marker(page.marker())
                .build();
    }

    private ListAttachedRolePoliciesResponse listAttachedRolePolicies(
            ListAttachedRolePoliciesRequest request, Call call) {
        var all =
                find(request.roleName(), call).attached.keySet().stream()
                        .map(RoleOperations::attached)
                        .toList();
        var page = ItemPage.cut(all, request.maxItems(), request.marker());
        return ListAttachedRolePoliciesResponse.builder()
                .attachedPolicies(page.items())
                .isTruncated(page.marker() != null)
                .marker(page.marker())
                .build();
    }

    private Roles.Role find(String name, Call call) {
        return RoleWrites.find(roles, name, call);
    }

    static Role shown(Roles.Role role) {
        return Role.builder()
                .path(role.path)
                .roleName(role.name)
                .roleId(role.uniqueId)
                .arn(role.arn())
                .createDate(CREATED)
                .assumeRolePolicyDocument(encoded(role.trustPolicy))
                .maxSessionDuration((int) role.longestSession.toSeconds())
                .build();
    }

    static AttachedPolicy attached(String arn) {
        return AttachedPolicy.builder()
                .policyArn(arn)
                .policyName(arn.substring(arn.lastIndexOf('/') + 1))
                .build();
    }

    private static String prefix(@Nullable String prefix) {
        return Optional.ofNullable(prefix).orElse("/");
    }

    static String encoded(String policy) {
        return URLEncoder.encode(policy, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static AwsError missing(String what) {
        return new AwsError(404, "NoSuchEntity", what + " cannot be found.");
    }
}
