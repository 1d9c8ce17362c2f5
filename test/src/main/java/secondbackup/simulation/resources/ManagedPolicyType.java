package secondbackup.simulation.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import secondbackup.simulation.cloudformation.Change;
import secondbackup.simulation.cloudformation.Made;
import secondbackup.simulation.cloudformation.Properties;
import secondbackup.simulation.cloudformation.ResourceType;
import secondbackup.simulation.cloudformation.Scene;
import secondbackup.simulation.cloudformation.Shape;
import secondbackup.simulation.iam.Policies;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.wire.AwsError;

/// `AWS::IAM::ManagedPolicy`, attached to roles. Users and groups are unknown here.
///
/// Source: AWS IAM API Reference, "CreatePolicy" (`EntityAlreadyExists`, `MalformedPolicyDocument`), "CreatePolicyVersion",
/// "DeletePolicy" (`DeleteConflict`), read 2026-11-27.
public final class ManagedPolicyType implements ResourceType {
    private static final int NAME_MOST = 128;

    private final Roles roles;

    public ManagedPolicyType(Roles roles) {
        this.roles = roles;
    }

    @Override
    public String name() {
        return "AWS::IAM::ManagedPolicy";
    }

    @Override
    public Shape shape() {
        return Shape.modelled("ManagedPolicyName", "Path", "PolicyDocument", "Roles")
                .recorded("Description")
                .required("PolicyDocument")
                .createOnly("Description", "ManagedPolicyName", "Path")
                .attributes("PolicyArn");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var name =
                wanted.has("ManagedPolicyName")
                        ? wanted.text("ManagedPolicyName")
                        : scene.generatedName(NAME_MOST);
        var arn = "arn:aws:iam::" + scene.account() + ":policy" + wanted.text("Path", "/") + name;
        scene.need(arn, "iam:CreatePolicy");
        if (roles.managed().find(scene.account(), arn).isPresent()) {
            throw new AwsError(
                    409,
                    "EntityAlreadyExists",
                    "A policy called "
                            + name
                            + " already exists. Duplicate names are not allowed.");
        }
        roles.managed().put(arn, checked(wanted));
        Undo.unless(
                () -> attach(arn, List.of(), wanted.texts("Roles"), scene),
                () -> delete(arn, wanted, scene));
        return made(arn);
    }

    private static Made made(String arn) {
        var attributes = new TreeMap<String, String>();
        attributes.put("PolicyArn", arn);
        return new Made(arn, attributes);
    }

    private static String checked(Properties wanted) {
        var document = wanted.document("PolicyDocument");
        try {
            Policies.check(document);
        } catch (IllegalArgumentException bad) {
            throw new AwsError(400, "MalformedPolicyDocument", String.valueOf(bad.getMessage()));
        }
        return document;
    }

    private void attach(String arn, List<String> before, List<String> after, Scene scene) {
        after.stream()
                .filter(role -> !before.contains(role))
                .forEach(role -> RolePolicies.attach(role, arn, scene));
        before.stream()
                .filter(role -> !after.contains(role) && has(role, arn, scene.account()))
                .forEach(role -> RolePolicies.detach(role, arn, scene));
    }

    private boolean has(String role, String arn, String account) {
        return roles.find(account, role).filter(one -> one.attached.containsKey(arn)).isPresent();
    }

    @Override
    public Made update(String arn, Change change, Scene scene) {
        if (change.of("PolicyDocument")) {
            scene.need(arn, "iam:CreatePolicyVersion");
            var document = checked(change.after());
            roles.managed().put(arn, document);
            roles.of(scene.account()).forEach(role -> role.attached.replace(arn, document));
        }
        attach(arn, change.before().texts("Roles"), change.after().texts("Roles"), scene);
        return made(arn);
    }

    @Override
    public void delete(String arn, Properties last, Scene scene) {
        if (roles.managed().find(scene.account(), arn).isEmpty()) {
            return;
        }
        attach(arn, last.texts("Roles"), List.of(), scene);
        scene.need(arn, "iam:DeletePolicy");
        if (roles.of(scene.account()).stream().anyMatch(role -> role.attached.containsKey(arn))) {
            throw new AwsError(
                    409, "DeleteConflict", "Cannot delete a policy attached to entities.");
        }
        roles.managed().remove(arn);
    }

    @Override
    public Optional<ObjectNode> read(String arn, Properties last, Scene scene) {
        var document = roles.managed().find(scene.account(), arn);
        return document.map(text -> read(arn, text, scene.account()));
    }

    private ObjectNode read(String arn, String document, String account) {
        var name = arn.substring(arn.lastIndexOf('/') + 1);
        var path =
                arn.substring(
                        arn.indexOf(":policy/") + ":policy".length(), arn.lastIndexOf('/') + 1);
        var read = Reading.begun().put("ManagedPolicyName", name).put("Path", path);
        Reading.document(read, "PolicyDocument", document);
        Reading.texts(
                read,
                "Roles",
                roles.of(account).stream()
                        .filter(role -> role.attached.containsKey(arn))
                        .map(role -> role.name)
                        .toList());
        return read;
    }
}
