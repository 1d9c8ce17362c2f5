package secondbackup.simulation.cloudformation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import secondbackup.simulation.wire.AwsError;

/// `AWS::CloudFormation::StackSet`, service-managed by the management account, its template within its parent's. Others
/// are refused here.
///
/// Source: AWS CloudFormation Template Reference, "AWS::CloudFormation::StackSet"; API model, CreateStackSet; User Guide,
/// "Understand CloudFormation quotas" (51,200 bytes of template in a request); read 2026-11-27.
public final class StackSetType implements ResourceType {
    private final StackSets sets;
    private final StackSetWishes wishes;

    public StackSetType(StackSets sets) {
        this.sets = sets;
        this.wishes = new StackSetWishes(sets.deployments());
    }

    @Override
    public String name() {
        return "AWS::CloudFormation::StackSet";
    }

    @Override
    public Shape shape() {
        return Shape.modelled(
                        "AutoDeployment",
                        "OperationPreferences",
                        "Parameters",
                        "PermissionModel",
                        "StackInstancesGroup",
                        "StackSetName",
                        "TemplateBody")
                .recorded("CallAs", "Capabilities", "Description", "ManagedExecution", "Tags")
                .required("PermissionModel", "StackSetName", "TemplateBody")
                .createOnly("PermissionModel", "StackSetName")
                .within("AutoDeployment", "DependsOn", "Enabled", "RetainStacksOnAccountRemoval")
                .within("ManagedExecution", "Active")
                .within(
                        "OperationPreferences",
                        "ConcurrencyMode",
                        "FailureToleranceCount",
                        "FailureTolerancePercentage",
                        "MaxConcurrentCount",
                        "MaxConcurrentPercentage",
                        "RegionConcurrencyType",
                        "RegionOrder")
                .within("Parameters", "ParameterKey", "ParameterValue")
                .within("StackInstancesGroup", "DeploymentTargets", "Regions")
                .within(
                        "StackInstancesGroup.DeploymentTargets",
                        "AccountFilterType",
                        "Accounts",
                        "OrganizationalUnitIds")
                .within("Tags", "Key", "Value")
                .attributes("StackSetId");
    }

    @Override
    public Made create(Properties wanted, Scene scene) {
        var name = wanted.text("StackSetName");
        allow(name, scene, "CreateStackSet", "CreateStackInstances");
        refuse(wanted, scene);
        if (sets.find(name).isPresent()) {
            throw refused("NameAlreadyExistsException", "StackSet " + name + " already exists");
        }
        var set = sets.add(name, scene.region(), wishes.of(name, wanted));
        var failed = sets.apply(set);
        if (!failed.isEmpty()) {
            var left = sets.remove(set);
            throw refused("OperationFailed", failed + (left.isEmpty() ? "" : "; " + left));
        }
        return made(set);
    }

    private static Made made(StackSet set) {
        return Made.of(set.id, Map.of("StackSetId", set.id));
    }

    private static void allow(String name, Scene scene, String... actions) {
        for (var action : actions) {
            scene.need(
                    scene.arn("cloudformation", "stackset/" + name + ":*"),
                    "cloudformation:" + action);
        }
    }

    private void refuse(Properties wanted, Scene scene) {
        var organization = sets.organization();
        if (!wanted.text("PermissionModel").equals("SERVICE_MANAGED")
                || !wanted.text("CallAs", "SELF").equals("SELF")) {
            throw new IllegalArgumentException(
                    "only service-managed StackSets that the management account calls are simulated");
        }
        if (!scene.account().equals(organization.managementAccount)) {
            throw refused(
                    "ValidationError",
                    "You must be the management account or a delegated administrator of the"
                            + " organization before operating a SERVICE_MANAGED stack set");
        }
        if (!organization.stackSetsTrusted) {
            throw refused(
                    "ValidationError",
                    "You must enable organizations access to operate a service managed stack set");
        }
    }

    @Override
    public Made update(String id, Change change, Scene scene) {
        var set = find(id);
        allow(set.name, scene, "UpdateStackSet", "CreateStackInstances", "DeleteStackInstances");
        set.wish = wishes.of(set.name, change.after());
        var failed = sets.apply(set);
        if (!failed.isEmpty()) {
            throw refused("OperationFailed", failed);
        }
        return made(set);
    }

    private StackSet find(String id) {
        return sets.byId(id)
                .orElseThrow(() ->
                        refused("StackSetNotFoundException", "StackSet " + id + " not found"));
    }

    @Override
    public void delete(String id, Properties last, Scene scene) {
        var set = sets.byId(id);
        if (set.isEmpty()) {
            return;
        }
        allow(set.get().name, scene, "DeleteStackInstances", "DeleteStackSet");
        var left = sets.remove(set.get());
        if (!left.isEmpty()) {
            throw refused("StackSetNotEmptyException", left);
        }
    }

    /// How it is deployed cannot be changed behind CloudFormation's back here; whether it is there can.
    @Override
    public Optional<ObjectNode> read(String id, Properties last, Scene scene) {
        return sets.byId(id).map(set -> read(set, last));
    }

    private static ObjectNode read(StackSet set, Properties last) {
        var read = JsonNodeFactory.instance.objectNode();
        read.setAll(last.all().deepCopy());
        read.set(
                "TemplateBody",
                last.node("TemplateBody").isTextual()
                        ? JsonNodeFactory.instance.textNode(set.wish.template())
                        : last.node("TemplateBody"));
        return read;
    }

    private static AwsError refused(String code, String words) {
        return new AwsError(400, code, words);
    }
}
