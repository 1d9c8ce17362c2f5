package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.rds.Clusters;
import secondbackup.simulation.rds.Snapshots;
import software.amazon.awssdk.services.backup.model.DescribeRecoveryPointRequest;
import software.amazon.awssdk.services.backup.model.DescribeRecoveryPointResponse;
import software.amazon.awssdk.services.backup.model.DisassociateRecoveryPointRequest;
import software.amazon.awssdk.services.backup.model.GetRecoveryPointRestoreMetadataRequest;
import software.amazon.awssdk.services.backup.model.GetRecoveryPointRestoreMetadataResponse;
import software.amazon.awssdk.services.backup.model.Lifecycle;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesRequest;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesResponse;
import software.amazon.awssdk.services.backup.model.ListRecoveryPointsByBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.ListRecoveryPointsByBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.ListRecoveryPointsByResourceRequest;
import software.amazon.awssdk.services.backup.model.ListRecoveryPointsByResourceResponse;
import software.amazon.awssdk.services.backup.model.RecoveryPointByBackupVault;
import software.amazon.awssdk.services.backup.model.RecoveryPointByResource;
import software.amazon.awssdk.services.backup.model.UpdateRecoveryPointLifecycleRequest;
import software.amazon.awssdk.services.backup.model.UpdateRecoveryPointLifecycleResponse;

final class PointOperationsTest {
    private static final String CLUSTER = "arn:aws:rds:eu-north-1:111122223333:cluster:orders";
    private final Office office = Office.likely();
    private final Vaults.Vault vault = office.vault("local");

    @Test
    void describesAPoint() {
        var point = office.point(vault, "1", Office.START);
        point.planId = "plan";

        var told = describe(point.arn);

        assertThat(told.resourceArn()).isEqualTo(CLUSTER);
        assertThat(told.resourceName()).isEqualTo("orders");
        assertThat(told.backupSizeInBytes()).isNull();
        assertThat(told.sourceBackupVaultArn()).isNull();
        assertThat(told.encryptionKeyType()).isNull();
        assertThat(told.lifecycle().deleteAfterDays()).isEqualTo(1);
        assertThat(told.calculatedLifecycle().deleteAt())
                .isEqualTo(Office.START.plus(Duration.ofDays(1)));
        assertThat(told.createdBy().backupPlanArn())
                .isEqualTo("arn:aws:backup:eu-north-1:111122223333:backup-plan:plan");
    }

    @Test
    void showsTheVaultThatACopyCameFromInAnotherAccount() {
        var point = office.point(vault, "1", Office.START);
        point.sourceVaultArn = "arn:aws:backup:eu-west-1:444455556666:backup-vault:daily";

        assertThat(describe(point.arn).sourceBackupVaultArn()).isEqualTo(point.sourceVaultArn);
    }

    @Test
    void findsNothingThatIsNotThere() {
        var wrong =
                DescribeRecoveryPointRequest.builder()
                        .backupVaultName("local")
                        .recoveryPointArn("x");

        assertThat(office.refusal(wrong.build()).code()).isEqualTo("ResourceNotFoundException");
        assertThat(office.refusal(wrong.backupVaultName("none").build()).code())
                .isEqualTo("ResourceNotFoundException");
    }

    @Test
    void needsTheRightToThePointUnderTheVaultsPolicy() {
        vault.accessPolicy = "the policy";
        var asked =
                DescribeRecoveryPointRequest.builder()
                        .backupVaultName("local")
                        .recoveryPointArn("the point")
                        .build();

        assertThat(office.rights(asked))
                .containsExactly(
                        AccessRequest.of("backup:DescribeRecoveryPoint", "the point")
                                .guardedBy("the policy", Office.ACCOUNT));
    }

    @Test
    void changesHowLongAPointIsKept() {
        var point = office.point(vault, "1", Office.START);

        assertThat(keep(point.arn, 36_500).lifecycle().deleteAfterDays()).isEqualTo(36_500);
        assertThat(keep(point.arn, -1).lifecycle()).isNull();
        assertThat(point.deleteAfterDays).isNull();
        for (var days : List.of(0L, 36_501L)) {
            assertThat(office.refusal(lifecycle(point.arn, days)).code())
                    .isEqualTo("InvalidParameterValueException");
        }
    }

    @Test
    void letsGoOnlyOfContinuousPoints() {
        var point = office.point(vault, "1", Office.START);
        var asked =
                DisassociateRecoveryPointRequest.builder()
                        .backupVaultName("local")
                        .recoveryPointArn(point.arn)
                        .build();

        assertThat(office.refusal(asked).code()).isEqualTo("InvalidRequestException");
        point.continuous = true;
        assertThat(office.refusal(lifecycle(point.arn, 5)).code())
                .isEqualTo("InvalidRequestException");
        office.call(asked);
        assertThat(vault.points).isEmpty();
    }

    @Test
    void tellsTheConfigurationForARestore() {
        var point = office.point(vault, "1", Office.START);

        var told =
                office.call(
                        GetRecoveryPointRestoreMetadataRequest.builder()
                                .backupVaultName("local")
                                .recoveryPointArn(point.arn)
                                .build(),
                        GetRecoveryPointRestoreMetadataResponse.class);

        assertThat(told.resourceType()).isEqualTo("Aurora");
        assertThat(told.restoreMetadata())
                .containsEntry("Engine", "aurora-mysql")
                .containsEntry("EngineVersion", "8.0")
                .containsEntry("Port", "3306")
                .doesNotContainKey("KmsKeyId");
    }

    @Test
    void filtersByWhatTheModelKnows() {
        var first = office.point(vault, "1", Office.START);
        var second = office.point(vault, "2", Office.START.plusSeconds(60));
        second.planId = "plan";

        assertThat(arns(_ -> {})).containsExactly(first.arn, second.arn);
        assertThat(arns(asked -> asked.byBackupPlanId("plan"))).containsExactly(second.arn);
        assertThat(arns(asked -> asked.byResourceArn(CLUSTER))).hasSize(2);
        assertThat(arns(asked -> asked.byResourceArn(CLUSTER + "2"))).isEmpty();
        assertThat(arns(asked -> asked.byResourceType("Neptune"))).isEmpty();
        assertThat(arns(asked -> asked.byParentRecoveryPointArn(first.arn))).isEmpty();
        assertThat(arns(asked -> asked.byCreatedAfter(first.createdAt)))
                .containsExactly(second.arn);
        assertThat(arns(asked -> asked.byCreatedBefore(second.createdAt)))
                .containsExactly(first.arn);
    }

    @Test
    void givesAThousandPointsAPageAtMost() {
        for (var number = 0; number < 1001; number++) {
            office.point(vault, "%04d".formatted(number), Office.START);
        }

        var first = list(asked -> asked.maxResults(1000));
        var second = list(asked -> asked.nextToken(first.nextToken()));

        assertThat(first.recoveryPoints()).hasSize(1000);
        assertThat(second.recoveryPoints()).hasSize(1);
        assertThat(second.nextToken()).isNull();
        assertThat(list(_ -> {}).recoveryPoints()).hasSize(100);
        for (var wrong : List.of(0, 1001)) {
            assertThat(office.refusal(request(asked -> asked.maxResults(wrong))).code())
                    .isEqualTo("InvalidParameterValueException");
        }
        assertThat(office.refusal(request(asked -> asked.nextToken("?"))).code())
                .isEqualTo("InvalidParameterValueException");
    }

    @Test
    void needsNoSecondPageForExactlyAThousand() {
        for (var number = 0; number < 1000; number++) {
            office.point(vault, "%04d".formatted(number), Office.START);
        }

        assertThat(list(asked -> asked.maxResults(1000)).nextToken()).isNull();
    }

    @Test
    void keepsItsPlaceWhenPointsGoBetweenTwoPages() {
        for (var number = 0; number < 4; number++) {
            office.point(vault, "%04d".formatted(number), Office.START);
        }
        var first = list(asked -> asked.maxResults(2));

        vault.points.remove(first.recoveryPoints().getFirst().recoveryPointArn());

        assertThat(list(asked -> asked.nextToken(first.nextToken())).recoveryPoints()).hasSize(2);
    }

    @Test
    void refusesToListForAnotherAccount() {
        var asked = request(each -> each.backupVaultAccountId(Office.ACCOUNT));

        assertThat(office.refusal(Office.MANAGEMENT, asked).code())
                .isEqualTo("AccessDeniedException");
        office.call(asked);
    }

    @Test
    void listsWhatAResourceHasAlsoBesidesAwsBackup() {
        office.point(vault, "1", Office.START);
        office.snapshots.put(
                new Snapshots.Snapshot(
                        Office.ACCOUNT,
                        Office.REGION,
                        "by-hand",
                        CLUSTER,
                        "cluster-orders",
                        "aurora-mysql",
                        "8.0",
                        Clusters.Encryption.NONE,
                        "",
                        Office.START,
                        1));

        assertThat(ofResource(_ -> {})).hasSize(2);
        assertThat(ofResource(asked -> asked.managedByAWSBackupOnly(true))).hasSize(1);
        assertThat(ofResource(asked -> asked.maxResults(20))).hasSize(2);
        var few = ListRecoveryPointsByResourceRequest.builder().resourceArn(CLUSTER).maxResults(19);
        assertThat(office.refusal(few.build()).code()).isEqualTo("InvalidParameterValueException");
    }

    @Test
    void namesTheNewestPointOfEachProtectedResource() {
        office.point(vault, "2", Office.START.plusSeconds(60));
        office.point(vault, "3", Office.START);

        var told =
                office.call(
                        ListProtectedResourcesRequest.builder().build(),
                        ListProtectedResourcesResponse.class);

        var only = told.results().getFirst();
        assertThat(told.results()).hasSize(1);
        assertThat(only.resourceArn()).isEqualTo(CLUSTER);
        assertThat(only.lastRecoveryPointArn()).endsWith("job-2");
        assertThat(only.lastBackupTime()).isEqualTo(Instant.parse("2026-01-12T12:01:00Z"));
    }

    private DescribeRecoveryPointResponse describe(String arn) {
        return office.call(
                DescribeRecoveryPointRequest.builder()
                        .backupVaultName("local")
                        .recoveryPointArn(arn)
                        .build(),
                DescribeRecoveryPointResponse.class);
    }

    private UpdateRecoveryPointLifecycleResponse keep(String arn, long days) {
        return office.call(lifecycle(arn, days), UpdateRecoveryPointLifecycleResponse.class);
    }

    private static UpdateRecoveryPointLifecycleRequest lifecycle(String arn, long days) {
        return UpdateRecoveryPointLifecycleRequest.builder()
                .backupVaultName("local")
                .recoveryPointArn(arn)
                .lifecycle(Lifecycle.builder().deleteAfterDays(days).build())
                .build();
    }

    private List<String> arns(Consumer<ListRecoveryPointsByBackupVaultRequest.Builder> asked) {
        return list(asked).recoveryPoints().stream()
                .map(RecoveryPointByBackupVault::recoveryPointArn)
                .toList();
    }

    private ListRecoveryPointsByBackupVaultResponse list(
            Consumer<ListRecoveryPointsByBackupVaultRequest.Builder> asked) {
        return office.call(request(asked), ListRecoveryPointsByBackupVaultResponse.class);
    }

    private static ListRecoveryPointsByBackupVaultRequest request(
            Consumer<ListRecoveryPointsByBackupVaultRequest.Builder> asked) {
        return ListRecoveryPointsByBackupVaultRequest.builder()
                .backupVaultName("local")
                .applyMutation(asked)
                .build();
    }

    private List<RecoveryPointByResource> ofResource(
            Consumer<ListRecoveryPointsByResourceRequest.Builder> asked) {
        return office.call(
                        ListRecoveryPointsByResourceRequest.builder()
                                .resourceArn(CLUSTER)
                                .applyMutation(asked)
                                .build(),
                        ListRecoveryPointsByResourceResponse.class)
                .recoveryPoints();
    }
}
