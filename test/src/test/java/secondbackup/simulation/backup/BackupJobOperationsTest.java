package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.iam.AccessRequest;
import software.amazon.awssdk.services.backup.model.BackupJob;
import software.amazon.awssdk.services.backup.model.BackupJobState;
import software.amazon.awssdk.services.backup.model.DescribeBackupJobRequest;
import software.amazon.awssdk.services.backup.model.DescribeBackupJobResponse;
import software.amazon.awssdk.services.backup.model.ListBackupJobsRequest;
import software.amazon.awssdk.services.backup.model.ListBackupJobsResponse;
import software.amazon.awssdk.services.backup.model.StartBackupJobRequest;
import software.amazon.awssdk.services.backup.model.StartBackupJobResponse;
import software.amazon.awssdk.services.backup.model.StopBackupJobRequest;

final class BackupJobOperationsTest {
    private static final String CLUSTER = "arn:aws:rds:eu-north-1:111122223333:cluster:orders";
    private final Office office = Office.likely();

    BackupJobOperationsTest() {
        office.cluster("orders", "aurora-mysql");
    }

    @Test
    void answersAUsedTokenWithTheFirstJobWhateverBecameOfIt() {
        office.roles.remove(Office.ACCOUNT, "AWSBackupRole");
        var first = start(asked -> asked.idempotencyToken("once"));
        office.wait(Duration.ofHours(1));
        assertThat(describe(first).state()).isEqualTo(BackupJobState.FAILED);

        assertThat(start(asked -> asked.idempotencyToken("once"))).isEqualTo(first);
        assertThat(start(asked -> asked.idempotencyToken("twice"))).isNotEqualTo(first);
        assertThat(start(_ -> {})).isNotEqualTo(first);
    }

    @Test
    void needsTheRightToPassTheRole() {
        assertThat(office.rights(asked(_ -> {})))
                .extracting(AccessRequest::action)
                .containsExactly("backup:StartBackupJob", "iam:PassRole");
        assertThat(office.rights(asked(_ -> {})).getLast().context().get("iam:PassedToService"))
                .containsExactly("backup.amazonaws.com");
    }

    @Test
    void wantsAWindowOfAnHourAtLeast() {
        assertThat(office.refusal(asked(each -> each.startWindowMinutes(59L))).code())
                .isEqualTo("InvalidParameterValueException");
        start(each -> each.startWindowMinutes(60L));
    }

    @Test
    void wantsAVaultAResourceAndARole() {
        assertThat(office.refusal(asked(each -> each.backupVaultName("none"))).code())
                .isEqualTo("ResourceNotFoundException");
        assertThat(office.refusal(asked(each -> each.resourceArn(CLUSTER + "2"))).code())
                .isEqualTo("ResourceNotFoundException");
        assertThat(office.refusal(asked(each -> each.iamRoleArn(null))).code())
                .isEqualTo("MissingParameterValueException");
    }

    @Test
    void tellsAJobFromCreatedToCompleted() {
        var job = start(_ -> {});
        assertThat(describe(job).state()).isEqualTo(BackupJobState.CREATED);
        assertThat(describe(job).recoveryPointArn()).isNull();
        assertThat(describe(job).startBy()).isEqualTo(Office.START.plus(Duration.ofHours(8)));

        office.wait(Duration.ofMinutes(6));
        assertThat(describe(job).stateAsString()).isIn("RUNNING", "COMPLETED");
        office.wait(Duration.ofHours(1));

        var told = describe(job);
        assertThat(told.state()).isEqualTo(BackupJobState.COMPLETED);
        assertThat(told.messageCategory()).isEqualTo("SUCCESS");
        assertThat(told.backupSizeInBytes()).isNull();
        assertThat(told.recoveryPointArn()).contains(":cluster-snapshot:awsbackup:job-");
        assertThat(told.percentDone()).isEqualTo("100.0");
        assertThat(told.vaultLockState()).isEqualTo("UNLOCKED");
        assertThat(told.createdBy()).isNull();
        assertThat(told.isEncrypted()).isFalse();
    }

    @Test
    void filtersByWhatTheModelKnows() {
        start(_ -> {});
        office.wait(Duration.ofHours(1));
        var second = start(_ -> {});
        var created = Office.START.plus(Duration.ofHours(1));

        assertThat(list(_ -> {})).extracting(BackupJob::backupJobId).first().isEqualTo(second);
        assertThat(list(asked -> asked.byState(BackupJobState.COMPLETED))).hasSize(1);
        assertThat(list(asked -> asked.byState(BackupJobState.CREATED))).hasSize(1);
        assertThat(list(asked -> asked.byResourceArn(CLUSTER))).hasSize(2);
        assertThat(list(asked -> asked.byResourceArn("none"))).isEmpty();
        assertThat(list(asked -> asked.byResourceType("Aurora"))).hasSize(2);
        assertThat(list(asked -> asked.byResourceType("RDS"))).isEmpty();
        assertThat(list(asked -> asked.byBackupVaultName("none"))).isEmpty();
        assertThat(list(asked -> asked.byMessageCategory("SUCCESS"))).hasSize(1);
        assertThat(list(asked -> asked.byMessageCategory("ANY"))).hasSize(2);
        assertThat(list(asked -> asked.byParentJobId(second))).isEmpty();
        assertThat(list(asked -> asked.byCreatedBefore(created))).hasSize(1);
        assertThat(list(asked -> asked.byCreatedAfter(Office.START))).hasSize(1);
        assertThat(list(asked -> asked.byCompleteAfter(Office.START))).hasSize(1);
        assertThat(list(asked -> asked.byCompleteBefore(Office.START))).isEmpty();
        assertThat(list(asked -> asked.maxResults(1))).hasSize(1);
    }

    @Test
    void forgetsJobsAfterThirtyDays() {
        start(_ -> {});

        office.wait(Duration.ofDays(30));
        assertThat(list(_ -> {})).hasSize(1);
        office.wait(Duration.ofNanos(1));
        assertThat(list(_ -> {})).isEmpty();
    }

    @Test
    void showsTheJobsOfOthersToTheManagementAccountOnly() {
        start(_ -> {});
        var all = ListBackupJobsRequest.builder().byAccountId("*").build();
        var one = ListBackupJobsRequest.builder().byAccountId(Office.ACCOUNT).build();
        var none = ListBackupJobsRequest.builder().build();

        assertThat(jobs(Office.MANAGEMENT, all)).hasSize(1);
        assertThat(jobs(Office.MANAGEMENT, one)).hasSize(1);
        assertThat(jobs(Office.MANAGEMENT, none)).isEmpty();
        assertThat(jobs(Office.ACCOUNT, all)).isEmpty();
        assertThat(jobs(Office.ACCOUNT, one)).hasSize(1);
    }

    @Test
    void stopsNoJobOfACluster() {
        var job = start(_ -> {});

        assertThat(office.refusal(stop(job)).code()).isEqualTo("InvalidRequestException");
        assertThat(office.refusal(stop("none")).code()).isEqualTo("ResourceNotFoundException");
    }

    private static StopBackupJobRequest stop(String job) {
        return StopBackupJobRequest.builder().backupJobId(job).build();
    }

    private String start(Consumer<StartBackupJobRequest.Builder> asked) {
        return office.call(asked(asked), StartBackupJobResponse.class).backupJobId();
    }

    private static StartBackupJobRequest asked(Consumer<StartBackupJobRequest.Builder> asked) {
        return StartBackupJobRequest.builder()
                .backupVaultName("local")
                .resourceArn(CLUSTER)
                .iamRoleArn(Office.role())
                .applyMutation(asked)
                .build();
    }

    private DescribeBackupJobResponse describe(String job) {
        return office.call(
                DescribeBackupJobRequest.builder().backupJobId(job).build(),
                DescribeBackupJobResponse.class);
    }

    private List<BackupJob> list(Consumer<ListBackupJobsRequest.Builder> asked) {
        return jobs(Office.ACCOUNT, ListBackupJobsRequest.builder().applyMutation(asked).build());
    }

    private List<BackupJob> jobs(String account, ListBackupJobsRequest asked) {
        return ((ListBackupJobsResponse) office.call(account, asked)).backupJobs();
    }
}
