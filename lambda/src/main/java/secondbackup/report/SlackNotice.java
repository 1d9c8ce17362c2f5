package secondbackup.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import secondbackup.report.Report.GapLine;

/// Says in Slack what a report says, with what has changed since the last one.
public final class SlackNotice {
    private static final int GAPS_MAX = 20;

    /// So many lines are kept for gaps that stand, however many are new.
    private static final int STANDING_MIN = 6;

    private static final int OTHERS_MAX = 10;
    private static final int REMEDY_MAX = 1_100;
    private static final int WHAT_MAX = 450;

    private final Report report;
    private final boolean first;
    private final Changes changes;
    private final SlackBlocks blocks = new SlackBlocks();

    private SlackNotice(Report report, Optional<Report> last) {
        this.report = report;
        this.first = last.isEmpty();
        this.changes = Changes.of(report, last);
    }

    public static SlackMessage of(Report report, Optional<Report> last) {
        return of(report, last, "sweep " + report.sweep());
    }

    /// @param reportKey where the report lies, such as its key in the report bucket
    public static SlackMessage of(Report report, Optional<Report> last, String reportKey) {
        return new SlackNotice(report, last).message(reportKey);
    }

    private SlackMessage message(String reportKey) {
        var headline = Headline.of(report);
        blocks.header(headline);
        blocks.lines(Headline.details(report, first));
        var standing = changes.standing();
        var fresh = changes.fresh();
        var freshMax = GAPS_MAX - Math.min(standing.size(), STANDING_MIN);
        gaps("New", fresh, freshMax, false);
        gaps("Still open", standing, GAPS_MAX - Math.min(fresh.size(), freshMax), true);
        names("Resolved since the last report", changes.resolved());
        names(
                "Gone since the last report, deleted or no longer in the organization",
                changes.gone());
        names("Open when last seen, not seen this time", report.hidden());
        sentences("Could not be seen", report.notSeen());
        sentences("Left out, or good to know", report.facts());
        blocks.divider();
        blocks.lines(
                List.of(
                        "Report: "
                                + PlainText.line(reportKey)
                                + ". What each kind of gap means: README, \"Gaps\"; step by step: runbook/<kind>.md."));
        return blocks.message(headline);
    }

    private void gaps(String heading, List<GapLine> gaps, int max, boolean withSince) {
        if (gaps.isEmpty()) {
            return;
        }
        blocks.heading(heading + ": " + gaps.size());
        var kinds = new LinkedHashMap<String, List<GapLine>>();
        gaps.stream()
                .limit(max)
                .forEach(line ->
                        kinds.computeIfAbsent(line.kind(), _ -> new ArrayList<>()).add(line));
        kinds.forEach((kind, lines) -> {
            var all = gaps.stream().filter(line -> line.kind().equals(kind)).count();
            var text = new ArrayList<String>();
            text.add(kind + " (" + all + ")");
            lines.forEach(line -> text.add(line(line, withSince)));
            blocks.lines(text);
        });
        more(gaps.size() - max);
    }

    private static String line(GapLine line, boolean withSince) {
        var since = withSince ? " · since " + TimeText.of(line.since()) : "";
        var remedy =
                line.remedy().length() > REMEDY_MAX
                        ? "the step is too long for this notice; see the report"
                        : line.remedy();
        return "• "
                + PlainText.cut(line.what(), WHAT_MAX)
                + since
                + "\n    "
                + PlainText.cut(line.cause(), WHAT_MAX)
                + "\n    → "
                + remedy;
    }

    private void names(String heading, List<GapLine> gaps) {
        sentences(
                heading,
                gaps.stream()
                        .map(line -> {
                            var account =
                                    line.account()
                                            .map(id -> (line.accountName() + " " + id).strip())
                                            .orElse("");
                            var region = line.region().isEmpty() ? "" : ", " + line.region();
                            var place = account.isEmpty() ? "" : " (" + account + region + ")";
                            return line.kind() + " " + line.subject() + place;
                        })
                        .toList());
    }

    private void sentences(String heading, List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        blocks.heading(heading + ": " + sentences.size());
        blocks.lines(
                sentences.stream()
                        .limit(OTHERS_MAX)
                        .map(sentence -> "• " + PlainText.cut(PlainText.line(sentence), WHAT_MAX))
                        .toList());
        more(sentences.size() - OTHERS_MAX);
    }

    private void more(int count) {
        if (count > 0) {
            blocks.lines(List.of("… and " + count + " more in the report"));
        }
    }
}
