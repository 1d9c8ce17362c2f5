package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.gap.Gap;
import secondbackup.history.History;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.report.Report.GapLine;
import secondbackup.report.Report.Summary;

class SlackNoticeTest {
    private static final String HOSTILE =
            "<!channel> <https://evil.example|x> & *_~`" + "\u202E\n@here" + "&".repeat(1_000);

    @Test
    void saysThatAllIsWell() {
        var message = SlackNotice.of(report(61, List.of()), Optional.empty());

        assertThat(PlainNotice.of(message))
                .startsWith("All 61 clusters are protected", "=============================")
                .contains("No gaps. Nothing needs to be done.");
    }

    @Test
    void saysTheNumberThatMatters() {
        var report = report(57, gaps(4));

        assertThat(PlainNotice.of(SlackNotice.of(report, Optional.empty())))
                .startsWith("57 of 61 clusters protected · 4 gaps");
    }

    @Test
    void tellsNewFromStandingAndResolved() {
        var last = report(57, gaps(4).subList(0, 3));
        var now = report(57, gaps(4).subList(1, 4));

        var lines = PlainNotice.of(SlackNotice.of(now, Optional.of(last), "reports/2026.json"));

        assertThat(lines)
                .containsSubsequence(
                        "New: 1",
                        "CopyLate (1)",
                        "Still open: 2",
                        "CopyLate (2)",
                        "Resolved since the last report: 1",
                        "• CopyLate orders-0 (payments 111111111111, eu-west-1)");
        assertThat(lines.getLast()).contains("reports/2026.json");
    }

    @Test
    void saysWhatIsGoneAndWhatWasLeftOut() {
        var last = report(57, gaps(1));
        var empty = report(61, List.of());
        var now =
                new Report(
                        Report.VERSION,
                        empty.sweep(),
                        Optional.of(last.sweep()),
                        empty.generatedAt(),
                        empty.summary(),
                        List.of(),
                        List.of(),
                        List.of(),
                        last.gaps(),
                        List.of(),
                        List.of("Left out as young restore tests in account payments: x."),
                        History.none(),
                        List.of(),
                        new Costs(List.of(), List.of()));

        assertThat(PlainNotice.of(SlackNotice.of(now, Optional.of(last))))
                .noneMatch(line -> line.startsWith("Resolved"))
                .containsSubsequence(
                        "Gone since the last report, deleted or no longer in the organization: 1",
                        "• CopyLate orders-0 (payments 111111111111, eu-west-1)",
                        "Left out, or good to know: 1",
                        "• Left out as young restore tests in account payments: x.");
    }

    @Test
    void callsNothingResolvedThatCouldNotBeSeen() {
        var last = report(57, gaps(1));
        var empty = report(57, List.of());
        var now =
                new Report(
                        Report.VERSION,
                        empty.sweep(),
                        Optional.of(last.sweep()),
                        empty.generatedAt(),
                        empty.summary(),
                        List.of(),
                        List.of(),
                        last.gaps(),
                        List.of(),
                        List.of("Account payments 111111111111: AccessDenied"),
                        List.of(),
                        History.none(),
                        List.of(),
                        new Costs(List.of(), List.of()));

        assertThat(PlainNotice.of(SlackNotice.of(now, Optional.of(last))))
                .noneMatch(line -> line.startsWith("Resolved"))
                .noneMatch(line -> line.contains("Nothing needs to be done"))
                .contains("Open when last seen, not seen this time: 1", "Could not be seen: 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 3_000})
    void staysWithinSlacksLimits(int number) {
        for (var last : List.of(List.<Gap>of(), gaps(number / 2), everything(HOSTILE))) {
            var gaps = new ArrayList<>(gaps(number));
            gaps.addAll(number == 30 ? everything(HOSTILE) : List.of());

            check(SlackNotice.of(report(0, gaps), Optional.of(report(0, last)), HOSTILE));
        }
    }

    @Test
    void countsWhatItLeavesOut() {
        assertThat(PlainNotice.of(SlackNotice.of(report(0, gaps(3_000)), Optional.empty())))
                .contains("New: 3000", "… and 2980 more in the report");
    }

    @Test
    void neverLetsAForeignNameBecomeMarkup() {
        var message = SlackNotice.of(report(0, everything(HOSTILE)), Optional.empty(), HOSTILE);

        assertThat(message.json()).doesNotContain("<", "\u202E");
        for (var block : blocks(message)) {
            if (block.at("/text/type").asText().equals("mrkdwn")) {
                assertThat(block.at("/text/text").asText()).matches("\\*[A-Z][a-z ,]+: \\d+\\*");
            }
        }
        assertThat(PlainNotice.of(message)).anyMatch(line -> line.contains("<!channel>"));
    }

    private static void check(SlackMessage message) {
        var blocks = blocks(message);
        assertThat(blocks.size()).isBetween(2, 49);
        assertThat(message.json().length()).isLessThan(60_000);
        for (var block : blocks) {
            var text = block.at("/text/text").asText();
            assertThat(text.length())
                    .isLessThanOrEqualTo(
                            block.path("type").asText().equals("header") ? 150 : 3_000);
            assertThat(text.isEmpty()).isEqualTo(block.path("type").asText().equals("divider"));
        }
        assertThat(PlainNotice.of(message).getLast()).contains("Report: ");
    }

    private static JsonNode blocks(SlackMessage message) {
        try {
            return new ObjectMapper().readTree(message.json()).path("blocks");
        } catch (com.fasterxml.jackson.core.JsonProcessingException bad) {
            throw new AssertionError(bad);
        }
    }

    private static List<Gap> gaps(int number) {
        return IntStream.range(0, number)
                .<Gap>mapToObj(index ->
                        Samples.late(Samples.cluster("orders-" + index), Duration.ofHours(3)))
                .toList();
    }

    private static List<Gap> everything(String name) {
        return Samples.all(Samples.cluster(Samples.account("111111111111", name), name));
    }

    private static Report report(int protectedClusters, List<Gap> gaps) {
        var inventory =
                new Inventory(
                        new Manifest.Listed(
                                "2026-11-22T06:00:00Z", Samples.NOW, List.of(), List.of()),
                        List.of(),
                        List.of());
        var written =
                new ReportWriter(Samples.ESTATE)
                        .write(
                                inventory,
                                List.of(),
                                List.of(),
                                gaps,
                                Optional.empty(),
                                Samples.NOW);
        List<GapLine> lines = written.gaps();
        var summary =
                new Summary(61, protectedClusters, 61 - protectedClusters, 0, 0, 12, 0, 900, 61);
        return new Report(
                Report.VERSION,
                written.sweep(),
                Optional.empty(),
                Samples.NOW,
                summary,
                List.of(),
                lines,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                History.none(),
                List.of(),
                new Costs(List.of(), List.of()));
    }
}
