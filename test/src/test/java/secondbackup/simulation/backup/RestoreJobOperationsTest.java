package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import software.amazon.awssdk.services.backup.model.DescribeRestoreJobRequest;
import software.amazon.awssdk.services.backup.model.DescribeRestoreJobResponse;
import software.amazon.awssdk.services.backup.model.StartRestoreJobRequest;
import software.amazon.awssdk.services.backup.model.StartRestoreJobResponse;

final class RestoreJobOperationsTest {
    private static final Map<String, String> BACK =
            Map.of("dbClusterIdentifier", "orders-back", "engine", "aurora-mysql");

    private final Office office = Office.likely();
    private final RecoveryPoint point = office.point(office.vault("local"), "1", Office.START);

    @Test
    void waitsRunsAndEndsWithAClusterWithoutInstances() {
        var id = start(asked());
        assertThat(told(id).statusAsString()).isEqualTo("PENDING");
        assertThat(told(id).createdResourceArn()).isNull();

        office.wait(Duration.ofMinutes(5));
        assertThat(told(id).statusAsString()).isEqualTo("RUNNING");
        office.wait(Duration.ofMinutes(15));

        var told = told(id);
        assertThat(told.statusAsString()).isEqualTo("COMPLETED");
        assertThat(told.sourceResourceArn()).isEqualTo(point.resourceArn);
        assertThat(told.backupVaultArn()).isEqualTo(office.vault("local").arn());
        var made = office.clusters.find(told.createdResourceArn()).orElseThrow();
        assertThat(made.name).isEqualTo("orders-back");
        assertThat(made.instances).isZero();
    }

    @Test
    void theSameTokenStartsNothingNew() {
        var first = start(asked().idempotencyToken("once"));

        assertThat(start(asked().idempotencyToken("once"))).isEqualTo(first);
        assertThat(office.backup.restoreJobs().all()).hasSize(1);
    }

    @Test
    void fieldsMayBeWrittenInEitherWay() {
        var id =
                start(
                        asked().metadata(
                                        Map.of(
                                                "DBClusterIdentifier", "orders-back",
                                                "Engine", "aurora-mysql")));
        office.wait(Duration.ofMinutes(20));

        assertThat(told(id).statusAsString()).isEqualTo("COMPLETED");
    }

    @Test
    void aRoleThatMayNotRestoreFailsTheJobAndNotTheCall() {
        office.role("AWSBackupRole", Office.allow("\"kms:*\", \"rds:Describe*\""));
        var id = start(asked());
        office.wait(Duration.ofMinutes(5));

        assertThat(told(id).statusAsString()).isEqualTo("FAILED");
        assertThat(told(id).statusMessage())
                .contains("rds:RestoreDBClusterFromSnapshot")
                .contains("no identity-based policy allows");
        assertThat(office.clusters.all()).isEmpty();
    }

    @Test
    void aRoleThatAwsBackupCannotTakeFailsTheJob() {
        office.roles.find(Office.ACCOUNT, "AWSBackupRole").orElseThrow().trustPolicy =
                Office.TRUST.replace("backup.amazonaws.com", "rds.amazonaws.com");
        var id = start(asked());
        office.wait(Duration.ofMinutes(5));

        assertThat(told(id).statusMessage()).contains("cannot be assumed by AWS Backup");
    }

    @Test
    void aServiceControlPolicyBindsTheRoleToo() {
        office.organization.policies.put(
                Office.ACCOUNT,
                List.of(
                        """
                        {"Version":"2012-10-17","Statement":{"Effect":"Deny",
                        "Action":"rds:RestoreDBClusterFromSnapshot","Resource":"*"}}\
                        """));
        var id = start(asked());
        office.wait(Duration.ofMinutes(5));

        assertThat(told(id).statusAsString()).isEqualTo("FAILED");
        assertThat(told(id).statusMessage()).contains("service control policy");
    }

    @Test
    void aPointThatExpiredMeanwhileFailsTheJob() {
        var id = start(asked());
        office.vault("local").points.remove(point.arn);
        office.wait(Duration.ofMinutes(5));

        assertThat(told(id).statusMessage()).contains("no longer available");
        assertThat(told(id).sourceResourceArn()).isNull();
    }

    @Test
    void refusesWhatIsMissingOrDoesNotFit() {
        assertThat(office.refusal(asked().recoveryPointArn("x").build()).code())
                .isEqualTo("ResourceNotFoundException");
        assertThat(office.refusal(asked().iamRoleArn(null).build()).code())
                .isEqualTo("MissingParameterValueException");
        assertThat(office.refusal(asked().resourceType("Neptune").build()).code())
                .isEqualTo("InvalidParameterValueException");
        var nameless = asked().metadata(Map.of("engine", "aurora-mysql")).build();
        assertThat(office.refusal(nameless).message()).contains("dbClusterIdentifier");
        var unknown = DescribeRestoreJobRequest.builder().restoreJobId("none").build();
        assertThat(office.refusal(unknown).code()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void otherAccountsSeeNeitherPointNorJob() {
        var id = start(asked());

        assertThat(office.refusal(Office.MANAGEMENT, asked().build()).code())
                .isEqualTo("ResourceNotFoundException");
        var request = DescribeRestoreJobRequest.builder().restoreJobId(id).build();
        assertThat(office.refusal(Office.MANAGEMENT, request).code())
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void asksForThePointUnderItsVaultsPolicyAndForTheRole() {
        office.vault("local").accessPolicy = "{\"Statement\": []}";

        var rights = office.rights(asked().build());

        assertThat(rights)
                .extracting(right -> right.action())
                .containsExactly("backup:StartRestoreJob", "iam:PassRole");
        assertThat(rights.getFirst().resource()).isEqualTo(point.arn);
        assertThat(rights.getFirst().resourcePolicy()).isEqualTo("{\"Statement\": []}");
    }

    private StartRestoreJobRequest.Builder asked() {
        return StartRestoreJobRequest.builder()
                .recoveryPointArn(point.arn)
                .resourceType("Aurora")
                .iamRoleArn(Office.role())
                .metadata(BACK);
    }

    private String start(StartRestoreJobRequest.Builder asked) {
        return office.call(asked.build(), StartRestoreJobResponse.class).restoreJobId();
    }

    private DescribeRestoreJobResponse told(String id) {
        var request = DescribeRestoreJobRequest.builder().restoreJobId(id).build();
        return office.call(request, DescribeRestoreJobResponse.class);
    }
}
