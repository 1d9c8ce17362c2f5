package secondbackup.simulation.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.Ask;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsRequest;
import software.amazon.awssdk.services.cloudtrail.model.DescribeTrailsResponse;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusRequest;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;
import software.amazon.awssdk.services.cloudtrail.model.StopLoggingRequest;
import software.amazon.awssdk.services.cloudtrail.model.StopLoggingResponse;
import software.amazon.awssdk.services.cloudtrail.model.Trail;

/// Who can stop a trail, from where, and what is recorded then.
final class CloudTrailOperationsTest {
    private static final String MANAGEMENT = "999988887777";
    private static final String MEMBER = "111122223333";
    private static final String HOME = "eu-central-1";
    private static final String FAR = "us-east-1";

    private final Organization organization =
            Organization.founded("o-example", MANAGEMENT, Instant.parse("2026-03-01T00:00:00Z"));
    private final Trails trails = new Trails();
    private final Trails.Trail everybodys = new Trails.Trail("everybody", MANAGEMENT, HOME);
    private final Trails.Trail own = new Trails.Trail("own", MEMBER, HOME);
    private final Operations operations = new Operations();

    CloudTrailOperationsTest() {
        organization.join(MEMBER, "shop", "r-root", Instant.parse("2026-03-01T00:00:00Z"));
        everybodys.ofOrganization = true;
        trails.all.add(everybodys);
        trails.all.add(own);
        new CloudTrailOperations(trails, organization).register(operations);
    }

    private Ask in(String account, String region) {
        return new Ask(operations, account, "cloudtrail", region);
    }

    private void stop(String account, String region, String trail) {
        in(account, region)
                .of(StopLoggingRequest.builder().name(trail).build(), StopLoggingResponse.class);
    }

    private boolean logging(String account, String region, String trail) {
        return in(account, region)
                .of(
                        GetTrailStatusRequest.builder().name(trail).build(),
                        GetTrailStatusResponse.class)
                .isLogging();
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    @Test
    void aTrailIsStoppedAtHomeByNameOrByArn() {
        stop(MEMBER, HOME, "own");
        assertThat(logging(MEMBER, HOME, "own")).isFalse();
        assertThat(logging(MEMBER, HOME, everybodys.arn())).isTrue();

        stop(MANAGEMENT, HOME, everybodys.arn());
        assertThat(logging(MANAGEMENT, HOME, "everybody")).isFalse();
    }

    /// Its shadow is seen from everywhere, by its ARN.
    @Test
    void aTrailIsNotStoppedFromAnotherRegion() {
        refused(() -> stop(MEMBER, FAR, own.arn()), "InvalidHomeRegionException");
        refused(() -> stop(MEMBER, FAR, "own"), "TrailNotFoundException");

        assertThat(logging(MEMBER, FAR, own.arn())).isTrue();
    }

    @Test
    void aMemberCannotStopTheTrailOfItsOrganization() {
        refused(
                () -> stop(MEMBER, HOME, everybodys.arn()),
                "NotOrganizationMasterAccountException");
        refused(() -> stop(MEMBER, HOME, "everybody"), "TrailNotFoundException");

        assertThat(logging(MEMBER, HOME, everybodys.arn())).isTrue();
    }

    @Test
    void nobodyStopsWhatHeDoesNotSee() {
        refused(() -> stop(MANAGEMENT, HOME, own.arn()), "TrailNotFoundException");
        refused(() -> stop(MEMBER, HOME, "never-made"), "TrailNotFoundException");
    }

    @Test
    void whoHasLeftSeesTheOrganizationsTrailNoMore() {
        assertThat(seen(MEMBER, FAR)).containsExactly("everybody", "own");

        organization.leave(MEMBER);

        assertThat(seen(MEMBER, FAR)).containsExactly("own");
        assertThat(trails.cover(MEMBER, FAR, false)).isTrue();
        stop(MEMBER, HOME, "own");
        assertThat(trails.cover(MEMBER, FAR, false)).isFalse();
    }

    @Test
    void oneTrailThatLogsIsEnough() {
        stop(MEMBER, HOME, "own");
        assertThat(trails.cover(MEMBER, HOME, true)).isTrue();

        stop(MANAGEMENT, HOME, "everybody");
        assertThat(trails.cover(MEMBER, HOME, true)).isFalse();
    }

    @Test
    void aTrailOfOneRegionRecordsThereAlone() {
        own.multiRegion = false;
        stop(MANAGEMENT, HOME, "everybody");

        assertThat(trails.cover(MEMBER, HOME, true)).isTrue();
        assertThat(trails.cover(MEMBER, FAR, true)).isFalse();
        assertThat(seen(MEMBER, FAR)).containsExactly("everybody");
    }

    private List<String> seen(String account, String region) {
        return in(account, region)
                .of(DescribeTrailsRequest.builder().build(), DescribeTrailsResponse.class)
                .trailList()
                .stream()
                .map(Trail::name)
                .toList();
    }
}
