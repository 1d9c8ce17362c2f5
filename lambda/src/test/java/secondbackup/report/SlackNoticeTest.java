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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.gap.Gap;
import secondbackup.history.History;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.policy.Notices.Channel;
import secondbackup.policy.Notices.SignIn;
import secondbackup.policy.Pages;
import secondbackup.report.Report.GapLine;
import secondbackup.report.Report.Summary;

class SlackNoticeTest {
    private static final String HOSTILE =
            "<!channel> <https://evil.example|x> & *_~`" + "\u202E\n@here" + "&".repeat(1_000);
    private static final Channel ALL = new Channel("all", "slack", List.of(), List.of());
    private static final Links LINKS = new Links("https://pages.example/p.html", true);

    private static SlackMessage daily(Report report, Optional<Report> last) {
        return SlackNotice.of(report, last, ALL, Occasion.DAY, LINKS).orElseThrow();
    }

    private static Optional<SlackMessage> news(Report report, Report last) {
        return SlackNotice.of(report, Optional.of(last), ALL, Occasion.NEWS, LINKS);
    }

    private static List<String> lines(SlackMessage message) {
        return PlainNotice.of(message);
    }

    @Test
    void saysOnceADayThatAllIsWell() {
        var report = report(61, List.of());

        assertThat(lines(daily(report, Optional.of(report))))
                .startsWith("🟢 All 61 clusters are protected")
                .contains("No gaps. Nothing needs to be done.");
        assertThat(news(report, report)).isEmpty();
    }

    @Test
    void saysTheNumberThatMattersAndHowBadItIs() {
        var warning = report(57, gaps(4));
        var danger = report(57, List.of(new Gap.Unbound(Samples.cluster("zoo"))));

        assertThat(lines(daily(warning, Optional.empty())))
                .startsWith("🟠 57 of 61 clusters are protected · 4 gaps");
        assertThat(lines(daily(danger, Optional.empty())))
                .startsWith("🔴 57 of 61 clusters are protected · 1 gap");
    }

    @Test
    void tellsWhatIsNewTogetherByCauseWithCountExamplesRemedyAndLink() {
        var lines = lines(daily(report(57, gaps(5)), Optional.empty()));

        assertThat(lines)
                .contains(
                        "New: CopyLate × 5 · since 2026-11-22 06:00 UTC ·"
                                + " https://pages.example/p.html#kind=CopyLate",
                        "orders-0 (payments 111111111111, eu-west-1); orders-1 (payments"
                                + " 111111111111, eu-west-1); orders-2 (payments 111111111111,"
                                + " eu-west-1) and 2 more")
                .anyMatch(line -> line.startsWith("Cause: "))
                .anyMatch(line -> line.startsWith("→ For the first: "));
    }

    @Test
    void linksToTheOneGapOfACause() {
        var report = report(60, gaps(1));

        assertThat(lines(daily(report, Optional.empty())))
                .anyMatch(line -> line.endsWith("#gap=" + GapMark.of(report.gaps().getFirst())));
    }

    @Test
    void tellsNothingTwice() {
        var last = report(57, gaps(4).subList(0, 3));
        var now = report(57, gaps(4).subList(1, 4));

        var lines = lines(news(now, last).orElseThrow());

        assertThat(lines.getFirst())
                .isEqualTo("🟠 1 new, 1 over · 57 of 61 clusters are protected · 3 gaps");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("New: CopyLate · since"))
                .containsSubsequence(
                        "Over: seen, and well again: 1",
                        "✅ CopyLate orders-0 (payments 111111111111, eu-west-1)")
                .noneMatch(line -> line.contains("orders-1") || line.contains("orders-2"));
        assertThat(news(now, now)).isEmpty();
    }

    @Test
    void remindsDailyOfWhatIsSevereAndCountsTheRest() {
        var gaps = new ArrayList<>(gaps(3));
        gaps.add(new Gap.Unbound(Samples.cluster("zoo")));
        var report = report(57, gaps);

        assertThat(lines(daily(report, Optional.of(report))))
                .anyMatch(line -> line.startsWith("Still open: Unbound · since"))
                .contains("Still open, less severe: CopyLate 3")
                .noneMatch(line -> line.startsWith("New"));
    }

    @Test
    void remindsOfWhatTheSevereComesFrom() {
        var gaps = new ArrayList<>(gaps(3));
        gaps.add(new Gap.NotEnrolled(Samples.cluster("zoo"), false, List.of()));
        gaps.add(new Gap.NoCopy(Samples.cluster("zoo"), Samples.hoursAgo(90)));
        var report = report(57, gaps);

        assertThat(lines(daily(report, Optional.of(report))))
                .anyMatch(line -> line.startsWith("Still open: NotEnrolled · since"))
                .contains("Hence: NoCopy 1", "Still open, less severe: CopyLate 3");
    }

    @Test
    void namesTheCauseToWhomeverHearsOnlyOfWhatFollows() {
        var zoo = Samples.cluster("zoo");
        var enrolment = new Gap.NotEnrolled(zoo, false, List.of());
        var both = report(57, List.of(enrolment, new Gap.NoCopy(zoo, Samples.hoursAgo(90))));
        var remedy = both.gaps().getLast().remedy();
        var onlySevere = new Channel("o", "s", List.of("danger"), List.of());

        var news = news(both, report(57, List.of(enrolment)));
        var severe = SlackNotice.of(both, Optional.empty(), onlySevere, Occasion.DAY, LINKS);

        for (var message : List.of(news.orElseThrow(), severe.orElseThrow())) {
            assertThat(lines(message))
                    .anyMatch(line -> line.startsWith("New: NoCopy · since"))
                    .anyMatch(line -> line.startsWith("Cause: NotEnrolled: "))
                    .contains("→ " + remedy);
        }
    }

    @Test
    void saysOnceAWeekThatTheWayWorks() {
        var report = report(61, List.of());
        var weekly = SlackNotice.of(report, Optional.of(report), ALL, Occasion.WEEK, LINKS);

        assertThat(lines(weekly.orElseThrow()))
                .anyMatch(line -> line.contains("first notice of the week"));
        assertThat(lines(daily(report, Optional.of(report))))
                .noneMatch(line -> line.contains("week"));
    }

    @Test
    void tellsAChannelOnlyOfItsAccountsAndSeverities() {
        var gaps = new ArrayList<>(gaps(2));
        gaps.add(new Gap.Unbound(Samples.cluster("zoo")));
        var report = report(57, gaps);
        var other = new Channel("o", "s", List.of(), List.of(new AccountId("222222222222")));
        var own = new Channel("o", "s", List.of("danger"), List.of(Samples.PAYMENTS.id()));

        assertThat(
                        SlackNotice.of(
                                report,
                                Optional.of(report(61, List.of())),
                                other,
                                Occasion.NEWS,
                                LINKS))
                .isEmpty();
        assertThat(
                        lines(
                                SlackNotice.of(
                                                report,
                                                Optional.of(report(61, List.of())),
                                                own,
                                                Occasion.NEWS,
                                                LINKS)
                                        .orElseThrow()))
                .anyMatch(line -> line.startsWith("New: Unbound"))
                .noneMatch(line -> line.contains("CopyLate"));
    }

    @Test
    void callsNothingOverThatCouldNotBeSeenOrIsGone() {
        var last = report(57, gaps(2));
        var empty = report(57, List.of());
        var now =
                with(
                        empty,
                        last.gaps().subList(0, 1),
                        last.gaps().subList(1, 2),
                        List.of("Account payments 111111111111: AccessDenied"));

        assertThat(lines(daily(now, Optional.of(last))))
                .noneMatch(line -> line.startsWith("Over"))
                .noneMatch(line -> line.contains("Nothing needs to be done"))
                .contains(
                        "Open when last seen, not seen this time: 1",
                        "Gone: deleted, excluded, or no longer in the organization: 1",
                        "Could not be seen: 1");
    }

    /// What is gone is nobody's any more; what is hidden may stand.
    @Test
    void isGreenOnlyWhereNothingIsHidden() {
        var well = report(61, List.of());
        var warning = report(61, gaps(1)).gaps();
        var danger = report(61, List.of(new Gap.Unbound(Samples.cluster("zoo")))).gaps();

        assertThat(sign(with(well, List.of(), danger, List.of())))
                .isEqualTo(sign(well))
                .isEqualTo("🟢 All 61 clusters are protected");
        assertThat(sign(with(well, warning, List.of(), List.of())))
                .isEqualTo("🟠 61 of 61 clusters are protected · not everything was seen");
        assertThat(sign(with(well, danger, List.of(), List.of())))
                .startsWith("🔴 61 of 61 clusters");
    }

    private static String sign(Report report) {
        var lines = lines(daily(report, Optional.of(report)));
        assertThat(lines.contains("No gaps. Nothing needs to be done."))
                .isEqualTo(report.hidden().isEmpty());
        return lines.getFirst();
    }

    @Test
    void callsGoneWhatWentWithItsClusterInASweepOfWhichNobodyHeard() {
        var last = report(57, gaps(1));
        var now = with(report(61, List.of()), List.of(), List.of(), List.of());
        var without =
                new Report(
                        now.version(),
                        now.sweep(),
                        now.lastSweep(),
                        now.generatedAt(),
                        now.summary(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        History.none(),
                        List.of(),
                        new Costs(List.of(), List.of()));

        assertThat(lines(news(without, last).orElseThrow()).getFirst()).contains("1 gone");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 30, 3_000})
    void staysWithinSlacksLimits(int number) {
        for (var last : List.of(List.<Gap>of(), gaps(number / 2), everything(HOSTILE))) {
            var gaps = new ArrayList<>(gaps(number));
            gaps.addAll(number == 30 ? everything(HOSTILE) : List.of());
            var message =
                    SlackNotice.of(
                            report(0, gaps),
                            Optional.of(report(0, last)),
                            ALL,
                            Occasion.WEEK,
                            LINKS);
            check(message.orElseThrow());
        }
    }

    @Test
    void countsTheCausesThatItLeavesOut() {
        var gaps = everything("orders");

        assertThat(lines(daily(report(0, gaps), Optional.empty())))
                .anyMatch(line ->
                        line.matches("New: … and \\d+ more of \\d+ other causes on the page"));
    }

    @Test
    void neverLetsAForeignNameBecomeMarkup() {
        var gaps =
                everything(HOSTILE).stream()
                        .filter(gap -> gap.subject() instanceof Gap.Subject.OfCluster)
                        .toList();
        var message = daily(report(0, gaps), Optional.empty());

        assertThat(message.json()).doesNotContain("<!", "<https://evil", "\u202E");
        for (var block : blocks(message)) {
            if (block.at("/text/type").asText().equals("mrkdwn")) {
                assertThat(block.at("/text/text").asText())
                        .matches(
                                "\\*[A-Z][a-z ,]+: \\d+\\*|\\*[A-Z][a-z ]+(: [A-Za-z]+( ×"
                                        + " \\d+)?)?\\* · [-a-zA-Z0-9: ]+ ·"
                                        + " <https://pages\\.example/p\\.html(#[a-z]+=[A-Za-z0-9]+)?\\|open>");
            }
        }
        assertThat(lines(message)).anyMatch(line -> line.contains("<!channel>"));
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void linksToTheConsoleWhereNothingServesThePages(Occasion occasion) {
        var links =
                Links.of(
                        new Pages(Optional.empty(), Optional.empty(), Samples.ESTATE),
                        "reports/2026-11-22T06:00:00Z.html");
        var message = SlackNotice.of(report(57, gaps(1)), Optional.empty(), ALL, occasion, links);

        assertThat(message.orElseThrow().json())
                .contains(
                        "<https://eu-north-1.console.aws.amazon.com/s3/object/reports?region=eu-north-1"
                                + "&amp;prefix=reports/2026-11-22T06%3A00%3A00Z.html|open>");
    }

    @Test
    void linksThroughTheAccessPortalWhereItIsKnown() {
        var way = new SignIn("https://example.awsapps.com/start", "Reader");
        var pages = new Pages(Optional.empty(), Optional.of(way), Samples.ESTATE);
        var links = Links.of(pages, "reports/2026-11-22T06:00:00Z.html");
        var message =
                SlackNotice.of(report(57, gaps(1)), Optional.empty(), ALL, Occasion.DAY, links);

        assertThat(message.orElseThrow().json())
                .contains(
                        "<https://example.awsapps.com/start/#/console?account_id=333333333333"
                                + "&amp;role_name=Reader"
                                + "&amp;destination=https%3A%2F%2Feu-north-1.console.aws.amazon.com%2Fs3%2Fobject"
                                + "%2Freports%3Fregion%3Deu-north-1%26prefix%3Dreports%2F2026-11-22T06%253A00%253A00Z.html|open>");
    }

    /// Whoever publishes the pages needs no console.
    @Test
    void linksToWherePagesArePublishedBeforeAnythingElse() {
        var way = new SignIn("https://example.awsapps.com/start", "Reader");
        var pages =
                new Pages(Optional.of("https://pages.example/"), Optional.of(way), Samples.ESTATE);

        assertThat(Links.of(pages, "reports/a b.html"))
                .isEqualTo(new Links("https://pages.example/reports/a%20b.html", true));
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
        assertThat(lines(message).getLast()).startsWith("Report · ");
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
                                "2026-11-22T06:00:00Z",
                                Samples.NOW,
                                List.of(),
                                List.of(),
                                List.of()),
                        List.of(),
                        List.of(),
                        List.of());
        var written =
                new ReportWriter(Samples.POLICIES)
                        .write(
                                inventory,
                                List.of(),
                                List.of(),
                                gaps,
                                Optional.empty(),
                                Samples.NOW);
        var summary =
                new Summary(61, protectedClusters, 61 - protectedClusters, 0, 0, 12, 0, 900, 61);
        return new Report(
                Report.VERSION,
                written.sweep(),
                Optional.empty(),
                Samples.NOW,
                summary,
                Samples.unprotected(Math.max(10, gaps.size())),
                written.gaps(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                History.none(),
                List.of(),
                new Costs(List.of(), List.of()));
    }

    private static Report with(
            Report report, List<GapLine> hidden, List<GapLine> gone, List<String> notSeen) {
        return new Report(
                report.version(),
                report.sweep(),
                report.lastSweep(),
                report.generatedAt(),
                report.summary(),
                report.clusters(),
                report.gaps(),
                hidden,
                gone,
                report.excluded(),
                notSeen,
                report.facts(),
                report.history(),
                report.lanes(),
                report.costs());
    }
}
