package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.backup.CopyStory.KEEPER;
import static secondbackup.simulation.backup.CopyStory.MEMBER;
import static secondbackup.simulation.backup.CopyStory.OSAKA;
import static secondbackup.simulation.backup.CopyStory.OTHER;
import static secondbackup.simulation.backup.CopyStory.TOKYO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.simulation.Worlds;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.wire.AwsError;
import software.amazon.awssdk.services.backup.model.ListCopyJobsRequest;
import software.amazon.awssdk.services.backup.model.ListCopyJobsResponse;

final class CopyJobListTest {
    private CopyStory story = CopyStory.likely();

    @Test
    void showsTheNewestFirst() {
        var old = story.copy(story.point("orders"));
        story.minutes(10);
        var young = story.copy(story.point("users"));

        assertThat(listed(_ -> {})).containsExactly(young.id, old.id);
    }

    @Test
    void showsJobsOfTheAccountAndRegionOnly() {
        story.copy(story.point("orders"));

        assertThat(listed(KEEPER, OSAKA, _ -> {})).isEmpty();
        assertThat(listed(MEMBER, OSAKA, _ -> {})).isEmpty();
    }

    @Test
    void filtersByWhatAJobIs() {
        var near = story.vault(MEMBER, OSAKA, "near", story.key(MEMBER, OSAKA, "near").arn());
        var point = story.point("users");
        var done = story.copy(story.point("orders"));
        story.days(1);
        var failed =
                story.start(
                        story.request(point)
                                .destinationBackupVaultArn(near.arn().replace("near", "far")));
        story.days(1);

        only(failed, request -> request.byResourceArn(failed.resourceArn));
        only(failed, request -> request.byState("FAILED"));
        only(done, request -> request.byState("COMPLETED"));
        only(failed, request -> request.byDestinationVaultArn(failed.targetVaultArn));
        only(failed, request -> request.bySourceRecoveryPointArn(point.arn));
        only(done, request -> request.byMessageCategory("SUCCESS"));
        only(failed, request -> request.byMessageCategory("RESOURCE_NOT_FOUND"));
        assertThat(listed(request -> request.byMessageCategory("ANY"))).hasSize(2);
        assertThat(listed(request -> request.byResourceType("Aurora"))).hasSize(2);
        assertThat(listed(request -> request.byResourceType("EBS"))).isEmpty();
        assertThat(listed(request -> request.byParentJobId("parent"))).isEmpty();
    }

    @Test
    void filtersByTimeWithoutTheBounds() {
        var job = story.copy(story.point("orders"));
        story.days(1);
        var created = job.createdAt;
        var completed = Objects.requireNonNull(job.completedAt);
        var second = Duration.ofSeconds(1);

        assertThat(listed(request -> request.byCreatedAfter(created))).isEmpty();
        assertThat(listed(request -> request.byCreatedBefore(created))).isEmpty();
        only(job, request -> request.byCreatedAfter(created.minus(second)));
        only(job, request -> request.byCreatedBefore(created.plus(second)));
        only(job, request -> request.byCompleteAfter(completed.minus(second)));
        only(job, request -> request.byCompleteBefore(completed.plus(second)));
        assertThat(listed(request -> request.byCompleteAfter(completed))).isEmpty();
    }

    @Test
    void findsNoUnfinishedJobByItsCompletion() {
        var job = story.copy(story.point("orders"));

        assertThat(listed(request -> request.byCompleteAfter(job.createdAt))).isEmpty();
    }

    @Test
    void forgetsJobsThatEndedThirtyDaysAgo() {
        story.troubles.stick(job -> job.resourceArn.endsWith("stuck"));
        var stuck = story.copy(story.point("stuck"));
        story.copy(story.point("orders"));
        story.days(29);
        assertThat(listed(_ -> {})).hasSize(2);

        story.days(2);
        only(stuck, _ -> {});
    }

    @Test
    void forgetsNoJobWhereAwsRemembersThemAll() {
        story = new CopyStory(Worlds.with("copyJobsAreForgotten", false));
        var job = story.copy(story.point("orders"));
        story.days(365);

        only(job, _ -> {});
    }

    @Test
    void showsOtherAccountsToTheManagementAccountOnly() {
        var job = story.copy(story.point("orders"));
        var management = story.organization.managementAccount;

        only(job, request -> request.byAccountId(MEMBER));
        assertThat(listed(management, TOKYO, _ -> {})).isEmpty();
        assertThat(listed(management, TOKYO, request -> request.byAccountId(MEMBER)))
                .containsExactly(job.id);
        assertThat(listed(management, TOKYO, request -> request.byAccountId("*")))
                .containsExactly(job.id);
        assertThat(listed(OTHER, TOKYO, request -> request.byAccountId(MEMBER))).isEmpty();
    }

    @Test
    void pagesWithoutLossWhileJobsAreAdded() {
        for (var number = 0; number < 7; number++) {
            story.copy(story.point("cluster" + number));
            story.minutes(1);
        }
        var expected = listed(_ -> {});
        var seen = new ArrayList<String>();
        var answer = page(null);
        while (true) {
            answer.copyJobs().forEach(job -> seen.add(job.copyJobId()));
            story.copy(story.point("late" + seen.size()));
            if (answer.nextToken() == null) {
                break;
            }
            answer = page(answer.nextToken());
        }

        assertThat(seen).isEqualTo(expected);
    }

    private ListCopyJobsResponse page(@Nullable String token) {
        var request = ListCopyJobsRequest.builder().maxResults(3).nextToken(token).build();
        return story.ask(MEMBER, TOKYO).of(request, ListCopyJobsResponse.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001})
    void refusesAPageSizeOutOfRange(int size) {
        assertThatThrownBy(() -> listed(request -> request.maxResults(size)))
                .isInstanceOf(AwsError.class)
                .extracting(error -> ((AwsError) error).code())
                .isEqualTo("InvalidParameterValueException");
    }

    private void only(CopyJob job, Consumer<ListCopyJobsRequest.Builder> filter) {
        assertThat(listed(filter)).containsExactly(job.id);
    }

    private List<String> listed(Consumer<ListCopyJobsRequest.Builder> filter) {
        return listed(MEMBER, TOKYO, filter);
    }

    private List<String> listed(
            String account, String region, Consumer<ListCopyJobsRequest.Builder> filter) {
        var request = ListCopyJobsRequest.builder().applyMutation(filter).build();
        return story
                .ask(account, region)
                .of(request, ListCopyJobsResponse.class)
                .copyJobs()
                .stream()
                .map(software.amazon.awssdk.services.backup.model.CopyJob::copyJobId)
                .toList();
    }
}
