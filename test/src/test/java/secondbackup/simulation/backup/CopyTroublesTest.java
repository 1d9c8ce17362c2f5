package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CopyTroublesTest {
    private final CopyStory story = CopyStory.likely();

    @Test
    void aStuckCopyRunsUntilAllIsCalm() {
        story.troubles.stick(job -> job.resourceArn.endsWith(":orders"));
        var stuck = story.copy(story.point("orders"));
        var well = story.copy(story.point("users"));
        story.days(20);
        assertThat(stuck.state).isEqualTo("RUNNING");
        assertThat(well.state).isEqualTo("COMPLETED");

        story.troubles.calm();
        story.days(1);
        assertThat(stuck.state).isEqualTo("COMPLETED");
    }

    @Test
    void anInternalErrorFailsACopyOnTheWay() {
        story.troubles.fail(_ -> true, "FATAL_ERROR", "An internal error occurred.");
        var source = story.point("orders");
        var job = story.copy(source);
        story.days(1);

        assertThat(job.startedAt).isNotNull();
        assertThat(job.state).isEqualTo("FAILED");
        assertThat(job.messageCategory).isEqualTo("FATAL_ERROR");
        assertThat(job.message).isEqualTo("An internal error occurred.");
        assertThat(story.target.points).isEmpty();
        assertThat(story.snapshot(source).sharedWith).isEmpty();
    }

    @Test
    void aCopyStaysCreatedWhileAwsTriesAgain() {
        story.troubles.createdStays(_ -> true, Duration.ofHours(5));
        var job = story.copy(story.point("orders"));
        story.minutes(5 * 60 - 1);
        assertThat(job.state).isEqualTo("CREATED");

        story.minutes(15);
        assertThat(job.state).isEqualTo("RUNNING");
    }
}
