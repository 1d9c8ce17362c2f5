package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.backup.CopyStory.KEEPER;
import static secondbackup.simulation.backup.CopyStory.MEMBER;
import static secondbackup.simulation.backup.CopyStory.OSAKA;
import static secondbackup.simulation.backup.CopyStory.TOKYO;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.organizations.Organization;

final class CopyRightsTest {
    private final CopyStory story = CopyStory.likely();

    @Test
    void refusesAnAccountOutsideTheOrganization() {
        story.organization.accounts.remove(KEEPER);

        fails(
                "ACCESS_DENIED",
                "Copy job failed. Both source and destination account must be a member of the same"
                        + " organization.");
    }

    @Test
    void refusesOtherAccountsWhileTheOrganizationHasCrossAccountBackupOff() {
        story.settings.crossAccountBackup = false;

        fails(
                "FEATURE_NOT_ENABLED",
                "Copy job failed. Cross-account copy feature is not enabled for the current"
                        + " organization.");
    }

    @Test
    void refusesAnAccountThatIsSuspended() {
        story.organization.account(KEEPER).orElseThrow().state =
                Organization.AccountState.SUSPENDED;

        fails("ACCESS_DENIED", "Access Denied trying to call AWS Backup service");
    }

    @Test
    void refusesARegionThatTheAccountHasNotEnabled() {
        var milan = story.key(KEEPER, "eu-south-1", "milan", MEMBER);
        var vault = story.vault(KEEPER, "eu-south-1", "milan", milan.arn());
        vault.accessPolicy = story.target.accessPolicy;
        assertThat(into(vault).messageCategory).isEqualTo("ACCESS_DENIED");

        story.organization.account(KEEPER).orElseThrow().enabledRegions.add("eu-south-1");
        assertThat(into(vault).state).isEqualTo("COMPLETED");
    }

    @Test
    void copiesWithinTheAccountWhateverTheOrganizationSays() {
        story.settings.crossAccountBackup = false;
        story.organization.accounts.remove(KEEPER);

        assertThat(within().state).isEqualTo("COMPLETED");
    }

    @Test
    void refusesARoleThatDoesNotExist() {
        story.roles.remove(MEMBER, "AWSBackupCopy");

        fails("ACCESS_DENIED", "IAM Role " + story.role() + " cannot be assumed by AWS Backup");
    }

    @Test
    void refusesARoleThatTrustsAnotherService() {
        var role = story.roles.find(MEMBER, "AWSBackupCopy").orElseThrow();
        role.trustPolicy = role.trustPolicy.replace("backup.amazonaws", "lambda.amazonaws");

        fails("ACCESS_DENIED", "IAM Role " + story.role() + " cannot be assumed by AWS Backup");
    }

    @Test
    void refusesAReceiverWithoutServiceLinkedRole() {
        story.roles.remove(KEEPER, "AWSServiceRoleForBackup");

        assertThat(failed().message)
                .contains("AWSServiceRoleForBackup", "cannot be assumed by AWS Backup");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backup:CopyFromBackupVault",
                "rds:CopyDBClusterSnapshot",
                "rds:ModifyDBClusterSnapshotAttribute"
            })
    void refusesARoleThatLacksARight(String action) {
        without(action);

        var job = failed();
        assertThat(job.messageCategory).isEqualTo("ACCESS_DENIED");
        assertThat(job.message).contains("not authorized to perform: " + action);
    }

    @Test
    void refusesARoleThatMayNotCopyIntoTheVault() {
        without("backup:CopyIntoBackupVault");

        fails("ACCESS_DENIED", "Access Denied trying to call AWS Backup service");
    }

    @Test
    void sharesNothingWithinTheAccount() {
        without("rds:ModifyDBClusterSnapshotAttribute");

        assertThat(within().state).isEqualTo("COMPLETED");
    }

    @Test
    void refusesAVaultOfAnotherAccountWithoutPolicy() {
        story.target.accessPolicy = "";

        fails("ACCESS_DENIED", "Access Denied trying to call AWS Backup service");
    }

    @Test
    void refusesAVaultWhosePolicyAdmitsSomebodyElse() {
        story.target.accessPolicy =
                story.target.accessPolicy.replace("o-exampleorgid", "o-otherorgid");

        fails("ACCESS_DENIED", "Access Denied trying to call AWS Backup service");
    }

    @Test
    void admitsTheAccountByItsRoot() {
        story.target.accessPolicy =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                 "Principal":{"AWS":"arn:aws:iam::111111111111:root"},
                 "Action":"backup:CopyIntoBackupVault","Resource":"*"}]}
                """;

        assertThat(copied().state).isEqualTo("COMPLETED");
    }

    @Test
    void needsNoVaultPolicyWithinTheAccount() {
        assertThat(within().state).isEqualTo("COMPLETED");
    }

    @Test
    void obeysAVaultPolicyThatDeniesWithinTheAccount() {
        var near = near();
        near.accessPolicy =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*",
                 "Action":"backup:CopyIntoBackupVault","Resource":"*"}]}
                """;

        assertThat(into(near).message).isEqualTo("Access Denied trying to call AWS Backup service");
    }

    @Test
    void obeysASourceVaultThatLetsNothingOutButToKnownVaults() {
        story.source.accessPolicy = onlyTo("arn:aws:backup:*:999999999999:backup-vault:second");
        assertThat(copied().state).isEqualTo("COMPLETED");

        story.source.accessPolicy = onlyTo("arn:aws:backup:*:999999999999:backup-vault:third");
        assertThat(failed().message).contains("backup:CopyFromBackupVault");
    }

    @Test
    void obeysAServiceControlPolicyOnTargets() {
        var policy = onlyTo("arn:aws:backup:*:222222222222:*").replace("\"Principal\":\"*\",", "");
        story.organization.policies.put(MEMBER, List.of(Organization.FULL_ACCESS, policy));

        assertThat(failed().message).contains("backup:CopyFromBackupVault");
    }

    @Test
    void obeysAServiceControlPolicyOnTheTagsOfTargets() {
        var policy =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Deny",
                 "Action":"backup:CopyIntoBackupVault","Resource":"*","Condition":
                 {"Null":{"aws:ResourceTag/DestinationBackupVault":"true"}}}]}
                """;
        story.organization.policies.put(MEMBER, List.of(Organization.FULL_ACCESS, policy));
        assertThat(failed().messageCategory).isEqualTo("ACCESS_DENIED");

        story.target.tags.put("DestinationBackupVault", "yes");
        assertThat(copied().state).isEqualTo("COMPLETED");
    }

    @Test
    void obeysAServiceControlPolicyOnTheUnitsOfTargets() {
        var policy =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Deny",
                 "Action":"backup:CopyFromBackupVault","Resource":"*","Condition":
                 {"ForAllValues:StringNotLike":{"backup:CopyTargetOrgPaths":["%s*"]}}}]}
                """;
        var root = policy.formatted("o-exampleorgid/r-root/");
        story.organization.policies.put(MEMBER, List.of(Organization.FULL_ACCESS, root));
        assertThat(copied().state).isEqualTo("COMPLETED");

        var unit = policy.formatted("o-exampleorgid/r-root/ou-vaults/");
        story.organization.policies.put(MEMBER, List.of(Organization.FULL_ACCESS, unit));
        assertThat(failed().message).contains("backup:CopyFromBackupVault");
    }

    @Test
    void refusesAMultiAzCluster() {
        var point = story.point("orders");
        var multiAz =
                new Vaults.RecoveryPoint(
                        point.arn,
                        point.resourceArn,
                        "RDS",
                        point.createdAt,
                        point.roleArn,
                        point.keyArn,
                        true,
                        "COMPLETED");
        multiAz.snapshotArn = point.snapshotArn;
        story.source.points.put(point.arn, multiAz);
        var job = story.copy(multiAz);
        story.days(1);

        assertThat(job.messageCategory).isEqualTo("UNSUPPORTED_OPERATION");
        assertThat(job.message)
                .isEqualTo(
                        "Copy job from "
                                + TOKYO
                                + " to "
                                + OSAKA
                                + " cannot be initiated for RDS resources. Feature is not supported"
                                + " for provided resource type.");
    }

    @Test
    void failsWhenThePointGoesBeforeTheCopyBegins() {
        var point = story.point("orders");
        var job = story.copy(point);
        story.source.points.remove(point.arn);
        story.days(1);

        assertThat(job.messageCategory).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(job.message).isEqualTo("Cannot find recovery point.");
    }

    private static String onlyTo(String vaults) {
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*",
         "Action":"backup:CopyFromBackupVault","Resource":"*",
         "Condition":{"ForAllValues:ArnNotLike":{"backup:CopyTargets":["%s"]}}}]}
        """
                .formatted(vaults);
    }

    private void without(String action) {
        var role = story.roles.find(MEMBER, "AWSBackupCopy").orElseThrow();
        role.policies.compute("copy", (_, policy) -> policy.replace(action, "backup:ListTags"));
    }

    private Vault near() {
        return story.vault(MEMBER, OSAKA, "near", story.key(MEMBER, OSAKA, "near").arn());
    }

    private CopyJob within() {
        return into(near());
    }

    private CopyJob into(Vault vault) {
        var request = story.request(story.point("orders"));
        var job = story.start(request.destinationBackupVaultArn(vault.arn()));
        story.days(1);
        return job;
    }

    private CopyJob copied() {
        var job = story.copy(story.point("orders"));
        story.days(1);
        return job;
    }

    private CopyJob failed() {
        var job = copied();
        assertThat(job.state).isEqualTo("FAILED");
        assertThat(job.startedAt).isNull();
        assertThat(job.completedAt).isNotNull();
        assertThat(job.targetPointArn).isEmpty();
        return job;
    }

    private void fails(String category, String message) {
        var job = failed();
        assertThat(job.messageCategory).isEqualTo(category);
        assertThat(job.message).isEqualTo(message);
        assertThat(story.target.points).isEmpty();
    }
}
