package secondbackup.simulation.organizations;

import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Policies;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.organizations.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.organizations.model.DeleteResourcePolicyResponse;
import software.amazon.awssdk.services.organizations.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.organizations.model.PutResourcePolicyResponse;
import software.amazon.awssdk.services.organizations.model.ResourcePolicy;
import software.amazon.awssdk.services.organizations.model.ResourcePolicySummary;

/// The delegation policy is written and deleted, by the management account alone. There is one.
///
/// Source: AWS Organizations API model, PutResourcePolicy, DeleteResourcePolicy, read 2026-11-27.
record DelegationWrites(Organization organization, Delegation delegation, PolicyIds ids) {

    void register(Operations operations) {
        operations.on(
                PutResourcePolicyRequest.class,
                (_, _) -> List.of(AccessRequest.of("organizations:PutResourcePolicy", "*")),
                this::put);
        operations.on(
                DeleteResourcePolicyRequest.class,
                (_, _) -> List.of(AccessRequest.of("organizations:DeleteResourcePolicy", "*")),
                this::delete);
    }

    private PutResourcePolicyResponse put(PutResourcePolicyRequest asked, Call call) {
        delegation.management(call);
        try {
            Policies.checkResource(asked.content());
        } catch (IllegalArgumentException bad) {
            throw PolicyWrites.refused(
                    "MalformedPolicyDocumentException", String.valueOf(bad.getMessage()));
        }
        organization.delegationPolicy = asked.content();
        var id = ids.delegation();
        var summary =
                ResourcePolicySummary.builder()
                        .id(id)
                        .arn(delegation.arn("resourcepolicy", id))
                        .build();
        return PutResourcePolicyResponse.builder()
                .resourcePolicy(
                        ResourcePolicy.builder()
                                .resourcePolicySummary(summary)
                                .content(asked.content())
                                .build())
                .build();
    }

    private DeleteResourcePolicyResponse delete(DeleteResourcePolicyRequest asked, Call call) {
        delegation.management(call);
        if (organization.delegationPolicy.isEmpty()) {
            throw PolicyWrites.refused(
                    "ResourcePolicyNotFoundException",
                    "No resource-based policy is attached to the organization.");
        }
        organization.delegationPolicy = "";
        return DeleteResourcePolicyResponse.builder().build();
    }
}
