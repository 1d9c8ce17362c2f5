package secondbackup.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import secondbackup.inventory.AccountId;
import secondbackup.report.Report.GapLine;

/// Says on a screen what a report says. Gaps of one root cause stand together, so that one cause for a
/// thousand clusters is read once; the JSON has each gap by itself.
public final class ReportText {
    private static final int PLACES_MAX = 40;

    private final Report report;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private ReportText(Report report, int width) {
        this.report = report;
        this.width = width;
    }

    /// @param width most characters on a line
    public static List<String> of(Report report, int width) {
        return new ReportText(report, width).lines();
    }

    /// With the report's age, the last weeks, the copy slots and the costs.
    public static List<String> whole(Report report, int width, Instant now) {
        var lines = new ArrayList<String>();
        lines.add("Report of " + TimeText.since(report.generatedAt(), now) + ".");
        lines.addAll(of(report, width));
        lines.add("");
        OutlookText.of(report).forEach(line -> lines.addAll(Paragraph.of("", line, width)));
        return lines;
    }

    private List<String> lines() {
        lines.add(Headline.of(report));
        Headline.details(report, report.lastSweep().isEmpty())
                .forEach(detail -> lines.addAll(Paragraph.of("", detail, width)));
        CauseGroup.of(report.gaps()).forEach(this::group);
        sentences("Could not be seen", report.notSeen());
        sentences(
                "Open when last seen, not seen this time",
                report.hidden().stream().map(gap -> gap.kind() + ": " + where(gap)).toList());
        sentences("Worth knowing", report.facts());
        return List.copyOf(lines);
    }

    private void group(CauseGroup group) {
        var gaps = group.gaps();
        var first = gaps.getFirst();
        lines.add("");
        lines.add(
                group.severity()
                        + " "
                        + group.kind()
                        + (gaps.size() == 1 ? "" : ": " + gaps.size()));
        if (gaps.size() == 1) {
            lines.addAll(Paragraph.of("  what:  ", first.what(), width));
        } else {
            places(gaps);
        }
        lines.addAll(Paragraph.of("  cause: ", group.cause(), width));
        var next = gaps.size() == 1 ? "" : "(for " + where(first) + ") ";
        lines.addAll(Paragraph.of("  next:  ", next + first.remedy(), width));
        if (!group.following().isEmpty()) {
            lines.addAll(Paragraph.of("  hence: ", group.consequences(), width));
        }
    }

    private void places(List<GapLine> gaps) {
        var subjects = new TreeMap<String, List<String>>();
        gaps.forEach(gap -> {
            var names = subjects.computeIfAbsent(place(gap), _ -> new ArrayList<>());
            if (named(gap)) {
                names.add(gap.subject());
            }
        });
        var label = "  where: ";
        for (var place : subjects.entrySet().stream().limit(PLACES_MAX).toList()) {
            var names = String.join(", ", place.getValue());
            var text = place.getKey() + (names.isEmpty() ? "" : ": " + names);
            lines.addAll(Paragraph.of(label, text, width));
            label = " ".repeat(label.length());
        }
        if (subjects.size() > PLACES_MAX) {
            var more = subjects.size() - PLACES_MAX;
            lines.add(label + "and " + more + " more places; --json has all");
        }
    }

    private static String where(GapLine gap) {
        return named(gap) ? gap.subject() + ", " + place(gap) : place(gap);
    }

    /// Whether the subject has a name beside its place.
    private static boolean named(GapLine gap) {
        return !gap.subject().equals(gap.region()) && !gap.subject().equals(gap.accountName());
    }

    private static String place(GapLine gap) {
        var account = gap.account().map(AccountId::value).orElse("");
        return (gap.accountName() + " " + account + " " + gap.region()).strip();
    }

    private void sentences(String heading, List<String> sentences) {
        if (!sentences.isEmpty()) {
            lines.add("");
            lines.add(heading + ":");
            sentences.forEach(one -> lines.addAll(Paragraph.of("  - ", one, width)));
        }
    }
}
