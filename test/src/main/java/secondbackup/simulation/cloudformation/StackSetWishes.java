package secondbackup.simulation.cloudformation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import secondbackup.simulation.cloudformation.StackSet.AccountFilter;
import secondbackup.simulation.cloudformation.StackSet.Group;
import secondbackup.simulation.cloudformation.StackSet.Wish;
import secondbackup.simulation.wire.AwsError;

/// Reads what a StackSet's properties ask for, and its template too, so that one that is not understood is refused before
/// it reaches an account.
record StackSetWishes(Deployments deployments) {
    private static final int TEMPLATE_BYTES_MOST = 51_200;

    /// Fails: [BadTemplate]; `ValidationError`, `InsufficientCapabilitiesException`.
    Wish of(String name, Properties wanted) {
        var template = wanted.text("TemplateBody");
        if (template.getBytes(UTF_8).length > TEMPLATE_BYTES_MOST) {
            throw new AwsError(
                    400,
                    "ValidationError",
                    "1 validation error detected: Value at 'templateBody' failed to satisfy constraint:"
                            + " Member must have length less than or equal to "
                            + TEMPLATE_BYTES_MOST);
        }
        capable(deployments.read(name, template), wanted.texts("Capabilities"));
        var parameters = new TreeMap<String, String>();
        wanted.structures("Parameters")
                .forEach(each ->
                        parameters.put(each.text("ParameterKey"), each.text("ParameterValue")));
        var automatic = wanted.within("AutoDeployment");
        var preferences = wanted.within("OperationPreferences");
        return new Wish(
                template,
                parameters,
                wanted.structures("StackInstancesGroup").stream()
                        .map(group -> group(group, preferences.texts("RegionOrder")))
                        .toList(),
                automatic.flag("Enabled"),
                automatic.flag("RetainStacksOnAccountRemoval"),
                automatic.texts("DependsOn"),
                preferences.has("FailureToleranceCount")
                        ? Optional.of(preferences.number("FailureToleranceCount"))
                        : Optional.empty(),
                preferences.has("FailureTolerancePercentage")
                        ? preferences.number("FailureTolerancePercentage")
                        : 0);
    }

    private static Group group(Properties group, List<String> order) {
        var targets = group.within("DeploymentTargets");
        var filter = AccountFilter.valueOf(targets.text("AccountFilterType", "NONE"));
        var regions = new ArrayList<>(order);
        regions.retainAll(group.texts("Regions"));
        group.texts("Regions").stream()
                .filter(region -> !regions.contains(region))
                .forEach(regions::add);
        return new Group(
                targets.texts("OrganizationalUnitIds"), targets.texts("Accounts"), filter, regions);
    }

    /// Source: AWS CloudFormation API Reference, "CreateStackSet" (`Capabilities`), read 2026-11-27.
    private static void capable(Template template, List<String> capabilities) {
        for (var declared : template.resources().values()) {
            var named =
                    declared.properties().has("RoleName")
                            || declared.properties().has("ManagedPolicyName");
            var needed = named ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM";
            if (declared.type().startsWith("AWS::IAM::")
                    && !capabilities.contains(needed)
                    && !capabilities.contains("CAPABILITY_NAMED_IAM")) {
                throw new AwsError(
                        400,
                        "InsufficientCapabilitiesException",
                        "Requires capabilities : [" + needed + "]");
            }
        }
    }
}
