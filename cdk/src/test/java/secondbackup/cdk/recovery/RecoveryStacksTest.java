package secondbackup.cdk.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import secondbackup.cdk.Estates;
import secondbackup.cdk.parts.Parts;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

final class RecoveryStacksTest {
    private static Template template(String stack) {
        var app = new App();
        RecoveryStacks.add(app, Estates.example());
        return Template.fromStack((Stack) app.getNode().findChild(stack));
    }

    @Test
    void receivingVaultIsInTheRecoveryAccountAndTakesFromTheVaultAccountOnly() {
        var vault = Estates.resource(template("SecondBackupRecovery"), "Vault").path("Properties");
        var admitted =
                Estates.statement(vault.path("AccessPolicy"), "OnlyTheRoleThatCopiesOutOfTheVault");

        assertThat(vault.path("BackupVaultName").asText()).isEqualTo("second-backup-recovery");
        assertThat(vault.has("LockConfiguration")).isFalse();
        assertThat(vault.at("/AccessPolicy/Statement")).hasSize(1);
        assertThat(admitted.at("/Condition/ArnEquals/aws:PrincipalArn").toString())
                .isEqualTo("[\"arn:aws:iam::333333333333:role/AWSBackup-second-backup-recovery\"]");
    }

    @Test
    void onlyNamedPeopleWithMfaTakeTheRecoveryRole() {
        var template = template("SecondBackupRecoveryVaultSide");
        var trust =
                Estates.resource(template, "RecoveryRole")
                        .at("/Properties/AssumeRolePolicyDocument");
        var condition =
                Estates.statement(trust, "OnlyThePeopleOfTheEstateWithMfaOfThisHour")
                        .path("Condition");

        assertThat(trust.path("Statement")).hasSize(1);
        assertThat(condition.at("/ArnEquals/aws:PrincipalArn").toString())
                .isEqualTo(
                        "[\"arn:aws:iam::333333333333:user/recovery/first.person\","
                                + "\"arn:aws:iam::333333333333:user/recovery/second.person\"]");
        assertThat(condition.at("/Bool/aws:MultiFactorAuthPresent").asText()).isEqualTo("true");
    }

    @Test
    void whatAwsBackupIsHandedCopiesIntoTheReceivingVaultOnly() {
        var template = template("SecondBackupRecoveryVaultSide");

        template.resourceCountIs("AWS::IAM::Role", 2);
        assertThat(template.toJSON().toString())
                .contains(
                        "backup:CopyTargets=arn:aws:backup:eu-central-1:666666666666:backup-vault:second-backup-recovery");
    }

    @Test
    void nothingIsAddedWithoutARecoveryAccount() {
        var files = Estates.files();
        files.computeIfPresent(
                "estate.json",
                (_, text) -> text.replaceFirst("(?s) {2}\"recovery\": \\{.*?\\},\n", ""));
        var app = new App();
        RecoveryStacks.add(app, Parts.of(files));

        assertThat(app.getNode().getChildren()).isEmpty();
    }

    @Test
    void twoVaultsOfOneAccountHaveOneRecoveryRole() {
        var app = new App();
        RecoveryStacks.add(app, Estates.twoVaults());

        assertThat(app.getNode().getChildren())
                .extracting(child -> child.getNode().getId())
                .containsExactlyInAnyOrder("SecondBackupRecovery", "SecondBackupRecoveryVaultSide");
    }
}
