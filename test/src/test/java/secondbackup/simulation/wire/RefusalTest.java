package secondbackup.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Principal;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.DescribeBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;

class RefusalTest {
    private final WireWorld world = new WireWorld();

    @Test
    void anErrorArrivesAsTheExceptionThatTheModelNames() {
        fail(new AwsError(404, "DBClusterNotFoundFault", "DBCluster <x> & y not found."));
        assertThat(catchThrowableOfType(DbClusterNotFoundException.class, rds(WireWorld.KEY)))
                .satisfies(error ->
                        isError(
                                error,
                                404,
                                "DBClusterNotFoundFault",
                                "DBCluster <x> & y not found."));
        fail(new AwsError(400, "ResourceNotFoundException", "Backup Vault x not found"));
        assertThat(catchThrowableOfType(ResourceNotFoundException.class, backup(WireWorld.KEY)))
                .satisfies(error ->
                        isError(
                                error,
                                400,
                                "ResourceNotFoundException",
                                "Backup Vault x not found"));
        fail(new AwsError(400, "NotFoundException", "Key 'x' does not exist"));
        assertThat(catchThrowableOfType(NotFoundException.class, kms(WireWorld.KEY)))
                .satisfies(error ->
                        isError(error, 400, "NotFoundException", "Key 'x' does not exist"));
    }

    @Test
    void anUnknownKeyIsRefusedInEachServicesForm() {
        answer();
        var words = "The security token included in the request is invalid.";
        isError(refusal(rds("AKIAOTHER")), 403, "InvalidClientTokenId", words);
        isError(refusal(backup("AKIAOTHER")), 403, "UnrecognizedClientException", words);
        isError(refusal(kms("AKIAOTHER")), 400, "UnrecognizedClientException", words);
    }

    @Test
    void anExpiredSessionIsToldFromAnUnknownKey() {
        answer();
        var words = "The security token included in the request is expired";
        isError(refusal(rds("ASIAOLD")), 403, "ExpiredToken", words);
        isError(refusal(backup("ASIAOLD")), 403, "ExpiredTokenException", words);
        isError(refusal(kms("ASIAOLD")), 400, "ExpiredTokenException", words);
    }

    @Test
    void aRegionThatIsNotEnabledKnowsNoKey() {
        answer();
        var client = world.client(RdsClient.builder(), WireWorld.KEY, "ap-east-1");
        isError(
                refusal(client::describeDBClusters),
                403,
                "InvalidClientTokenId",
                "The security token included in the request is invalid.");
    }

    @Test
    void answersWhoeverMayAskInARegionThatIsEnabled() throws Throwable {
        answer();
        rds(WireWorld.KEY).call();
        backup(WireWorld.KEY).call();
        kms(WireWorld.KEY).call();
        assertThat(world.server.unanswered()).isEmpty();
        assertThat(world.server.failure()).isEmpty();
    }

    @Test
    void whoMayNotIsRefusedInEachServicesForm() {
        answer();
        world.holders.put(
                "ASIAROLE", new Principal.RoleSession(WireWorld.ACCOUNT, "powerless", "s", ""));
        assertThat(refusal(rds("ASIAROLE")).awsErrorDetails().errorCode())
                .isEqualTo("AccessDenied");
        assertThat(refusal(rds("ASIAROLE")).statusCode()).isEqualTo(403);
        assertThat(refusal(backup("ASIAROLE")).awsErrorDetails().errorCode())
                .isEqualTo("AccessDeniedException");
        assertThat(refusal(backup("ASIAROLE")).statusCode()).isEqualTo(403);
        assertThat(refusal(kms("ASIAROLE")).awsErrorDetails().errorCode())
                .isEqualTo("AccessDeniedException");
        assertThat(refusal(kms("ASIAROLE")).awsErrorDetails().errorMessage())
                .contains("powerless", "kms:DescribeKey");
    }

    @Test
    void anOperationThatNobodyAnswersIsLoudAndRecorded() {
        isError(
                refusal(rds(WireWorld.KEY)),
                501,
                "NotImplemented",
                "the simulation does not answer rds DescribeDBClusters");
        isError(
                refusal(backup(WireWorld.KEY)),
                501,
                "NotImplemented",
                "the simulation does not answer backup DescribeBackupVault");
        isError(
                refusal(kms(WireWorld.KEY)),
                501,
                "NotImplemented",
                "the simulation does not answer kms DescribeKey");
        assertThat(world.server.unanswered())
                .containsExactly(
                        "rds DescribeDBClusters", "backup DescribeBackupVault", "kms DescribeKey");
    }

    @Test
    void aMistakeOfTheSimulationStopsItForGood() {
        world.operations.on(
                DescribeDbClustersRequest.class,
                (_, _) -> List.of(),
                (_, _) -> List.<DescribeDbClustersResponse>of().getFirst());
        answerKms();
        var first = catchThrowableOfType(IllegalStateException.class, rds(WireWorld.KEY));
        assertThat(first)
                .hasMessageContainingAll(
                        "rds", "DescribeDBClusters", WireWorld.ACCOUNT, "us-east-1");
        assertThat(first).hasCauseInstanceOf(java.util.NoSuchElementException.class);
        assertThat(catchThrowableOfType(IllegalStateException.class, kms(WireWorld.KEY)))
                .hasCause(first);
        assertThat(world.server.failure()).contains(first);
    }

    private void fail(AwsError error) {
        fail(DescribeDbClustersRequest.class, error);
        fail(DescribeBackupVaultRequest.class, error);
        fail(DescribeKeyRequest.class, error);
    }

    private <Q extends SdkRequest> void fail(Class<Q> request, AwsError error) {
        Operations.Handler<Q, SdkResponse> failing =
                (_, _) -> {
                    throw error;
                };
        world.operations.on(request, (_, _) -> List.of(), failing);
    }

    private void answer() {
        world.operations.on(
                DescribeDbClustersRequest.class,
                (_, _) -> List.of(AccessRequest.of("rds:DescribeDBClusters", "*")),
                (_, _) -> DescribeDbClustersResponse.builder().build());
        world.operations.on(
                DescribeBackupVaultRequest.class,
                (_, _) -> List.of(AccessRequest.of("backup:DescribeBackupVault", "*")),
                (_, _) -> DescribeBackupVaultResponse.builder().build());
        answerKms();
    }

    private void answerKms() {
        world.operations.on(
                DescribeKeyRequest.class,
                (_, _) -> List.of(AccessRequest.of("kms:DescribeKey", "*")),
                (_, _) -> DescribeKeyResponse.builder().build());
    }

    private ThrowingCallable rds(String key) {
        return world.client(RdsClient.builder(), key)::describeDBClusters;
    }

    private ThrowingCallable backup(String key) {
        var client = world.client(BackupClient.builder(), key);
        return () -> client.describeBackupVault(vault -> vault.backupVaultName("x"));
    }

    private ThrowingCallable kms(String key) {
        var client = world.client(KmsClient.builder(), key);
        return () -> client.describeKey(asked -> asked.keyId("x"));
    }

    private static AwsServiceException refusal(ThrowingCallable call) {
        return catchThrowableOfType(AwsServiceException.class, call);
    }

    private static void isError(AwsServiceException error, int status, String code, String words) {
        assertThat(error.statusCode()).isEqualTo(status);
        assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code);
        assertThat(error.awsErrorDetails().errorMessage()).isEqualTo(words);
    }
}
