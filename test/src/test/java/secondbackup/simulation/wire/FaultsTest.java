package secondbackup.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;

class FaultsTest {
    private final WireWorld world = new WireWorld();
    private final Faults faults = world.server.faults();
    private final RdsClient rds = world.client(RdsClient.builder(), WireWorld.KEY);
    private final KmsClient kms = world.client(KmsClient.builder(), WireWorld.KEY);
    private int answered;

    @BeforeEach
    void answer() {
        world.operations.on(
                DescribeDbClustersRequest.class, (_, _) -> List.of(), (_, _) -> clusters());
        world.operations.on(
                DescribeKeyRequest.class,
                (_, _) -> List.of(),
                (_, _) -> DescribeKeyResponse.builder().build());
    }

    @Test
    void noneStrikesUntilPlannedNorAfterClearing() {
        rds.describeDBClusters();
        faults.plan(Fault.share("all", Fault.Kind.THROTTLED, 1, _ -> true));
        faults.clear();
        rds.describeDBClusters();
        assertThat(answered).isEqualTo(2);
    }

    @Test
    void throttlingHasEachProtocolsForm() {
        faults.plan(Fault.share("all", Fault.Kind.THROTTLED, 1, _ -> true));
        assertThat(code(rds::describeDBClusters)).isEqualTo("400 Throttling");
        assertThat(code(this::describeKey)).isEqualTo("400 ThrottlingException");
    }

    @Test
    void theSdkSeesThrottlingAsThrottling() {
        faults.plan(Fault.share("all", Fault.Kind.THROTTLED, 1, _ -> true));
        assertThatThrownBy(rds::describeDBClusters)
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        error -> assertThat(error.isThrottlingException()).isTrue());
        assertThatThrownBy(this::describeKey)
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        error -> assertThat(error.isThrottlingException()).isTrue());
    }

    @Test
    void serverErrorsAndExpiryHaveEachProtocolsForm() {
        faults.plan(Fault.first("error", Fault.Kind.SERVER_ERROR, 2, _ -> true));
        assertThat(code(rds::describeDBClusters)).isEqualTo("500 InternalFailure");
        assertThat(code(this::describeKey)).isEqualTo("500 InternalFailure");
        faults.plan(Fault.first("down", Fault.Kind.UNAVAILABLE, 2, _ -> true));
        assertThat(code(rds::describeDBClusters)).isEqualTo("503 ServiceUnavailable");
        assertThat(code(this::describeKey)).isEqualTo("503 ServiceUnavailableException");
        faults.plan(Fault.first("expired", Fault.Kind.CREDENTIALS_EXPIRED, 2, _ -> true));
        assertThat(code(rds::describeDBClusters)).isEqualTo("403 ExpiredToken");
        assertThat(code(this::describeKey)).isEqualTo("400 ExpiredTokenException");
        rds.describeDBClusters();
    }

    @Test
    void aTimeOutNeverReachesTheHandler() {
        faults.plan(Fault.first("out", Fault.Kind.TIMED_OUT, 1, _ -> true));
        assertThatThrownBy(rds::describeDBClusters)
                .isInstanceOf(SdkClientException.class)
                .hasCauseInstanceOf(SocketTimeoutException.class);
        assertThat(answered).isZero();
    }

    @Test
    void aLostAnswerLooksTheSameButTheHandlerRan() {
        faults.plan(Fault.first("lost", Fault.Kind.ANSWER_LOST, 1, _ -> true));
        assertThatThrownBy(rds::describeDBClusters)
                .isInstanceOf(SdkClientException.class)
                .hasCauseInstanceOf(SocketTimeoutException.class);
        assertThat(answered).isEqualTo(1);
    }

    @Test
    void strikesOnlyWhereItIsPlanned() {
        faults.plan(
                Fault.share(
                        "rds", Fault.Kind.THROTTLED, 1, place -> place.service().equals("rds")));
        assertThat(code(rds::describeDBClusters)).isEqualTo("400 Throttling");
        describeKey();
    }

    @Test
    void countsExactlyTheFirstCalls() {
        faults.plan(Fault.first("two", Fault.Kind.THROTTLED, 2, _ -> true));
        assertThat(code(rds::describeDBClusters)).isEqualTo("400 Throttling");
        assertThat(code(rds::describeDBClusters)).isEqualTo("400 Throttling");
        rds.describeDBClusters();
        assertThat(answered).isEqualTo(1);
    }

    @Test
    void aShareIsMetAndDoesNotDependOnTheOrderOfCalls() {
        faults.plan(Fault.share("some", Fault.Kind.THROTTLED, 0.3, _ -> true));
        var forwards = struck(List.of("a", "b", "c", "d", "e", "f", "g", "h"));
        faults.clear();
        faults.plan(Fault.share("some", Fault.Kind.THROTTLED, 0.3, _ -> true));
        var backwards = struck(List.of("h", "g", "f", "e", "d", "c", "b", "a"));
        assertThat(forwards).containsExactlyInAnyOrderElementsOf(backwards);
        assertThat(forwards.size()).isBetween(150, 330);
    }

    private List<String> struck(List<String> names) {
        var struck = new ArrayList<String>();
        for (var attempt = 0; attempt < 100; attempt++) {
            for (var name : names) {
                try {
                    rds.describeDBClusters(asked -> asked.dbClusterIdentifier(name));
                } catch (AwsServiceException _) {
                    struck.add(name + attempt);
                }
            }
        }
        return struck;
    }

    private DescribeDbClustersResponse clusters() {
        answered++;
        return DescribeDbClustersResponse.builder().build();
    }

    private void describeKey() {
        kms.describeKey(asked -> asked.keyId("x"));
    }

    private static String code(Runnable call) {
        try {
            call.run();
            return "answered";
        } catch (AwsServiceException error) {
            return error.statusCode() + " " + error.awsErrorDetails().errorCode();
        }
    }
}
