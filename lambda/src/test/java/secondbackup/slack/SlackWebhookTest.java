package secondbackup.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import secondbackup.report.SlackMessage;
import secondbackup.slack.Poster.Reply;
import secondbackup.sweep.Notifier.Said;

class SlackWebhookTest {
    private static final String URL = "https://hooks.slack.com/services/T0/B0/secretpart";
    private static final SlackMessage MESSAGE = new SlackMessage("{\"text\":\"hello\"}");

    private final List<Poster.Post> posts = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();

    private Said say(Reply... replies) {
        var left = new ArrayDeque<>(List.of(replies));
        var poster =
                new Poster(
                        post -> {
                            posts.add(post);
                            return left.remove();
                        },
                        pauses::add);
        return new SlackWebhook(URL, poster).say(MESSAGE);
    }

    private static Reply answered(int status, String body) {
        return new Reply.Answered(status, body, OptionalLong.empty());
    }

    private static Reply limited(long seconds) {
        return new Reply.Answered(429, "rate_limited", OptionalLong.of(seconds));
    }

    @Test
    void postsTheMessageOnce() {
        assertThat(say(answered(200, "ok"))).isEqualTo(new Said.Delivered());
        assertThat(posts).extracting(Poster.Post::json).containsExactly(MESSAGE.json());
    }

    @Test
    void waitsAsLongAsSlackAsksAndTriesOnceMore() {
        assertThat(say(limited(5), answered(200, "ok"))).isEqualTo(new Said.Delivered());
        assertThat(pauses).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void waitsHalfAMinuteAndNoLonger() {
        assertThat(say(limited(30), answered(200, "ok"))).isEqualTo(new Said.Delivered());
        pauses.clear();
        assertThat(say(limited(31)))
                .isEqualTo(new Said.NotDelivered("Slack answered 429 rate_limited"));
        assertThat(pauses).isEmpty();
    }

    @Test
    void triesOnceMoreAfterATimeOut() {
        assertThat(say(new Reply.Unreachable("HttpTimeoutException"), answered(200, "ok")))
                .isEqualTo(new Said.Delivered());
        assertThat(pauses).hasSize(1);
    }

    @Test
    void triesOnceMoreAfterAServerError() {
        assertThat(say(answered(503, ""), answered(200, "ok"))).isEqualTo(new Said.Delivered());
    }

    @Test
    void givesUpAfterTheSecondServerError() {
        assertThat(say(answered(500, "<html>" + URL), answered(502, "")))
                .isEqualTo(new Said.NotDelivered("Slack answered 502"));
    }

    @Test
    void saysInSlacksWordsWhyItRefused() {
        assertThat(say(answered(403, "no_service")))
                .isEqualTo(new Said.NotDelivered("Slack answered 403 no_service"));
        assertThat(posts).hasSize(1);
    }

    @Test
    void neverRepeatsWhatMayHoldTheUrl() {
        assertThat(say(answered(404, "no such page: " + URL)).toString())
                .doesNotContain("secretpart");
        var away = new Reply.Unreachable("HttpTimeoutException");
        assertThat(say(away, away).toString())
                .contains("HttpTimeoutException")
                .doesNotContain("secretpart");
        assertThat(posts.getFirst().toString()).doesNotContain("secretpart");
    }

    @Test
    void refusesASecretThatIsNoUrlWithoutRepeatingIt() {
        for (var bad :
                List.of("secretpart", "http://hooks.slack.com/secretpart", "https:// secretpart")) {
            assertThatThrownBy(() -> new SlackWebhook(bad, Poster.http()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause()
                    .message()
                    .doesNotContain("secretpart");
        }
    }
}
