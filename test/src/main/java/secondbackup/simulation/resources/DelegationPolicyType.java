package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.wire.AwsError;
import software.amazon.awssdk.services.organizations.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.organizations.model.DeleteResourcePolicyResponse;
import software.amazon.awssdk.services.organizations.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.organizations.model.PutResourcePolicyResponse;
import software.amazon.awssdk.services.organizations.model.ResourcePolicySummary;

/// `AWS::Organizations::ResourcePolicy`: the one delegation policy. One that is there already stands in the way.
public final class DelegationPolicyType implements ResourceType {
    private final Organization organization;

    public DelegationPolicyType(Organization organization) {
        this.organization = organization;
    }

    @Override
    public String name() {
        return "AWS::Organizations::ResourcePolicy";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("Content")
                .recorded("Tags")
                .required("Content")
                .within("Tags", "Key", "Value")
                .attributes("Arn", "Id");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        if (!organization.delegationPolicy.isEmpty()) {
            throw new AwsError(
                    400,
                    "AlreadyExists",
                    "Resource of type 'AWS::Organizations::ResourcePolicy' already exists.");
        }
        return put(wanted, scene);
    }

    private static Made put(Properties wanted, Scene scene) {
        var put =
                scene.call(
                        "organizations",
                        PutResourcePolicyRequest.builder()
                                .content(wanted.document("Content"))
                                .build(),
                        PutResourcePolicyResponse.class);
        return made(put.resourcePolicy().resourcePolicySummary());
    }

    private static Made made(ResourcePolicySummary summary) {
        return Made.of(summary.id(), Map.of("Arn", summary.arn(), "Id", summary.id()));
    }

    @Override
    public Made update(String id, Change change, Scene scene) {
        return put(change.after(), scene);
    }

    @Override
    public void delete(String id, Properties last, Scene scene) {
        if (!organization.delegationPolicy.isEmpty()) {
            scene.call(
                    "organizations",
                    DeleteResourcePolicyRequest.builder().build(),
                    DeleteResourcePolicyResponse.class);
        }
    }

    @Override
    public Optional<ObjectNode> read(String id, Properties last, Scene scene) {
        if (organization.delegationPolicy.isEmpty()) {
            return Optional.empty();
        }
        var read = Reading.begun();
        Reading.document(read, "Content", organization.delegationPolicy);
        return Optional.of(read);
    }
}
