package secondbackup.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.report.SlackMessage;
import secondbackup.slack.Poster;
import secondbackup.slack.SlackWebhook;
import secondbackup.sweep.Notifier.Said;

/// The local receiver takes what Slack takes and refuses what Slack refuses.
final class LocalSlackTest {
    private static final String URL =
            "https://hooks.slack.com/services/T00000000/B00000000/EXAMPLE";

    private LocalSlack slack = new LocalSlack(URL);

    private Poster.Reply.Answered post(String url, String json) {
        var reply = slack.poster().post().apply(new Poster.Post(URI.create(url), json));
        return (Poster.Reply.Answered) reply;
    }

    private String said(String json) {
        var answer = post(URL, json);
        assertThat(answer.status()).isEqualTo(answer.body().equals("ok") ? 200 : 400);
        assertThat(slack.received()).isEqualTo(answer.body().equals("ok") ? 1 : 0);
        return answer.body();
    }

    private static String blocks(String... blocks) {
        return "{\"text\": \"t\", \"blocks\": [" + String.join(", ", blocks) + "]}";
    }

    private static String text(String type, int length) {
        return "{\"type\": \"%s\", \"text\": \"%s\"}".formatted(type, "x".repeat(length));
    }

    private static String header(String type, int length) {
        return "{\"type\": \"header\", \"text\": " + text(type, length) + "}";
    }

    private static String section(String type, int length) {
        return "{\"type\": \"section\", \"text\": " + text(type, length) + "}";
    }

    /// @param list `fields` or `elements`
    private static String many(String type, String list, int count, int length) {
        var texts = String.join(", ", Collections.nCopies(count, text("mrkdwn", length)));
        return "{\"type\": \"%s\", \"%s\": [%s]}".formatted(type, list, texts);
    }

    private static String divider(int idLength) {
        return "{\"type\": \"divider\", \"block_id\": \"%s\"}".formatted("i".repeat(idLength));
    }

    private static String[] dividers(int count) {
        return Collections.nCopies(count, "{\"type\": \"divider\"}").toArray(String[]::new);
    }

    static Stream<String> allowed() {
        return Stream.of(
                header("plain_text", 1),
                header("plain_text", 150),
                section("plain_text", 1),
                section("plain_text", 3_000),
                section("mrkdwn", 3_000),
                many("section", "fields", 1, 1),
                many("section", "fields", 10, 2_000),
                many("context", "elements", 1, 1),
                many("context", "elements", 10, 3_000),
                divider(255),
                "{\"type\": \"divider\"}");
    }

    static Stream<String> forbidden() {
        return Stream.of(
                header("plain_text", 0),
                header("plain_text", 151),
                header("mrkdwn", 1),
                "{\"type\": \"header\"}",
                section("plain_text", 0),
                section("plain_text", 3_001),
                section("mrkdwn", 3_001),
                section("html", 1),
                "{\"type\": \"section\"}",
                "{\"type\": \"section\", \"text\": \"bare\"}",
                many("section", "fields", 0, 1),
                many("section", "fields", 11, 1),
                many("section", "fields", 1, 0),
                many("section", "fields", 1, 2_001),
                many("context", "elements", 0, 1),
                many("context", "elements", 11, 1),
                many("context", "elements", 1, 3_001),
                "{\"type\": \"context\"}",
                divider(256),
                "{\"type\": \"paragraph\"}",
                "{}");
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void takesABlockUpToItsLimits(String block) {
        assertThat(said(blocks(block))).isEqualTo("ok");
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void refusesABlockBeyondThem(String block) {
        assertThat(said(blocks(block))).isEqualTo("invalid_blocks");
    }

    @Test
    void looksAtTheLastBlockToo() {
        assertThat(said(blocks(section("mrkdwn", 1), header("mrkdwn", 1))))
                .isEqualTo("invalid_blocks");
    }

    @Test
    void takesFiftyBlocks() {
        assertThat(said(blocks(dividers(50)))).isEqualTo("ok");
    }

    @Test
    void refusesTheFiftyFirst() {
        assertThat(said(blocks(dividers(51)))).isEqualTo("invalid_blocks");
    }

    @Test
    void takesTextAlone() {
        assertThat(said("{\"text\": \"" + "x".repeat(40_000) + "\"}")).isEqualTo("ok");
    }

    @Test
    void refusesTextThatIsTooLong() {
        assertThat(said("{\"text\": \"" + "x".repeat(40_001) + "\"}")).isEqualTo("msg_too_long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"text\": \"\"}", "{\"blocks\": []}"})
    void refusesAMessageThatSaysNothing(String json) {
        assertThat(said(json)).isEqualTo("no_text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "text", "[]", "\"text\""})
    void refusesWhatIsNoMessage(String json) {
        assertThat(said(json)).isEqualTo("invalid_payload");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.slack.com/services/T00000000/B00000000/OTHER",
                "https://hooks.slack.com/services/T00000000/B00000000/EXAMPLE/",
                "http://hooks.slack.com/services/T00000000/B00000000/EXAMPLE"
            })
    void knowsItsOwnWebhookOnly(String url) {
        var answer = post(url, "{\"text\": \"t\"}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("no_service");
        assertThat(slack.received()).isZero();
    }

    @Test
    void takesABurstWhereTheRateIsNotLimited() {
        post(URL, "{\"text\": \"one\"}");

        assertThat(post(URL, "{\"text\": \"two\"}").status()).isEqualTo(200);
        assertThat(slack.received()).isEqualTo(2);
    }

    @Test
    void takesOneMessageASecondWhereItIs() {
        slack = LocalSlack.limitingRate(URL);
        assertThat(post(URL, "{\"text\": \"one\"}").status()).isEqualTo(200);

        var refused = post(URL, "{\"text\": \"two\"}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfterSeconds()).isEqualTo(OptionalLong.of(1));
        slack.poster().pause().accept(Duration.ofMillis(999));
        assertThat(post(URL, "{\"text\": \"two\"}").status()).isEqualTo(429);
        slack.poster().pause().accept(Duration.ofMillis(1));
        assertThat(post(URL, "{\"text\": \"two\"}").status()).isEqualTo(200);
        assertThat(slack.latest()).contains("{\"text\": \"two\"}");
    }

    @Test
    void getsTwoNoticesAtOnceFromAWebhookThatWaitsAsLongAsItIsTold() {
        slack = LocalSlack.limitingRate(URL);
        var webhook = new SlackWebhook(URL, slack.poster());

        assertThat(webhook.say(new SlackMessage("{\"text\": \"one\"}")))
                .isEqualTo(new Said.Delivered());
        assertThat(webhook.say(new SlackMessage("{\"text\": \"two\"}")))
                .isEqualTo(new Said.Delivered());
        assertThat(slack.received()).isEqualTo(2);
    }
}
