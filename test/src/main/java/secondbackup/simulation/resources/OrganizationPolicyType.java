package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.organizations.Organization;
import software.amazon.awssdk.services.organizations.model.AttachPolicyRequest;
import software.amazon.awssdk.services.organizations.model.AttachPolicyResponse;
import software.amazon.awssdk.services.organizations.model.CreatePolicyRequest;
import software.amazon.awssdk.services.organizations.model.CreatePolicyResponse;
import software.amazon.awssdk.services.organizations.model.DeletePolicyRequest;
import software.amazon.awssdk.services.organizations.model.DeletePolicyResponse;
import software.amazon.awssdk.services.organizations.model.DetachPolicyRequest;
import software.amazon.awssdk.services.organizations.model.DetachPolicyResponse;
import software.amazon.awssdk.services.organizations.model.UpdatePolicyRequest;
import software.amazon.awssdk.services.organizations.model.UpdatePolicyResponse;

/// `AWS::Organizations::Policy`: a service control policy, attached to its targets.
public final class OrganizationPolicyType implements ResourceType {
    private final Organization organization;

    public OrganizationPolicyType(Organization organization) {
        this.organization = organization;
    }

    @Override
    public String name() {
        return "AWS::Organizations::Policy";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("Content", "Description", "Name", "TargetIds", "Type")
                .recorded("Tags")
                .required("Content", "Name", "Type")
                .createOnly("Type")
                .within("Tags", "Key", "Value")
                .attributes("Arn", "AwsManaged", "Id");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var made =
                scene.call(
                        "organizations",
                        CreatePolicyRequest.builder()
                                .name(wanted.text("Name"))
                                .description(wanted.text("Description", ""))
                                .type(wanted.text("Type"))
                                .content(wanted.document("Content"))
                                .build(),
                        CreatePolicyResponse.class);
        var id = made.policy().policySummary().id();
        Undo.unless(
                () -> attach(id, List.of(), wanted.texts("TargetIds"), scene),
                () -> delete(id, wanted, scene));
        return made(id, made.policy().policySummary().arn());
    }

    private static Made made(String id, String arn) {
        return Made.of(id, Map.of("Arn", arn, "AwsManaged", "false", "Id", id));
    }

    private void attach(String id, List<String> before, List<String> after, Scene scene) {
        for (var target : after) {
            if (!before.contains(target)) {
                scene.call(
                        "organizations",
                        AttachPolicyRequest.builder().policyId(id).targetId(target).build(),
                        AttachPolicyResponse.class);
            }
        }
        for (var target : before) {
            if (!after.contains(target) && targets(id).contains(target)) {
                scene.call(
                        "organizations",
                        DetachPolicyRequest.builder().policyId(id).targetId(target).build(),
                        DetachPolicyResponse.class);
            }
        }
    }

    private List<String> targets(String id) {
        var targets = new ArrayList<String>();
        var control = organization.controls.get(id);
        if (control != null) {
            organization.policies.forEach((target, attached) -> {
                if (attached.contains(control.content())) {
                    targets.add(target);
                }
            });
        }
        return targets;
    }

    @Override
    public Made update(String id, Change change, Scene scene) {
        var updated =
                scene.call(
                        "organizations",
                        UpdatePolicyRequest.builder()
                                .policyId(id)
                                .name(change.after().text("Name"))
                                .description(change.after().text("Description", ""))
                                .content(change.after().document("Content"))
                                .build(),
                        UpdatePolicyResponse.class);
        attach(id, change.before().texts("TargetIds"), change.after().texts("TargetIds"), scene);
        return made(id, updated.policy().policySummary().arn());
    }

    @Override
    public void delete(String id, Properties last, Scene scene) {
        if (organization.controls.containsKey(id)) {
            attach(id, last.texts("TargetIds"), List.of(), scene);
            scene.call(
                    "organizations",
                    DeletePolicyRequest.builder().policyId(id).build(),
                    DeletePolicyResponse.class);
        }
    }

    @Override
    public Optional<ObjectNode> read(String id, Properties last, Scene scene) {
        return Optional.ofNullable(organization.controls.get(id)).map(this::read);
    }

    private ObjectNode read(Organization.Control control) {
        var read =
                Reading.begun().put("Name", control.name()).put("Type", "SERVICE_CONTROL_POLICY");
        Reading.text(read, "Description", control.description());
        Reading.document(read, "Content", control.content());
        Reading.texts(read, "TargetIds", targets(control.id()));
        return read;
    }
}
