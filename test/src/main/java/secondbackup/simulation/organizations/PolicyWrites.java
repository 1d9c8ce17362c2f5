package secondbackup.simulation.organizations;

import java.util.ArrayList;
import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Policies;
import secondbackup.simulation.organizations.Organization.Control;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.organizations.model.AttachPolicyRequest;
import software.amazon.awssdk.services.organizations.model.AttachPolicyResponse;
import software.amazon.awssdk.services.organizations.model.CreatePolicyRequest;
import software.amazon.awssdk.services.organizations.model.CreatePolicyResponse;
import software.amazon.awssdk.services.organizations.model.DeletePolicyRequest;
import software.amazon.awssdk.services.organizations.model.DeletePolicyResponse;
import software.amazon.awssdk.services.organizations.model.DetachPolicyRequest;
import software.amazon.awssdk.services.organizations.model.DetachPolicyResponse;
import software.amazon.awssdk.services.organizations.model.Policy;
import software.amazon.awssdk.services.organizations.model.PolicySummary;
import software.amazon.awssdk.services.organizations.model.PolicyType;
import software.amazon.awssdk.services.organizations.model.UpdatePolicyRequest;
import software.amazon.awssdk.services.organizations.model.UpdatePolicyResponse;

/// Service control policies are made, attached, changed, detached and deleted, by the management account alone.
///
/// Source: AWS Organizations API model, CreatePolicy (`DuplicatePolicyException`, `MalformedPolicyDocumentException`),
/// AttachPolicy (`DuplicatePolicyAttachmentException`, `TargetNotFoundException`), DetachPolicy, UpdatePolicy,
/// DeletePolicy (`PolicyInUseException`), read 2026-11-27.
final class PolicyWrites {
    private final Organization organization;
    private final Delegation delegation;
    private final PolicyIds ids;

    PolicyWrites(Organization organization, Delegation delegation, Chance chance) {
        this.organization = organization;
        this.delegation = delegation;
        this.ids = new PolicyIds(organization, chance);
    }

    void register(Operations operations) {
        operations.on(
                CreatePolicyRequest.class,
                (_, _) -> List.of(typed(AccessRequest.of("organizations:CreatePolicy", "*"))),
                this::create);
        operations.on(
                UpdatePolicyRequest.class,
                (asked, _) -> onPolicy("organizations:UpdatePolicy", asked.policyId()),
                this::update);
        operations.on(
                DeletePolicyRequest.class,
                (asked, _) -> onPolicy("organizations:DeletePolicy", asked.policyId()),
                this::delete);
        operations.on(
                AttachPolicyRequest.class,
                (asked, _) ->
                        onBoth("organizations:AttachPolicy", asked.policyId(), asked.targetId()),
                this::attach);
        operations.on(
                DetachPolicyRequest.class,
                (asked, _) ->
                        onBoth("organizations:DetachPolicy", asked.policyId(), asked.targetId()),
                this::detach);
        new DelegationWrites(organization, delegation, ids).register(operations);
    }

    private static AccessRequest typed(AccessRequest right) {
        return right.with("organizations:PolicyType", PolicyType.SERVICE_CONTROL_POLICY.toString());
    }

    private List<AccessRequest> onPolicy(String action, String policyId) {
        return List.of(typed(AccessRequest.of(action, ids.arn(policyId))));
    }

    private List<AccessRequest> onBoth(String action, String policyId, String targetId) {
        var rights = new ArrayList<>(onPolicy(action, policyId));
        rights.add(typed(AccessRequest.of(action, delegation.arn(targetId))));
        return rights;
    }

    private CreatePolicyResponse create(CreatePolicyRequest asked, Call call) {
        delegation.management(call);
        if (asked.type() != PolicyType.SERVICE_CONTROL_POLICY) {
            throw refused("PolicyTypeNotEnabledException", "Policy type " + asked.type());
        }
        checkContent(asked.content());
        refuseTaken(asked.name(), "");
        var id = ids.made(asked.name());
        var description = asked.description() == null ? "" : asked.description();
        var control = new Control(id, asked.name(), description, asked.content());
        organization.controls.put(id, control);
        return CreatePolicyResponse.builder().policy(shown(control)).build();
    }

    private void refuseTaken(String name, String except) {
        for (var there : organization.controls.values()) {
            if (there.name().equals(name) && !there.id().equals(except)) {
                throw refused(
                        "DuplicatePolicyException", "A policy with the same name already exists.");
            }
        }
    }

    private static void checkContent(String content) {
        try {
            Policies.check(content);
        } catch (IllegalArgumentException bad) {
            throw refused("MalformedPolicyDocumentException", String.valueOf(bad.getMessage()));
        }
    }

    private Policy shown(Control control) {
        var summary =
                PolicySummary.builder()
                        .id(control.id())
                        .arn(ids.arn(control.id()))
                        .name(control.name())
                        .description(control.description())
                        .type(PolicyType.SERVICE_CONTROL_POLICY)
                        .awsManaged(false)
                        .build();
        return Policy.builder().policySummary(summary).content(control.content()).build();
    }

    private Control find(String id) {
        var found = organization.controls.get(id);
        if (found == null) {
            throw refused("PolicyNotFoundException", "You specified a policy that doesn't exist.");
        }
        return found;
    }

    private UpdatePolicyResponse update(UpdatePolicyRequest asked, Call call) {
        delegation.management(call);
        var before = find(asked.policyId());
        var after =
                new Control(
                        before.id(),
                        asked.name() == null ? before.name() : asked.name(),
                        asked.description() == null ? before.description() : asked.description(),
                        asked.content() == null ? before.content() : asked.content());
        checkContent(after.content());
        refuseTaken(after.name(), after.id());
        organization.controls.put(after.id(), after);
        organization.policies.replaceAll((_, attached) -> replaced(attached, before, after));
        return UpdatePolicyResponse.builder().policy(shown(after)).build();
    }

    private static List<String> replaced(List<String> attached, Control before, Control after) {
        return attached.stream()
                .map(content -> content.equals(before.content()) ? after.content() : content)
                .toList();
    }

    private DeletePolicyResponse delete(DeletePolicyRequest asked, Call call) {
        delegation.management(call);
        var control = find(asked.policyId());
        if (organization.policies.values().stream()
                .anyMatch(attached -> attached.contains(control.content()))) {
            throw refused(
                    "PolicyInUseException", "The policy is attached to one or more entities.");
        }
        organization.controls.remove(control.id());
        return DeletePolicyResponse.builder().build();
    }

    private AttachPolicyResponse attach(AttachPolicyRequest asked, Call call) {
        delegation.management(call);
        var content = find(asked.policyId()).content();
        var attached = new ArrayList<>(attached(asked.targetId()));
        if (attached.contains(content)) {
            throw refused(
                    "DuplicatePolicyAttachmentException",
                    "The selected policy is already attached to the specified target.");
        }
        attached.add(content);
        organization.policies.put(asked.targetId(), List.copyOf(attached));
        return AttachPolicyResponse.builder().build();
    }

    private List<String> attached(String target) {
        if (!organization.units.containsKey(target) && organization.account(target).isEmpty()) {
            throw refused("TargetNotFoundException", "You specified a target that doesn't exist.");
        }
        return organization.policies.getOrDefault(target, List.of());
    }

    private DetachPolicyResponse detach(DetachPolicyRequest asked, Call call) {
        delegation.management(call);
        var attached = new ArrayList<>(attached(asked.targetId()));
        if (!attached.removeIf(content -> ids.of(content).equals(asked.policyId()))) {
            throw refused(
                    "PolicyNotAttachedException",
                    "The policy isn't attached to the specified target.");
        }
        if (attached.isEmpty()) {
            throw refused(
                    "ConstraintViolationException",
                    "You can't detach the last service control policy of a target.");
        }
        organization.policies.put(asked.targetId(), List.copyOf(attached));
        return DetachPolicyResponse.builder().build();
    }

    static AwsError refused(String code, String words) {
        return new AwsError(400, code, words);
    }
}
