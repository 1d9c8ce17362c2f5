package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.proof.Day;
import secondbackup.simulation.wire.Fault;
import secondbackup.slack.Poster;
import secondbackup.slack.Poster.Reply;

/// Notify, with a Slack that answers what it likes.
final class NotifyTest {
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> posted = new ArrayList<>();
    private final Day day = Day.deployed();
    private final String sweep = day.look().path("sweep").asText();

    private static Reply answered(int status, String body) {
        return new Reply.Answered(status, body, OptionalLong.empty());
    }

    private static Reply later(long seconds) {
        return new Reply.Answered(429, "", OptionalLong.of(seconds));
    }

    private void tell(Reply... replies) {
        var queue = new ArrayDeque<>(List.of(replies));
        var poster = new Poster(post -> answer(post, queue), pauses::add);
        day.with(poster).invoke("notify", Day.named(sweep));
        assertThat(queue).isEmpty();
    }

    private Reply answer(Poster.Post post, ArrayDeque<Reply> queue) {
        posted.add(post.json());
        return queue.removeFirst();
    }

    @Test
    void deliversWhatSlackTakes() {
        tell(answered(200, "ok"));

        assertThat(pauses).isEmpty();
        assertThat(posted).hasSize(1);
    }

    @Test
    void tellsASweepOnce() {
        tell(answered(200, "ok"));

        tell();
    }

    @Test
    void tellsAgainWhatSlackDidNotTake() {
        assertThatThrownBy(() -> tell(answered(404, "no_service")))
                .isInstanceOf(IllegalStateException.class);

        tell(answered(200, "ok"));

        assertThat(posted.getLast()).isEqualTo(posted.getFirst());
    }

    @Test
    void waitsAsLongAsSlackAsksAndTriesOnceMore() {
        tell(later(2), answered(200, "ok"));

        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void triesOnceMoreWhereSlackIsInTrouble() {
        tell(answered(500, ""), answered(200, "ok"));

        assertThat(pauses).hasSize(1);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("Slack answered 404 no_service", List.of(answered(404, "no_service"))),
                Arguments.of("Slack answered 429", List.of(later(60))),
                Arguments.of("Slack answered 429", List.of(later(1), later(1))),
                Arguments.of(
                        "Slack answered 500",
                        List.of(answered(500, "<html>"), answered(500, "<html>"))),
                Arguments.of(
                        "Slack could not be reached: HttpTimeoutException",
                        List.of(
                                new Reply.Unreachable("HttpTimeoutException"),
                                new Reply.Unreachable("HttpTimeoutException"))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void failsWhereSlackWasNotToldAndKeepsTheWebhookToItself(String word, List<Reply> replies) {
        assertThatThrownBy(() -> tell(replies.toArray(new Reply[0])))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sweep " + sweep + ": Slack was not told: " + word)
                .hasMessageNotContaining("hooks.slack.com");
    }

    @Test
    void failsWhereTheWebhookCannotBeRead() {
        day.world()
                .faults()
                .plan(
                        Fault.share(
                                "secret",
                                Fault.Kind.SERVER_ERROR,
                                1,
                                place -> place.operation().equals("GetSecretValue")));

        assertThatThrownBy(() -> tell())
                .hasMessageContaining("secret 'second-backup/slack-webhook' cannot be read");
        day.world().faults().clear();
    }
}
