package secondbackup.cdk.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.cdk.Estates;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.iam.PolicyStatement;

final class PartsTest {
    private static Parts with(String document) {
        var files = Estates.files();
        files.put(
                "recovery/one.json",
                "{\"why\": \"a test\", \"policy\": {\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\":"
                        + " \"One\", \"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", \"Resource\": "
                        + document
                        + "}]}}");
        return Parts.of(files);
    }

    private static String resource(String document) {
        var filled = with(document).document("recovery/one.json");
        return new ObjectMapper().valueToTree(filled).at("/Statement/0/Resource").toString();
    }

    @Test
    void fillsInTheEstatesNames() {
        assertThat(resource("\"arn:aws:s3:::${reportBucket}/*\""))
                .isEqualTo("\"arn:aws:s3:::second-backup-reports-222222222222/*\"");
    }

    @Test
    void aNameOfSeveralThingsStandsOnceForEach() {
        var parts = Estates.twoVaults();

        assertThat(parts.document("organization/member-units.json").toString())
                .contains("backup-vault:second-backup,", "backup-vault:second-backup-b,");
    }

    @Test
    void aNameOfNothingStandsNowhere() {
        assertThat(resource("[\"${otherVaults}\", \"*\"]")).isEqualTo("[\"*\"]");
    }

    @Test
    void variablesOfIamAreLeftToIam() {
        assertThat(resource("\"arn:aws:s3:::x/${aws:PrincipalAccount}\""))
                .isEqualTo("\"arn:aws:s3:::x/${aws:PrincipalAccount}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${vaultArns}", "x/${nothing}/y"})
    void refusesNamesThatNobodyKnows(String text) {
        assertThatThrownBy(() -> resource("\"" + text + "\""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(text, "expected one of the names", "vaultArn");
    }

    @Test
    void makesARoleOfItsFileAndOfNothingElse() {
        var stack = new Stack(new App(), "One");
        var role = Estates.example().role(stack, "list.json");
        role.addToPrincipalPolicy(
                PolicyStatement.Builder.create()
                        .actions(List.of("s3:*"))
                        .resources(List.of("*"))
                        .build());
        var template = Template.fromStack(stack);

        template.resourceCountIs("AWS::IAM::Policy", 0);
        template.hasResourceProperties(
                "AWS::IAM::Role",
                Map.of(
                        "RoleName",
                        "second-backup-list",
                        "Description",
                        Match.stringLikeRegexp("List: begins a sweep"),
                        "Policies",
                        Match.arrayWith(
                                List.of(Match.objectLike(Map.of("PolicyName", "rights"))))));
        assertThat(template.toJSON().toString()).doesNotContain("s3:*", "ManagedPolicyArns");
    }

    @Test
    void namesTheAccountThatTheStackStandsIn() {
        var stack = new Stack(new App(), "One");
        Estates.example().role(stack, "copy-starter.json");

        assertThat(Template.fromStack(stack).toJSON().toString())
                .contains("{Ref=AWS::AccountId}, :role/AWSBackup-second-backup");
    }
}
