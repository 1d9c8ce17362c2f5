package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.backup.CopyStory.KEEPER;
import static secondbackup.simulation.backup.CopyStory.MEMBER;
import static secondbackup.simulation.backup.CopyStory.OSAKA;
import static secondbackup.simulation.backup.CopyStory.TOKYO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.rds.Clusters.Encryption;

final class CopyKeysTest {
    private static final String DEFAULT_KEY =
            "Copy job failed because the destination Backup vault is encrypted with the default Backup"
                    + " service managed key. The contents of this vault cannot be copied. Only the"
                    + " contents of a Backup vault encrypted by an AWS KMS key may be copied.";
    private static final String CLOSED_KEY =
            "KMS key is either disabled or pending deletion or access to KMS key is denied";
    private static final String MANAGED_KEY =
            "Snapshots encrypted with the AWS managed key can't be shared. Specify another snapshot.";

    private CopyStory story = CopyStory.likely();

    @Test
    void refusesTheManagedKeyForAnotherAccount() {
        var key = story.managedKey(MEMBER, TOKYO, "aws/rds");

        var job = copy(Encryption.SSE_KMS, key.arn(), story.target);

        told(job, "ACCESS_DENIED", MANAGED_KEY);
    }

    @Test
    void changesTheManagedKeyForTheVaultsWithinTheAccount() {
        var key = story.managedKey(MEMBER, TOKYO, "aws/rds");
        var rekeyed = near(TOKYO);

        assertThat(copy(Encryption.SSE_KMS, key.arn(), rekeyed).state).isEqualTo("COMPLETED");
        assertThat(story.only(rekeyed).keyArn).isEqualTo(rekeyed.keyArn);
        assertThat(story.snapshot(story.only(rekeyed)).keyArn).isEqualTo(rekeyed.keyArn);
    }

    @Test
    void keepsTheManagedKeyWithinTheRegionWhereCopiesDoNotRekey() {
        story = new CopyStory(Worlds.with("rekeyInRegion", false));
        var key = story.managedKey(MEMBER, TOKYO, "aws/rds");
        var kept = near(TOKYO);
        var abroad = near(OSAKA);

        assertThat(copy(Encryption.SSE_KMS, key.arn(), kept).state).isEqualTo("COMPLETED");
        assertThat(story.only(kept).keyArn).isEqualTo(key.arn());
        assertThat(copy(Encryption.SSE_KMS, key.arn(), abroad).state).isEqualTo("COMPLETED");
        assertThat(story.only(abroad).keyArn).isEqualTo(abroad.keyArn);
    }

    @Test
    void refusesASourceKeyThatDoesNotAdmitTheReceiver() {
        var key = story.key(MEMBER, TOKYO, "private");

        told(copy(Encryption.SSE_KMS, key.arn(), story.target), "RESOURCE_NOT_FOUND", source(key));
    }

    @Test
    void copiesWithinTheAccountUnderAKeyThatAdmitsNobodyElse() {
        var key = story.key(MEMBER, TOKYO, "private");

        assertThat(copy(Encryption.SSE_KMS, key.arn(), near(OSAKA)).state).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @EnumSource(names = {"DISABLED", "PENDING_DELETION"})
    void refusesASourceKeyThatIsNotEnabled(Keys.State state) {
        story.sourceKey.state = state;

        told(copy(), "RESOURCE_NOT_FOUND", source(story.sourceKey));
    }

    @Test
    void sortsTheRefusalOfASourceKeyByItsFirstWordsWhereCaseDoesNotCount() {
        story = new CopyStory(Worlds.with("sourceKeyIsNotFound", false));
        story.keys.remove(story.sourceKey);

        told(copy(), "KMS_KEY_ERROR", source(story.sourceKey));
    }

    @Test
    void refusesASourceKeyThatIsGone() {
        story.keys.remove(story.sourceKey);

        told(copy(), "RESOURCE_NOT_FOUND", source(story.sourceKey));
    }

    @Test
    void refusesARoleThatMayNotUseTheSourceKey() {
        var role = story.roles.find(MEMBER, "AWSBackupCopy").orElseThrow();
        role.policies.compute("copy", (_, policy) -> policy.replace("kms:CreateGrant", "kms:Sign"));

        told(copy(), "KMS_KEY_ERROR", CLOSED_KEY);
    }

    @ParameterizedTest
    @EnumSource(names = {"DISABLED", "PENDING_DELETION"})
    void refusesATargetKeyThatIsNotEnabled(Keys.State state) {
        story.targetKey.state = state;

        told(copy(), "KMS_KEY_ERROR", CLOSED_KEY);
    }

    @Test
    void refusesATargetKeyThatIsGone() {
        story.keys.remove(story.targetKey);

        told(copy(), "RESOURCE_NOT_FOUND", "Given key ID does not exist");
    }

    @Test
    void refusesATargetKeyThatDoesNotAdmitTheReceiver() {
        story.targetKey.policy = story.targetKey.policy.replace(KEEPER, CopyStory.OTHER);

        told(copy(), "KMS_KEY_ERROR", CLOSED_KEY);
    }

    @Test
    void failsWhenAKeyIsClosedWhileItRuns() {
        var job = story.copy(story.point("orders"));
        story.minutes(5);
        story.targetKey.state = Keys.State.DISABLED;
        story.days(1);

        told(job, "KMS_KEY_ERROR", CLOSED_KEY);
        assertThat(story.target.points).isEmpty();
    }

    @Test
    void refusesAVaultUnderBackupsOwnKey() {
        var key = story.managedKey(KEEPER, OSAKA, "aws/backup");
        var vault = open(story.vault(KEEPER, OSAKA, "plain", key.arn()));

        told(copyInto(vault), "ACCESS_DENIED", DEFAULT_KEY);
    }

    @Test
    void refusesTheDefaultVaultOfAnotherAccount() {
        var vault = open(story.vault(KEEPER, OSAKA, "Default", story.targetKey.arn()));

        told(copyInto(vault), "ACCESS_DENIED", DEFAULT_KEY);
    }

    @Test
    void copiesIntoAVaultUnderTheKeyOfRds() {
        var key = story.managedKey(MEMBER, OSAKA, "aws/rds");

        assertThat(copyInto(story.vault(MEMBER, OSAKA, "managed", key.arn())).state)
                .isEqualTo("COMPLETED");
    }

    @Test
    void leavesTheUnencryptedUnencrypted() {
        assertThat(copy(Encryption.NONE, "", story.target).state).isEqualTo("COMPLETED");

        var copy = story.only(story.target);
        assertThat(copy.encrypted).isFalse();
        assertThat(copy.keyArn).isEmpty();
        assertThat(story.snapshot(copy).encryption).isEqualTo(Encryption.NONE);
    }

    @Test
    void refusesTheUnencryptedForAnAirGappedVault() {
        assertThat(copy(Encryption.NONE, "", story.airGapped()).messageCategory)
                .isEqualTo("UNSUPPORTED_OPERATION");
    }

    @Test
    void refusesTheManagedKeyForAnAirGappedVaultEvenOfTheAccount() {
        var key = story.managedKey(MEMBER, TOKYO, "aws/rds");

        told(copy(Encryption.SSE_KMS, key.arn(), story.airGapped()), "ACCESS_DENIED", MANAGED_KEY);
    }

    @Test
    void refusesDefaultEncryptionForAnotherAccountOrNot() {
        var refused = copy(Encryption.SSE_RDS, "", story.target);
        assertThat(refused.messageCategory).isEqualTo("UNSUPPORTED_OPERATION");
        assertThat(refused.message)
                .endsWith("Feature is not supported for provided resource type.");

        story = new CopyStory(Worlds.with("defaultEncryptionCopies", true));
        assertThat(copy(Encryption.SSE_RDS, "", story.target).state).isEqualTo("COMPLETED");
        assertThat(story.only(story.target).keyArn).isEqualTo(story.targetKey.arn());
    }

    @Test
    void refusesDefaultEncryptionForAnAirGappedVaultInAnyCase() {
        story = new CopyStory(Worlds.with("defaultEncryptionCopies", true));

        assertThat(copy(Encryption.SSE_RDS, "", story.airGapped()).state).isEqualTo("FAILED");
    }

    @Test
    void rekeysDefaultEncryptionWithinTheAccount() {
        var vault = near(TOKYO);

        assertThat(copy(Encryption.SSE_RDS, "", vault).state).isEqualTo("COMPLETED");
        assertThat(story.only(vault).keyArn).isEqualTo(vault.keyArn);
    }

    @Test
    void keepsDefaultEncryptionWhereItCannotBeRekeyed() {
        story = new CopyStory(Worlds.with("defaultEncryptionRekeys", false));
        var vault = near(TOKYO);

        assertThat(copy(Encryption.SSE_RDS, "", vault).state).isEqualTo("COMPLETED");
        assertThat(story.only(vault).keyArn).isEmpty();
        assertThat(story.snapshot(story.only(vault)).encryption).isEqualTo(Encryption.SSE_RDS);
    }

    @Test
    void showsDefaultEncryptionAsEncryptedOrNot() {
        assertThat(shown(true)).isTrue();
        assertThat(shown(false)).isFalse();
    }

    private boolean shown(boolean encrypted) {
        var both = Worlds.with("defaultEncryptionShowsEncrypted", encrypted);
        story = new CopyStory(Worlds.with(both, "rekeyInRegion", false));
        var vault = near(TOKYO);
        copy(Encryption.SSE_RDS, "", vault);
        return story.only(vault).encrypted;
    }

    private Vault near(String region) {
        var name = "near-" + region;
        return story.vault(MEMBER, region, name, story.key(MEMBER, region, name).arn());
    }

    private Vault open(Vault vault) {
        vault.accessPolicy = story.target.accessPolicy;
        return vault;
    }

    private CopyJob copy() {
        return copyInto(story.target);
    }

    private CopyJob copyInto(Vault vault) {
        return copy(Encryption.SSE_KMS, story.sourceKey.arn(), vault);
    }

    private CopyJob copy(Encryption encryption, String keyArn, Vault vault) {
        var point = story.point(story.source, "orders", encryption, keyArn);
        var job = story.start(story.request(point).destinationBackupVaultArn(vault.arn()));
        story.days(1);
        return job;
    }

    private static String source(Keys.Key key) {
        return "The source snapshot KMS key ["
                + key.arn()
                + "] does not exist, is not enabled or you do not have permissions to access it.";
    }

    private static void told(CopyJob job, String category, String message) {
        assertThat(job.state).isEqualTo("FAILED");
        assertThat(job.message).isEqualTo(message);
        assertThat(job.messageCategory).isEqualTo(category);
    }
}
