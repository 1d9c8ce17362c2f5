package secondbackup.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A report in one line, and the numbers under it.
final class Headline {
    private Headline() {}

    static String of(Report report) {
        var summary = report.summary();
        var well = report.gaps().isEmpty() && wholly(report);
        if (summary.clusters() == 0) {
            return well
                    ? "No Aurora cluster was found" + excluded(report)
                    : "No Aurora cluster could be seen" + trouble(report);
        }
        if (well && summary.protectedClusters() == summary.clusters()) {
            return (summary.clusters() == 1
                            ? "The only cluster is protected"
                            : "All " + number(summary.clusters()) + " clusters are protected")
                    + excluded(report);
        }
        return number(summary.protectedClusters())
                + " of "
                + count(summary.clusters(), "cluster")
                + (summary.clusters() == 1 ? " is" : " are")
                + " protected"
                + trouble(report);
    }

    /// Whether everything was seen, also whatever once stood.
    private static boolean wholly(Report report) {
        return report.notSeen().isEmpty() && report.hidden().isEmpty();
    }

    private static String trouble(Report report) {
        var text = new StringBuilder();
        if (!report.gaps().isEmpty()) {
            text.append(" · ").append(count(report.gaps().size(), "gap"));
        }
        if (report.summary().accountsUnseen() > 0) {
            text.append(" · ")
                    .append(count(report.summary().accountsUnseen(), "account"))
                    .append(" not seen");
        } else if (!wholly(report)) {
            text.append(" · not everything was seen");
        }
        return text.append(excluded(report)).toString();
    }

    private static String excluded(Report report) {
        return report.excluded().isEmpty()
                ? ""
                : " · " + count(report.excluded().size(), "account") + " excluded";
    }

    static List<String> details(Report report, boolean first) {
        var summary = report.summary();
        var standings = new ArrayList<String>();
        standings.add(number(summary.protectedClusters()) + " protected");
        add(standings, summary.unprotectedClusters(), "unprotected");
        add(standings, summary.youngClusters(), "too young to need a copy yet");
        add(standings, summary.unknownClusters(), "unknown, since not all could be seen");
        var lines = new ArrayList<String>();
        lines.add(
                TimeText.of(report.generatedAt())
                        + ": "
                        + count(summary.clusters(), "cluster")
                        + " in "
                        + count(summary.accounts(), "account")
                        + ": "
                        + String.join(", ", standings)
                        + ". "
                        + copies(summary, first));
        if (report.gaps().isEmpty()) {
            lines.add(
                    wholly(report)
                            ? "No gaps. Nothing needs to be done."
                            : "No gaps in what was seen; below is what was not.");
        }
        return lines;
    }

    private static String copies(Report.Summary summary, boolean first) {
        var copies =
                summary.copies() == 1
                        ? "1 usable copy"
                        : number(summary.copies()) + " usable copies";
        var fresh = first ? "" : ", " + number(summary.newCopies()) + " new since the last report";
        return copies + " in the vault" + fresh + ".";
    }

    private static void add(List<String> standings, int count, String words) {
        if (count > 0) {
            standings.add(number(count) + " " + words);
        }
    }

    private static String count(int count, String noun) {
        return number(count) + " " + noun + (count == 1 ? "" : "s");
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
