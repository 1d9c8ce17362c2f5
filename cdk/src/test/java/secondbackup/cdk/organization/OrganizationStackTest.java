package secondbackup.cdk.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.cdk.Estates;
import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

final class OrganizationStackTest {
    /// Source: AWS Organizations User Guide, "Quotas and service limits", read 2026-11-27.
    private static final int CONTROL_POLICY_MAX = 5_120;

    private static final String STACK_SET = "AWS::CloudFormation::StackSet";
    private static final String ROLES = "{\"Resources\":{\"Roles\":{\"Type\":\"AWS::IAM::Role\"}}}";
    private static final String BACKUP = "{\"Resources\":{\"Vault\":{\"Type\":\"AWS::KMS::Key\"}}}";
    private static final Template TEMPLATE = template(Estates.example());

    private static Template template(Parts parts) {
        return Template.fromStack(new OrganizationStack(new App(), parts, ROLES, BACKUP));
    }

    @Test
    void putsRolesIntoOneRegionAndTheRestIntoEverySourceRegion() {
        TEMPLATE.hasResourceProperties(STACK_SET, set(ROLES, List.of("eu-central-1")));
        TEMPLATE.hasResourceProperties(STACK_SET, set(BACKUP, List.of("eu-north-1", "eu-west-1")));
        TEMPLATE.resourceCountIs(STACK_SET, 2);
    }

    private static Map<String, Object> set(String body, List<String> regions) {
        return Map.of(
                "TemplateBody",
                body,
                "StackInstancesGroup",
                List.of(Match.objectLike(Map.of("Regions", regions))));
    }

    @Test
    void sparesTheVaultAccountAndWhatIsExcluded() {
        var parts =
                Estates.changed(
                        "\"exclude\": []",
                        "\"exclude\": [{\"account\": \"444444444404\", \"owner\": \"data science\", \"reason\":"
                                + " \"synthetic data\", \"until\": \"2027-06-30\"}]");
        var template = template(parts);

        for (var set : List.of("MemberRoles", "MemberBackup")) {
            var targets =
                    Estates.resource(template, set)
                            .at("/Properties/StackInstancesGroup/0/DeploymentTargets");
            assertThat(targets.path("OrganizationalUnitIds").toString()).isEqualTo("[\"r-root\"]");
            assertThat(targets.path("AccountFilterType").asText()).isEqualTo("DIFFERENCE");
            assertThat(targets.path("Accounts").toString())
                    .isEqualTo("[\"333333333333\",\"444444444404\"]");
        }
    }

    @Test
    void deploysByItselfGoesOnPastFailuresAndLeavesWhatIsThere() {
        TEMPLATE.allResourcesProperties(
                STACK_SET,
                Map.of(
                        "PermissionModel",
                        "SERVICE_MANAGED",
                        "CallAs",
                        "SELF",
                        "Parameters",
                        Match.absent(),
                        "AutoDeployment",
                        Match.objectLike(
                                Map.of("Enabled", true, "RetainStacksOnAccountRemoval", true)),
                        "OperationPreferences",
                        Match.objectLike(Map.of("FailureTolerancePercentage", 100))));
    }

    /// CloudFormation makes what a `Ref` names before what names it.
    @Test
    void rolesComeFirstOnTheFirstDayAndWithEveryNewAccount() {
        var backup = Estates.resource(TEMPLATE, "MemberBackup");

        assertThat(backup.at("/Properties/AutoDeployment/DependsOn").toString())
                .contains(":stackset/${Roles}", "{\"Ref\":\"MemberRoles\"}");
    }

    @Test
    void tagsWhatTheStackSetsMake() {
        TEMPLATE.allResourcesProperties(
                STACK_SET,
                Map.of("Tags", List.of(Map.of("Key", "project", "Value", "second-backup"))));
    }

    @Test
    void attachesOnePolicyToTheVaultAccountItselfAndOneToTheTargetUnits() {
        TEMPLATE.hasResourceProperties(
                "AWS::Organizations::Policy",
                Map.of(
                        "Name",
                        "second-backup-vault-account",
                        "Type",
                        "SERVICE_CONTROL_POLICY",
                        "TargetIds",
                        List.of("333333333333")));
        TEMPLATE.hasResourceProperties(
                "AWS::Organizations::Policy",
                Map.of(
                        "Name",
                        "second-backup-member-units",
                        "Type",
                        "SERVICE_CONTROL_POLICY",
                        "TargetIds",
                        List.of("r-root")));
        TEMPLATE.resourceCountIs("AWS::Organizations::Policy", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vault-account", "member-units"})
    void keepsEachPolicyWithinWhatOrganizationsTakes(String name) throws JsonProcessingException {
        var policy = Estates.example().document("organization/" + name + ".json");
        var text = new ObjectMapper().writeValueAsString(policy);

        assertThat(text).hasSizeLessThan(CONTROL_POLICY_MAX).doesNotContain("${v", "${b", "${r");
    }

    /// Without a receiving vault no copy leaves the vault; the condition must still name something.
    @Test
    void withoutARecoveryAccountNothingIsLetOut() {
        var files = Estates.files();
        files.computeIfPresent(
                "estate.json",
                (_, text) -> text.replaceFirst("(?s) {2}\"recovery\": \\{.*?\\},\n", ""));
        var document = Parts.of(files).document("organization/vault-account.json");

        assertThat(document.toString())
                .contains("backup:CopyTargets=arn:aws:backup:none:000000000000:backup-vault:none");
    }

    @Test
    void letsTheControlAccountListTheOrganization() {
        var content = Estates.resource(TEMPLATE, "Delegation").at("/Properties/Content");
        var statement = Estates.statement(content, "TheControlAccountLists");

        assertThat(statement.at("/Principal/AWS").asText())
                .isEqualTo("arn:aws:iam::222222222222:root");
    }
}
