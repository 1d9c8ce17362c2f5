package secondbackup.simulation.roles;

import secondbackup.simulation.iam.ManagedPolicies;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyResponse;

/// The inline policies of roles, and the managed ones that are attached to them.
///
/// Source: AWS IAM API model, PutRolePolicy, DeleteRolePolicy, AttachRolePolicy, DetachRolePolicy; AWS Service
/// Authorization Reference, "AWS Identity and Access Management" (`iam:PolicyARN`); read 2026-11-27.
final class RolePolicyWrites {
    private final Roles roles;
    private final ManagedPolicies managed;

    RolePolicyWrites(Roles roles) {
        this.roles = roles;
        this.managed = roles.managed();
    }

    void register(Operations operations) {
        operations.on(
                PutRolePolicyRequest.class,
                (asked, call) ->
                        RoleWrites.right(roles, "iam:PutRolePolicy", asked.roleName(), call),
                this::put);
        operations.on(
                DeleteRolePolicyRequest.class,
                (asked, call) ->
                        RoleWrites.right(roles, "iam:DeleteRolePolicy", asked.roleName(), call),
                this::delete);
        operations.on(
                AttachRolePolicyRequest.class,
                (asked, call) ->
                        RoleWrites.right(roles, "iam:AttachRolePolicy", asked.roleName(), call)
                                .stream()
                                .map(right -> right.with("iam:PolicyARN", asked.policyArn()))
                                .toList(),
                this::attach);
        operations.on(
                DetachRolePolicyRequest.class,
                (asked, call) ->
                        RoleWrites.right(roles, "iam:DetachRolePolicy", asked.roleName(), call)
                                .stream()
                                .map(right -> right.with("iam:PolicyARN", asked.policyArn()))
                                .toList(),
                this::detach);
    }

    private Roles.Role changeable(String name, Call call) {
        var role = RoleWrites.find(roles, name, call);
        RoleWrites.refuseServiceLinked(role);
        return role;
    }

    private PutRolePolicyResponse put(PutRolePolicyRequest asked, Call call) {
        var role = changeable(asked.roleName(), call);
        RoleWrites.checkPolicy(asked.policyDocument());
        role.policies.put(asked.policyName(), asked.policyDocument());
        return PutRolePolicyResponse.builder().build();
    }

    private DeleteRolePolicyResponse delete(DeleteRolePolicyRequest asked, Call call) {
        var role = changeable(asked.roleName(), call);
        if (role.policies.remove(asked.policyName()) == null) {
            throw missing("The role policy with name " + asked.policyName() + " cannot be found.");
        }
        return DeleteRolePolicyResponse.builder().build();
    }

    private AttachRolePolicyResponse attach(AttachRolePolicyRequest asked, Call call) {
        var role = changeable(asked.roleName(), call);
        var arn = asked.policyArn();
        var document =
                managed.find(call.account(), arn)
                        .orElseThrow(() ->
                                missing("Policy " + arn + " does not exist or is not attachable."));
        role.attached.put(arn, document);
        return AttachRolePolicyResponse.builder().build();
    }

    private DetachRolePolicyResponse detach(DetachRolePolicyRequest asked, Call call) {
        var role = changeable(asked.roleName(), call);
        if (role.attached.remove(asked.policyArn()) == null) {
            throw missing("Policy " + asked.policyArn() + " was not found.");
        }
        return DetachRolePolicyResponse.builder().build();
    }

    private static AwsError missing(String words) {
        return new AwsError(404, "NoSuchEntity", words);
    }
}
