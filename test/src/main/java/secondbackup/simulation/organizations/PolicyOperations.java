package secondbackup.simulation.organizations;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.organizations.model.DescribePolicyRequest;
import software.amazon.awssdk.services.organizations.model.DescribePolicyResponse;
import software.amazon.awssdk.services.organizations.model.DescribeResourcePolicyRequest;
import software.amazon.awssdk.services.organizations.model.DescribeResourcePolicyResponse;
import software.amazon.awssdk.services.organizations.model.ListPoliciesForTargetRequest;
import software.amazon.awssdk.services.organizations.model.ListPoliciesForTargetResponse;
import software.amazon.awssdk.services.organizations.model.Policy;
import software.amazon.awssdk.services.organizations.model.PolicySummary;
import software.amazon.awssdk.services.organizations.model.PolicyType;
import software.amazon.awssdk.services.organizations.model.ResourcePolicy;
import software.amazon.awssdk.services.organizations.model.ResourcePolicySummary;

/// Service control policies and the delegation policy.
///
/// Source: AWS Organizations API model, ListPoliciesForTarget, DescribePolicy, DescribeResourcePolicy, 2026-11-22.
final class PolicyOperations {
    private final Organization organization;
    private final Delegation delegation;
    private final Pages pages;
    private final PolicyIds ids;

    PolicyOperations(Organization organization, Delegation delegation, Pages pages, Chance chance) {
        this.organization = organization;
        this.delegation = delegation;
        this.pages = pages;
        this.ids = new PolicyIds(organization, chance);
    }

    void register(Operations operations) {
        operations.on(
                ListPoliciesForTargetRequest.class,
                (request, _) -> List.of(listPolicies(request)),
                this::listPolicies);
        operations.on(
                DescribePolicyRequest.class,
                (request, _) -> List.of(describePolicy(request)),
                this::describePolicy);
        operations.on(
                DescribeResourcePolicyRequest.class,
                (_, _) -> List.of(describeResourcePolicy()),
                this::describeResourcePolicy);
    }

    private AccessRequest listPolicies(ListPoliciesForTargetRequest request) {
        return AccessRequest.of(
                        "organizations:ListPoliciesForTarget", delegation.arn(request.targetId()))
                .with("organizations:PolicyType", request.filterAsString());
    }

    private ListPoliciesForTargetResponse listPolicies(
            ListPoliciesForTargetRequest request, Call call) {
        delegation.admit(call, listPolicies(request));
        var target = request.targetId();
        if (!organization.units.containsKey(target) && organization.account(target).isEmpty()) {
            throw new AwsError(
                    400, "TargetNotFoundException", "You specified a target that doesn't exist.");
        }
        var attached =
                request.filter() == PolicyType.SERVICE_CONTROL_POLICY
                        ? organization.policies.getOrDefault(target, List.of())
                        : List.<String>of();
        var page =
                pages.cut(
                        attached.stream().map(this::summary).toList(),
                        call,
                        target,
                        request.maxResults(),
                        request.nextToken());
        return ListPoliciesForTargetResponse.builder()
                .policies(page.items())
                .nextToken(page.token())
                .build();
    }

    private AccessRequest describePolicy(DescribePolicyRequest request) {
        return AccessRequest.of("organizations:DescribePolicy", ids.arn(request.policyId()))
                .with("organizations:PolicyType", PolicyType.SERVICE_CONTROL_POLICY.toString());
    }

    private DescribePolicyResponse describePolicy(DescribePolicyRequest request, Call call) {
        delegation.admit(call, describePolicy(request));
        var content = byId().get(request.policyId());
        if (content == null) {
            throw new AwsError(
                    400, "PolicyNotFoundException", "You specified a policy that doesn't exist.");
        }
        return DescribePolicyResponse.builder()
                .policy(Policy.builder().policySummary(summary(content)).content(content).build())
                .build();
    }

    private static AccessRequest describeResourcePolicy() {
        return AccessRequest.of("organizations:DescribeResourcePolicy", "*");
    }

    private DescribeResourcePolicyResponse describeResourcePolicy(
            DescribeResourcePolicyRequest request, Call call) {
        delegation.admit(call, describeResourcePolicy());
        if (organization.delegationPolicy.isEmpty()) {
            throw new AwsError(
                    400,
                    "ResourcePolicyNotFoundException",
                    "No resource-based policy is attached to the organization.");
        }
        var id = ids.delegation();
        var summary =
                ResourcePolicySummary.builder()
                        .id(id)
                        .arn(delegation.arn("resourcepolicy", id))
                        .build();
        return DescribeResourcePolicyResponse.builder()
                .resourcePolicy(
                        ResourcePolicy.builder()
                                .resourcePolicySummary(summary)
                                .content(organization.delegationPolicy)
                                .build())
                .build();
    }

    private SortedMap<String, String> byId() {
        var found = new TreeMap<String, String>();
        for (var attached : organization.policies.values()) {
            attached.forEach(content -> found.put(ids.of(content), content));
        }
        organization.controls.values().forEach(each -> found.put(each.id(), each.content()));
        return found;
    }

    private PolicySummary summary(String content) {
        var id = ids.of(content);
        var managed = id.equals(PolicyIds.FULL_ACCESS_ID);
        var named = organization.controls.get(id);
        return PolicySummary.builder()
                .id(id)
                .arn(ids.arn(id))
                .name(managed ? "FullAWSAccess" : named == null ? id : named.name())
                .type(PolicyType.SERVICE_CONTROL_POLICY)
                .description(
                        managed
                                ? "Allows access to every operation"
                                : named == null ? "" : named.description())
                .awsManaged(managed)
                .build();
    }
}
