package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.simulation.Worlds;

final class CopyLifecycleTest {
    private CopyStory story = CopyStory.likely();

    @ParameterizedTest
    @CsvSource({
        "6,FAILED",
        "7,COMPLETED",
        "8,COMPLETED",
        "34,COMPLETED",
        "35,COMPLETED",
        "36,FAILED"
    })
    void staysWithinTheLocksBounds(long days, String state) {
        lock(7L, 35L);

        assertThat(copy(days)).isEqualTo(state);
    }

    @Test
    void saysWhyALockRefuses() {
        lock(7L, 35L);
        var job = story.copy(story.point("orders"));
        assertThat(job.deleteAfterDays).isEqualTo(30L);
        lock(31L, 35L);
        story.days(1);

        assertThat(job.messageCategory).isEqualTo("INVALID_LIFECYCLE");
        assertThat(job.message)
                .isEqualTo(
                        "Copy job failed. The retention specified in the job is not within the range"
                                + " specified for the target Backup Vault.");
    }

    @Test
    void asksTooMuchOfAMaximumWhenItAsksForNoEnd() {
        lock(7L, 100L);

        assertThat(copy(null)).isEqualTo("FAILED");
        assertThat(copy(-1L)).isEqualTo("FAILED");
    }

    @ParameterizedTest
    @CsvSource({"34,FAILED", "35,COMPLETED", "36,COMPLETED"})
    void asksForWhatItInheritsWhereNoEndIsJudgedByThat(long most, String state) {
        story = new CopyStory(Worlds.with("endlessCopiesBreakMaximum", false));
        lock(7L, most);

        assertThat(copy(null)).isEqualTo(state);
        assertThat(copy(-1L)).isEqualTo(state);
    }

    @Test
    void neverEndsUnderAMaximumEvenWhereNoEndIsJudgedByWhatItInherits() {
        story = new CopyStory(Worlds.with("endlessCopiesBreakMaximum", false));
        lock(7L, 36_500L);
        var point = story.point("orders");
        point.deleteAfterDays = null;
        var job = story.start(story.request(point).lifecycle(lifecycle -> {}));
        story.days(1);

        assertThat(job.state).isEqualTo("FAILED");
    }

    @Test
    void needsNoEndUnderAMinimumAlone() {
        lock(7L, null);

        assertThat(copy(null)).isEqualTo("COMPLETED");
    }

    @Test
    void breaksAMinimumByWhatItInherits() {
        lock(36L, null);

        assertThat(copy(null)).isEqualTo("FAILED");
    }

    @Test
    void needsNoLifecycleWithoutLock() {
        assertThat(copy(null)).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @CsvSource({"false,COMPLETED", "true,FAILED"})
    void judgesTheDaysAskedForOrThoseStillToLive(boolean remaining, String state) {
        story = new CopyStory(Worlds.with("lockJudgesRemainingDays", remaining));
        lock(7L, 35L);
        var point = story.point("orders");
        story.days(24);
        var job = story.copy(point);
        story.days(1);

        assertThat(job.state).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"false,FAILED", "true,COMPLETED"})
    void judgesAMaximumLikewise(boolean remaining, String state) {
        story = new CopyStory(Worlds.with("lockJudgesRemainingDays", remaining));
        lock(7L, 29L);
        var point = story.point("orders");
        story.days(2);
        var job = story.copy(point);
        story.days(1);

        assertThat(job.state).isEqualTo(state);
    }

    private void lock(@Nullable Long least, @Nullable Long most) {
        story.target.lock = new Vaults.Lock(least, most, null);
    }

    private String copy(@Nullable Long days) {
        var request = story.request(story.point("orders"));
        var job = story.start(request.lifecycle(lifecycle -> lifecycle.deleteAfterDays(days)));
        story.days(1);
        return job.state;
    }
}
