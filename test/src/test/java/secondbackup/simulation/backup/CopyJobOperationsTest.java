package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.backup.CopyStory.KEEPER;
import static secondbackup.simulation.backup.CopyStory.MEMBER;
import static secondbackup.simulation.backup.CopyStory.OSAKA;
import static secondbackup.simulation.backup.CopyStory.TOKYO;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.physics.Switches.TokenMemory;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.DescribeCopyJobRequest;
import software.amazon.awssdk.services.backup.model.DescribeCopyJobResponse;
import software.amazon.awssdk.services.backup.model.StartCopyJobRequest;

final class CopyJobOperationsTest {
    private CopyStory story = CopyStory.likely();

    @Test
    void answersARepeatedTokenWithTheOldJobEvenWhenItFailed() {
        story.settings.crossAccountBackup = false;
        var point = story.point("orders");
        var first = story.start(story.request(point).idempotencyToken("once"));
        story.days(1);
        assertThat(first.state).isEqualTo("FAILED");

        story.settings.crossAccountBackup = true;
        assertThat(story.start(story.request(point).idempotencyToken("once"))).isSameAs(first);
        assertThat(story.start(story.request(point).idempotencyToken("twice"))).isNotSameAs(first);
        assertThat(story.copy(point)).isNotSameAs(first);
    }

    @ParameterizedTest
    @CsvSource({
        "FOREVER, 3650, 0, true",
        "DAY, 0, 1439, true",
        "DAY, 1, 0, false",
        "HOUR, 0, 59, true",
        "HOUR, 0, 60, false"
    })
    void answersARepeatedTokenAsLongAsItIsRemembered(
            TokenMemory memory, long days, long minutes, boolean remembered) {
        story = new CopyStory(Worlds.with("tokenMemory", memory));
        var point = story.point("orders");
        var first = story.start(story.request(point).idempotencyToken("once"));
        story.days(days);
        story.minutes(minutes);
        var again = story.start(story.request(point).idempotencyToken("once"));

        assertThat(again == first).isEqualTo(remembered);
        assertThat(story.start(story.request(point).idempotencyToken("once"))).isSameAs(again);
    }

    @Test
    void refusesAnUnknownVaultOrPoint() {
        var point = story.point("orders");

        refused(story.request(point).sourceBackupVaultName("nowhere"))
                .isEqualTo("ResourceNotFoundException");
        refused(story.request(point).recoveryPointArn(point.arn + "0"))
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void refusesAnUnknownVaultNearbyButLeavesOneFarAwayToTheJob() {
        var point = story.point("orders");
        var near = "arn:aws:backup:" + TOKYO + ":" + MEMBER + ":backup-vault:nowhere";
        refused(story.request(point).destinationBackupVaultArn(near))
                .isEqualTo("ResourceNotFoundException");

        var far = "arn:aws:backup:" + OSAKA + ":" + KEEPER + ":backup-vault:nowhere";
        var job = story.start(story.request(point).destinationBackupVaultArn(far));
        story.days(1);
        assertThat(job.messageCategory).isEqualTo("RESOURCE_NOT_FOUND");
        assertThat(job.message).contains("does not exist");
    }

    @Test
    void refusesAContinuousPoint() {
        var point = story.point("orders");
        point.continuous = true;

        refused(story.request(point)).isEqualTo("InvalidRequestException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATING", "PARTIAL", "DELETING", "EXPIRED", "STOPPED"})
    void refusesAPointThatIsNotUsable(String status) {
        var point = story.point("orders");
        point.status = status;

        refused(story.request(point)).isEqualTo("InvalidRequestException");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -2, 36_501})
    void refusesARetentionOutOfRange(long days) {
        var point = story.point("orders");

        refused(story.request(point).lifecycle(lifecycle -> lifecycle.deleteAfterDays(days)))
                .isEqualTo("InvalidParameterValueException");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -1, 36_500})
    void acceptsARetentionAtItsBounds(long days) {
        var request =
                story.request(story.point("orders"))
                        .lifecycle(lifecycle -> lifecycle.deleteAfterDays(days));

        assertThat(story.start(request).state).isEqualTo("CREATED");
    }

    @Test
    void refusesWhatIsMissingOrMisshapen() {
        var point = story.point("orders");

        refused(story.request(point).iamRoleArn(null)).isEqualTo("MissingParameterValueException");
        refused(story.request(point).iamRoleArn("AWSBackupCopy"))
                .isEqualTo("InvalidParameterValueException");
        refused(story.request(point).destinationBackupVaultArn("second"))
                .isEqualTo("InvalidParameterValueException");
        refused(story.request(point).destinationBackupVaultArn(story.source.arn()))
                .isEqualTo("InvalidParameterValueException");
    }

    @Test
    void refusesARoleOfAnotherAccount() {
        refused(
                        story.request(story.point("orders"))
                                .iamRoleArn("arn:aws:iam::" + KEEPER + ":role/AWSBackupCopy"))
                .isEqualTo("AccessDeniedException");
    }

    @Test
    void needsTheRightsToStartAndToPassTheRole() {
        var point = story.point("orders");
        var found = story.operations.find(StartCopyJobRequest.class).orElseThrow();
        @SuppressWarnings("unchecked") // Operations keeps each handler under its own request class.
        var operation = (Operations.Operation<StartCopyJobRequest, ?>) found;
        var call = new Call(new Principal.Administrator(MEMBER), "backup", TOKYO, "StartCopyJob");

        var rights = operation.rights().of(story.request(point).build(), call);

        assertThat(rights)
                .extracting(right -> right.action() + " " + right.resource())
                .containsExactly(
                        "backup:StartCopyJob " + point.arn, "iam:PassRole " + story.role());
        assertThat(rights.getLast().context().toString()).contains("backup.amazonaws.com");
    }

    @Test
    void describesAJobToItsOwnAccountOnly() {
        var job = story.copy(story.point("orders"));
        story.days(1);
        var request = DescribeCopyJobRequest.builder().copyJobId(job.id).build();

        var told = story.ask(MEMBER, TOKYO).of(request, DescribeCopyJobResponse.class).copyJob();
        assertThat(told.destinationVaultType()).isEqualTo("BACKUP_VAULT");
        assertThat(told.destinationVaultLockState()).isEqualTo("UNLOCKED");
        assertThat(told.destinationEncryptionKeyArn()).isEqualTo(story.targetKey.arn());
        assertThat(told.destinationRecoveryPointArn()).isEqualTo(job.targetPointArn);
        assertThat(told.destinationRecoveryPointLifecycle().deleteAfterDays()).isEqualTo(30L);
        assertThat(told.isParent()).isFalse();
        assertThat(told.backupSizeInBytes()).isNull();

        assertThatThrownBy(
                        () -> story.ask(KEEPER, OSAKA).of(request, DescribeCopyJobResponse.class))
                .isInstanceOf(AwsError.class)
                .extracting(error -> ((AwsError) error).code())
                .isEqualTo("ResourceNotFoundException");
    }

    private AbstractStringAssert<?> refused(StartCopyJobRequest.Builder request) {
        try {
            story.start(request);
            throw new AssertionError("not refused: " + request.build());
        } catch (AwsError error) {
            return assertThat(error.code());
        }
    }
}
