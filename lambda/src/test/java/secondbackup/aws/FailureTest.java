package secondbackup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class FailureTest {
    private static final String BY_POLICY =
            "User: x is not authorized to perform: rds:DescribeDBClusters with an explicit deny in a"
                    + " service control policy";

    @Test
    void keepsAwsCodeAndMessage() {
        var failure = Failure.of(answered("ThrottlingException", "Rate exceeded"));
        assertThat(failure.cause()).isEqualTo("ThrottlingException: Rate exceeded");
        assertThat(failure.denied()).isFalse();
    }

    @Test
    void namesTheExceptionWhereAwsWasNotReached() {
        assertThat(Failure.of(SdkClientException.create("timed out")).cause())
                .isEqualTo("SdkClientException: timed out");
    }

    @Test
    void knowsARegionThatWasClosedByPolicy() {
        assertThat(Failure.of(answered("AccessDenied", BY_POLICY)).byServiceControlPolicy())
                .isTrue();
    }

    @Test
    void doesNotTakeAnyOtherRefusalForAClosedRegion() {
        assertThat(
                        Failure.of(answered("AccessDenied", "no identity-based policy allows it"))
                                .byServiceControlPolicy())
                .isFalse();
        assertThat(Failure.of(answered("InternalFailure", BY_POLICY)).byServiceControlPolicy())
                .isFalse();
    }

    @Test
    void believesARefusalOnlyWhereNoEarlierAttemptMayHaveDoneWhatWasAsked() {
        assertThat(Failure.of(answered(400, 1)).refused()).isTrue();
        assertThat(Failure.of(answered(499, 1)).refused()).isTrue();
        assertThat(Failure.of(answered(500, 1)).refused()).isFalse();
        assertThat(Failure.of(answered(400, 2)).refused()).isFalse();
        assertThat(Failure.of(SdkClientException.create("timed out")).refused()).isFalse();
    }

    private static AwsServiceException answered(int status, int attempts) {
        return AwsServiceException.builder()
                .statusCode(status)
                .numAttempts(attempts)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode("X").errorMessage("x").build())
                .build();
    }

    private static AwsServiceException answered(String code, String message) {
        return AwsServiceException.builder()
                .awsErrorDetails(
                        AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
                .build();
    }
}
