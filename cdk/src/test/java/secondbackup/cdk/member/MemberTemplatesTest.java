package secondbackup.cdk.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a StackSet takes, and what a linter does not see.
class MemberTemplatesTest {
    static List<JsonNode> both() {
        return List.of(MemberSample.ROLES, MemberSample.BACKUP);
    }

    @ParameterizedTest
    @MethodSource("both")
    void needsNothingThatAnAccountMustHaveBefore(JsonNode template) {
        assertThat(template.has("Parameters")).isFalse();
        assertThat(template.has("Rules")).isFalse();
        assertThat(template.has("Outputs")).isFalse();
        assertThat(template.toString())
                .doesNotContain(
                        "cdk-hnb659fds", "Fn::ImportValue", "AssetParameters", "CDKMetadata");
    }

    @Test
    void fitsIntoAStackSet() {
        var templates = MemberSample.TEMPLATES;
        System.out.println(
                "member templates: roles "
                        + templates.roles().length()
                        + ", backup "
                        + templates.backup().length()
                        + " characters");
        assertThat(templates.roles().length()).isLessThan(MemberTemplates.BODY_MAX / 2);
        assertThat(templates.backup().length()).isLessThan(MemberTemplates.BODY_MAX / 2);
    }

    @Test
    void comesOutTheSameEveryTime() {
        assertThat(MemberSample.templates(MemberSample.files())).isEqualTo(MemberSample.TEMPLATES);
    }

    @Test
    void keepsIamOutOfTheTemplateOfEveryRegion() {
        assertThat(MemberSample.BACKUP.toString()).doesNotContain("AWS::IAM::");
        assertThat(MemberSample.resources(MemberSample.ROLES, "AWS::IAM::Role"))
                .extracting(role -> role.at("/Properties/RoleName").asText())
                .containsExactlyInAnyOrder(
                        "AWSBackup-second-backup",
                        "second-backup-member-copy",
                        "second-backup-member-events",
                        "second-backup-member-survey");
    }

    @Test
    void givesEachRoleTheRightsOfItsFile() {
        var survey = role("second-backup-member-survey");
        assertThat(survey.at("/Properties/AssumeRolePolicyDocument").toString())
                .contains("arn:aws:iam::222222222222:root", "o-exampleorgid")
                .doesNotContain("${control", "${organization");
        assertThat(survey.at("/Properties/Policies/0/PolicyDocument").toString())
                .contains(
                        "{\"Fn::Join\":[\"\",[\"arn:aws:iam::\",{\"Ref\":\"AWS::AccountId\"},\":role/AWSBackup-second-backup\"]]}");
        for (var role : MemberSample.resources(MemberSample.ROLES, "AWS::IAM::Role")) {
            assertThat(role.at("/Properties/Policies")).hasSize(1);
            assertThat(role.path("Properties").has("ManagedPolicyArns")).isFalse();
        }
    }

    @Test
    void namesEveryVaultOfTheEstate() {
        var files = MemberSample.files();
        var second = "arn:aws:backup:eu-south-1:999999999999:backup-vault:other";
        files.compute("estate.json", (_, text) -> withVault(text == null ? "" : text, second));
        var templates = MemberSample.templates(files);
        assertThat(templates.roles()).contains(second);
        assertThat(MemberSample.json(templates.backup()).toString())
                .contains("arn:aws:iam::333333333333:root", "arn:aws:iam::999999999999:root");
    }

    private static String withVault(String estate, String arn) {
        var json = MemberSample.json(estate);
        var vaults = (ArrayNode) json.path("vaults");
        var copy = (ObjectNode) vaults.get(0).deepCopy();
        vaults.add(copy.put("arn", arn));
        return json.toString();
    }

    private static JsonNode role(String name) {
        return MemberSample.resources(MemberSample.ROLES, "AWS::IAM::Role").stream()
                .filter(role -> role.at("/Properties/RoleName").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
