package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static secondbackup.simulation.backup.CopyStory.KEEPER;
import static secondbackup.simulation.backup.CopyStory.MEMBER;
import static secondbackup.simulation.backup.CopyStory.OSAKA;
import static secondbackup.simulation.backup.CopyStory.TOKYO;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.physics.Switches.RegionPair;

/// What a copy to another account or Region leaves open in AWS's documents.
final class CopyPlacesTest {
    private CopyStory story = CopyStory.likely();

    private void twoActions(String from, String to) {
        story = new CopyStory(Worlds.with("pairsInTwoActions", Set.of(new RegionPair(from, to))));
    }

    private CopyJob copyInto(Vault vault) {
        var request = story.request(story.point("orders"));
        var job = story.start(request.destinationBackupVaultArn(vault.arn()));
        story.days(1);
        return job;
    }

    @Test
    void crossesAccountAndRegionInOneAction() {
        assertThat(copyInto(story.target).state).isEqualTo("COMPLETED");
    }

    @Test
    void refusesAPairOfRegionsThatNeedsTwoActions() {
        twoActions(TOKYO, OSAKA);
        var job = copyInto(story.target);

        assertThat(job.state).isEqualTo("FAILED");
        assertThat(job.messageCategory).isEqualTo("UNSUPPORTED_OPERATION");
        assertThat(job.message)
                .isEqualTo(
                        "Copy job from ap-northeast-1 to ap-northeast-3 cannot be initiated for Aurora"
                                + " resources. Feature is not supported for provided resource type.");
    }

    @Test
    void crossesOneOfBothBetweenRegionsThatNeedTwoActions() {
        twoActions(TOKYO, OSAKA);
        var key = story.key(MEMBER, OSAKA, "abroad");
        var abroad = story.vault(MEMBER, OSAKA, "abroad", key.arn());
        var next = story.key(KEEPER, TOKYO, "next", MEMBER);
        var nextDoor = story.vault(KEEPER, TOKYO, "next-door", next.arn());
        nextDoor.accessPolicy = story.target.accessPolicy;

        assertThat(copyInto(abroad).state).isEqualTo("COMPLETED");
        assertThat(copyInto(nextDoor).state).isEqualTo("COMPLETED");
    }

    @Test
    void refusesNoOtherPairAndNotTheWayBack() {
        twoActions(OSAKA, TOKYO);

        assertThat(copyInto(story.target).state).isEqualTo("COMPLETED");
    }

    @Test
    void namesTheSourceClusterOfACopy() {
        copyInto(story.target);

        assertThat(story.only(story.target).resourceArn)
                .isEqualTo("arn:aws:rds:ap-northeast-1:111111111111:cluster:orders");
    }

    @Test
    void namesAClusterOfTheVaultsOwnAccountWhereCopiesDo() {
        story = new CopyStory(Worlds.with("copiesNameTheSourceResource", false));
        copyInto(story.target);

        assertThat(story.only(story.target).resourceArn)
                .isEqualTo("arn:aws:rds:ap-northeast-3:999999999999:cluster:orders");
    }

    @Test
    void namesTheSourceClusterWithinTheAccountInAnyCase() {
        story = new CopyStory(Worlds.with("copiesNameTheSourceResource", false));
        var key = story.key(MEMBER, OSAKA, "abroad");
        var abroad = story.vault(MEMBER, OSAKA, "abroad", key.arn());
        copyInto(abroad);

        assertThat(story.only(abroad).resourceArn)
                .isEqualTo("arn:aws:rds:ap-northeast-1:111111111111:cluster:orders");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void needsTheVaultsKeyForTheCopyRoleOnlyWhereAwsDoes(boolean needed) {
        story = new CopyStory(Worlds.with("copyRoleNeedsVaultKey", needed));
        story.targetKey.policy = story.targetKey.policy.replace(MEMBER, CopyStory.OTHER);
        var job = copyInto(story.target);

        assertThat(job.state).isEqualTo(needed ? "FAILED" : "COMPLETED");
        assertThat(job.messageCategory).isEqualTo(needed ? "KMS_KEY_ERROR" : "SUCCESS");
    }

    @Test
    void isContentWithAVaultKeyThatAdmitsTheCopyRoleToo() {
        story = new CopyStory(Worlds.with("copyRoleNeedsVaultKey", true));

        assertThat(copyInto(story.target).state).isEqualTo("COMPLETED");
    }

    @Test
    void needsNoVaultKeyForTheCopyRoleWithinTheAccount() {
        story = new CopyStory(Worlds.with("copyRoleNeedsVaultKey", true));
        var key = story.key(MEMBER, OSAKA, "abroad");

        assertThat(copyInto(story.vault(MEMBER, OSAKA, "abroad", key.arn())).state)
                .isEqualTo("COMPLETED");
    }
}
