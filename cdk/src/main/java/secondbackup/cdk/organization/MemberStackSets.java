package secondbackup.cdk.organization;

import java.util.List;
import java.util.Map;
import secondbackup.cdk.parts.Parts;
import secondbackup.inventory.Region;
import software.amazon.awscdk.CfnStackSet;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;

/// Both StackSets: service-managed, so that accounts of the target units get their stacks as they join, and the roles
/// before what takes them.
///
/// The second names the first in what it waits for, so CloudFormation makes it after the first, too.
///
/// An account that is excluded stays so as long as the filter of the last deployment holds; AWS does not promise that
/// for an account that joins a target unit later. So a vault account is best kept outside the target units; where it
/// cannot be, its roster shows what does not belong there.
///
/// An account that moves between two target units keeps its old stacks' resources and cannot get the roles a second
/// time, for their names are taken: one common unit, or the root, as target spares that.
///
/// Source: AWS CloudFormation User Guide, "Enable or disable automatic deployments for StackSets in AWS Organizations",
/// "Account level targets for service-managed StackSets" and "StackSets" (concurrency, failure tolerance); Template
/// Reference, `AWS::CloudFormation::StackSet` (`Ref` is the StackSet's id; `AutoDeployment.DependsOn` takes ARNs;
/// `TemplateBody` of at most 51,200 bytes), read 2026-11-27.
final class MemberStackSets {
    static final String ROLES = "second-backup-member-roles";
    static final String BACKUP = "second-backup-member-backup";

    private static final int ALL_PERCENT = 100;

    private final Stack stack;
    private final Parts parts;
    private final List<String> spared;

    /// @param spared accounts that get no member templates
    MemberStackSets(Stack stack, Parts parts, List<String> spared) {
        this.stack = stack;
        this.parts = parts;
        this.spared = spared;
    }

    void add(String rolesBody, String backupBody) {
        var estate = parts.estate();
        var roles =
                set("MemberRoles", ROLES, List.of(estate.homeRegion()))
                        .description("Roles of the second backup, once in every account")
                        .templateBody(rolesBody)
                        .capabilities(List.of("CAPABILITY_NAMED_IAM"))
                        .autoDeployment(automatic().build())
                        .build();
        var arn =
                Fn.sub(
                        "arn:${AWS::Partition}:cloudformation:${AWS::Region}:${AWS::AccountId}:stackset/${Roles}",
                        Map.of("Roles", roles.getRef()));
        set("MemberBackup", BACKUP, estate.sourceRegions())
                .description("Key, vaults and backup plans, in every source Region")
                .templateBody(backupBody)
                .autoDeployment(automatic().dependsOn(List.of(arn)).build())
                .build();
    }

    private CfnStackSet.Builder set(String id, String name, List<Region> regions) {
        return CfnStackSet.Builder.create(stack, id)
                .stackSetName(name)
                .permissionModel("SERVICE_MANAGED")
                .callAs("SELF")
                .managedExecution(Map.of("Active", true))
                .operationPreferences(
                        CfnStackSet.OperationPreferencesProperty.builder()
                                .failureTolerancePercentage(ALL_PERCENT)
                                .maxConcurrentPercentage(ALL_PERCENT)
                                .regionConcurrencyType("PARALLEL")
                                .build())
                .stackInstancesGroup(
                        List.of(
                                CfnStackSet.StackInstancesProperty.builder()
                                        .regions(regions.stream().map(Region::value).toList())
                                        .deploymentTargets(
                                                CfnStackSet.DeploymentTargetsProperty.builder()
                                                        .organizationalUnitIds(
                                                                parts.deployment().units())
                                                        .accountFilterType("DIFFERENCE")
                                                        .accounts(spared)
                                                        .build())
                                        .build()))
                .tags(
                        parts.deployment().tags().entrySet().stream()
                                .map(tag ->
                                        CfnTag.builder()
                                                .key(tag.getKey())
                                                .value(tag.getValue())
                                                .build())
                                .toList());
    }

    private static CfnStackSet.AutoDeploymentProperty.Builder automatic() {
        return CfnStackSet.AutoDeploymentProperty.builder()
                .enabled(true)
                .retainStacksOnAccountRemoval(true);
    }
}
