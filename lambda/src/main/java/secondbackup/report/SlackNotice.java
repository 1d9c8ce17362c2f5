package secondbackup.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import secondbackup.gap.Severity;
import secondbackup.policy.Notices.Channel;
import secondbackup.report.Report.GapLine;

/// Says in one channel what a report says, and nothing twice: what is new, in the groups of its causes; what is
/// over, once; and at the day's first notice, what is dangerous and still stands, with what it comes from. However
/// many gaps there are, it stays within Slack's limits.
public final class SlackNotice {
    private static final int NEW_MAX = 7;
    private static final int STANDING_MAX = 5;
    private static final int EXAMPLES_MAX = 3;
    private static final int OTHERS_MAX = 8;
    private static final int OTHER_MAX = 300;
    private static final int REMEDY_MAX = 1_100;
    private static final int CAUSE_MAX = 450;

    private final Report report;
    private final Optional<Report> last;
    private final Channel channel;
    private final Occasion occasion;
    private final Links links;
    private final Changes changes;
    private final SlackBlocks blocks = new SlackBlocks();

    private SlackNotice(
            Report report, Optional<Report> last, Channel channel, Occasion occasion, Links links) {
        this.report = report;
        this.last = last;
        this.channel = channel;
        this.occasion = occasion;
        this.links = links;
        this.changes = Changes.of(report, last).only(heard(channel));
    }

    /// @param last the report of which the channel last heard
    /// @return empty where nothing is new for this channel, and it has heard today
    public static Optional<SlackMessage> of(
            Report report, Optional<Report> last, Channel channel, Occasion occasion, Links links) {
        return new SlackNotice(report, last, channel, occasion, links).message();
    }

    private static Predicate<GapLine> heard(Channel channel) {
        return gap ->
                (channel.severities().isEmpty()
                                || channel.severities()
                                        .contains(gap.severity().name().toLowerCase(Locale.ROOT)))
                        && (channel.accounts().isEmpty()
                                || gap.account().filter(channel.accounts()::contains).isPresent());
    }

    private Optional<SlackMessage> message() {
        if (!occasion.daily() && changes.nothing()) {
            return Optional.empty();
        }
        var headline = sign() + " " + (occasion.daily() ? "" : news()) + Headline.of(report);
        blocks.header(headline);
        if (occasion.daily()) {
            blocks.lines(Headline.details(report, last.isEmpty()));
        }
        groups("New", changes.fresh(), NEW_MAX);
        names("Over: seen, and well again", "✅", changes.resolved());
        names("Gone: deleted, excluded, or no longer in the organization", "•", changes.gone());
        if (occasion.daily()) {
            standing();
        }
        end();
        return Optional.of(blocks.message(headline));
    }

    /// Nobody has seen that what is hidden is well.
    private String sign() {
        var open = Stream.concat(report.gaps().stream(), report.hidden().stream()).toList();
        if (open.stream().anyMatch(SlackNotice::severe) || report.summary().accountsUnseen() > 0) {
            return "🔴";
        }
        return open.isEmpty() && report.notSeen().isEmpty() ? "🟢" : "🟠";
    }

    private static boolean severe(GapLine gap) {
        return gap.severity() == Severity.DANGER;
    }

    private String news() {
        var parts = new ArrayList<String>();
        count(parts, changes.fresh(), "new");
        count(parts, changes.resolved(), "over");
        count(parts, changes.gone(), "gone");
        return String.join(", ", parts) + " · ";
    }

    private static void count(List<String> parts, List<GapLine> gaps, String word) {
        if (!gaps.isEmpty()) {
            parts.add(gaps.size() + " " + word);
        }
    }

    private void standing() {
        var roots =
                changes.standing().stream()
                        .filter(SlackNotice::severe)
                        .map(GapLine::root)
                        .collect(Collectors.toSet());
        var bySeverity =
                changes.standing().stream()
                        .collect(Collectors.partitioningBy(gap -> roots.contains(gap.root())));
        groups("Still open", bySeverity.getOrDefault(true, List.of()), STANDING_MAX);
        var others = new TreeMap<String, Integer>();
        bySeverity
                .getOrDefault(false, List.of())
                .forEach(gap -> others.merge(gap.kind(), 1, Integer::sum));
        if (!others.isEmpty()) {
            var kinds =
                    others.entrySet().stream()
                            .map(kind -> kind.getKey() + " " + kind.getValue())
                            .collect(Collectors.joining(", "));
            blocks.lines(List.of("Still open, less severe: " + kinds));
        }
        names(
                "Open when last seen, not seen this time",
                "•",
                report.hidden().stream().filter(heard(channel)).toList());
        if (channel.accounts().isEmpty()) {
            sentences("Could not be seen", report.notSeen());
            sentences("Left out, or good to know", report.facts());
        }
    }

    private void groups(String heading, List<GapLine> gaps, int max) {
        var groups = CauseGroup.of(gaps);
        groups.stream().limit(max).forEach(group -> group(heading, group));
        var left = groups.stream().skip(max).mapToInt(group -> group.all().size()).sum();
        if (left > 0) {
            var causes = groups.size() - max;
            blocks.lines(
                    List.of(
                            heading
                                    + ": … and "
                                    + left
                                    + " more of "
                                    + causes
                                    + (causes == 1 ? " other cause" : " other causes")
                                    + " on the page"));
        }
    }

    /// Our own words and the link are marked up; whatever an account could have chosen is plain.
    private void group(String heading, CauseGroup group) {
        var gaps = group.gaps();
        var hence = group.consequences();
        blocks.linked(
                heading + ": " + group.kind() + (gaps.size() == 1 ? "" : " × " + gaps.size()),
                "since " + TimeText.of(group.since()),
                links.to(group));
        var first = gaps.getFirst();
        var where =
                gaps.size() == 1
                        ? first.what()
                        : gaps.stream()
                                        .limit(EXAMPLES_MAX)
                                        .map(SlackNotice::place)
                                        .collect(Collectors.joining("; "))
                                + (gaps.size() > EXAMPLES_MAX
                                        ? " and " + (gaps.size() - EXAMPLES_MAX) + " more"
                                        : "");
        var leader = group.leader(report.gaps());
        var cause =
                leader.kind().equals(group.kind())
                        ? leader.cause()
                        : leader.kind() + ": " + leader.cause();
        var remedy =
                leader.remedy().length() > REMEDY_MAX
                        ? "the step is too long for this notice; see the page"
                        : leader.remedy();
        blocks.lines(
                List.of(
                        PlainText.cut(where, CAUSE_MAX)
                                + "\nCause: "
                                + PlainText.cut(cause, CAUSE_MAX)
                                + "\n→ "
                                + (gaps.size() == 1 ? "" : "For the first: ")
                                + remedy
                                + (hence.isEmpty() ? "" : "\nHence: " + hence)));
    }

    private static String place(GapLine gap) {
        var account = gap.account().map(id -> (gap.accountName() + " " + id).strip()).orElse("");
        var region = gap.region().isEmpty() ? "" : ", " + gap.region();
        return gap.subject() + (account.isEmpty() ? "" : " (" + account + region + ")");
    }

    private void names(String heading, String sign, List<GapLine> gaps) {
        list(heading, sign, gaps.stream().map(gap -> gap.kind() + " " + place(gap)).toList());
    }

    private void sentences(String heading, List<String> sentences) {
        list(heading, "•", sentences);
    }

    private void list(String heading, String sign, List<String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        blocks.heading(heading + ": " + entries.size());
        var lines = new ArrayList<String>();
        entries.stream()
                .limit(OTHERS_MAX)
                .forEach(entry ->
                        lines.add(sign + " " + PlainText.cut(PlainText.line(entry), OTHER_MAX)));
        if (entries.size() > OTHERS_MAX) {
            lines.add("… and " + (entries.size() - OTHERS_MAX) + " more on the page");
        }
        blocks.lines(lines);
    }

    private void end() {
        blocks.divider();
        if (occasion == Occasion.WEEK) {
            blocks.lines(
                    List.of(
                            "This channel's first notice of the week: the way from the sweep to here works. Where"
                                    + " none comes in a day, something is broken, whatever this one says."));
        }
        blocks.linked("Report", report.sweep(), links.page());
    }
}
