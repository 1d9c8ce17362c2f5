package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.wire.AwsError;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleResponse;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleResponse;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.UpdateRoleRequest;
import software.amazon.awssdk.services.iam.model.UpdateRoleResponse;

/// `AWS::IAM::Role`, with its inline and managed policies. A permissions boundary is unknown here, for it would have to
/// bind.
public final class RoleType implements ResourceType {
    private static final int NAME_MOST = 64;

    private final Roles roles;

    public RoleType(Roles roles) {
        this.roles = roles;
    }

    @Override
    public String name() {
        return "AWS::IAM::Role";
    }

    @Override
    public Shape shape() {
        return Shape.modelled(
                        "AssumeRolePolicyDocument",
                        "ManagedPolicyArns",
                        "MaxSessionDuration",
                        "Path",
                        "Policies",
                        "RoleName")
                .recorded("Description", "Tags")
                .required("AssumeRolePolicyDocument")
                .createOnly("Path", "RoleName")
                .within("Policies", "PolicyDocument", "PolicyName")
                .within("Tags", "Key", "Value")
                .attributes("Arn", "RoleId");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var name =
                wanted.has("RoleName") ? wanted.text("RoleName") : scene.generatedName(NAME_MOST);
        scene.call(
                "iam",
                CreateRoleRequest.builder()
                        .roleName(name)
                        .path(wanted.text("Path", "/"))
                        .assumeRolePolicyDocument(wanted.document("AssumeRolePolicyDocument"))
                        .maxSessionDuration(session(wanted))
                        .build(),
                CreateRoleResponse.class);
        Undo.unless(
                () -> policies(name, Properties.NONE, wanted, scene),
                () -> delete(name, wanted, scene));
        return made(name, scene);
    }

    private static int session(Properties wanted) {
        return wanted.has("MaxSessionDuration")
                ? (int) wanted.number("MaxSessionDuration")
                : Roles.SESSION_SECONDS;
    }

    private void policies(String name, Properties before, Properties after, Scene scene) {
        var role = find(name, scene);
        RolePolicies.inline(role, inline(before), inline(after), scene);
        RolePolicies.attached(
                role, before.texts("ManagedPolicyArns"), after.texts("ManagedPolicyArns"), scene);
    }

    private static SortedMap<String, String> inline(Properties properties) {
        var inline = new TreeMap<String, String>();
        for (var policy : properties.structures("Policies")) {
            inline.put(policy.text("PolicyName"), policy.document("PolicyDocument"));
        }
        return inline;
    }

    private Roles.Role find(String name, Scene scene) {
        return roles.find(scene.account(), name)
                .orElseThrow(() ->
                        new AwsError(
                                404,
                                "NoSuchEntity",
                                "The role with name " + name + " cannot be found."));
    }

    private Made made(String name, Scene scene) {
        var role = find(name, scene);
        var attributes = new TreeMap<String, String>();
        attributes.put("Arn", role.arn());
        attributes.put("RoleId", role.uniqueId);
        return new Made(name, attributes);
    }

    @Override
    public Made update(String name, Change change, Scene scene) {
        if (change.of("AssumeRolePolicyDocument")) {
            scene.call(
                    "iam",
                    UpdateAssumeRolePolicyRequest.builder()
                            .roleName(name)
                            .policyDocument(change.after().document("AssumeRolePolicyDocument"))
                            .build(),
                    UpdateAssumeRolePolicyResponse.class);
        }
        if (change.of("MaxSessionDuration")) {
            scene.call(
                    "iam",
                    UpdateRoleRequest.builder()
                            .roleName(name)
                            .maxSessionDuration(session(change.after()))
                            .build(),
                    UpdateRoleResponse.class);
        }
        policies(name, change.before(), change.after(), scene);
        return made(name, scene);
    }

    /// What the template gave it goes with it; what others attached stands in the way, as in AWS.
    @Override
    public void delete(String name, Properties last, Scene scene) {
        if (roles.find(scene.account(), name).isEmpty()) {
            return;
        }
        policies(name, last, Properties.NONE, scene);
        scene.call(
                "iam",
                DeleteRoleRequest.builder().roleName(name).build(),
                DeleteRoleResponse.class);
    }

    @Override
    public Optional<ObjectNode> read(String name, Properties last, Scene scene) {
        return roles.find(scene.account(), name).map(RoleType::read);
    }

    private static ObjectNode read(Roles.Role role) {
        var read =
                Reading.begun()
                        .put("RoleName", role.name)
                        .put("Path", role.path)
                        .put("MaxSessionDuration", role.longestSession.toSeconds());
        Reading.document(read, "AssumeRolePolicyDocument", role.trustPolicy);
        Reading.texts(read, "ManagedPolicyArns", role.attached.sequencedKeySet());
        var policies = read.putArray("Policies");
        role.policies.forEach((name, document) ->
                Reading.document(
                        policies.addObject().put("PolicyName", name), "PolicyDocument", document));
        return read;
    }
}
