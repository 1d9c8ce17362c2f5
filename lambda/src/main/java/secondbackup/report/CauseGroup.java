package secondbackup.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import secondbackup.gap.Severity;
import secondbackup.report.Report.GapLine;

/// Gaps of one kind that have the same cause, so that one cause for a thousand clusters is read once.
///
/// @param cause that of the first of them; the others' differs from it in names and numbers at most
/// @param since when the first of them was seen
/// @param gaps in the order of the report, at least one
public record CauseGroup(
        String kind, Severity severity, String cause, Instant since, List<GapLine> gaps) {
    public CauseGroup {
        gaps = List.copyOf(gaps);
    }

    /// Groups in the order of severity, then the largest first.
    public static List<CauseGroup> of(List<GapLine> gaps) {
        var groups = new LinkedHashMap<String, List<GapLine>>();
        gaps.forEach(gap -> groups.computeIfAbsent(shape(gap), _ -> new ArrayList<>()).add(gap));
        return groups.values().stream()
                .map(CauseGroup::group)
                .sorted(
                        Comparator.comparing(CauseGroup::severity)
                                .thenComparingInt(group -> -group.gaps().size())
                                .thenComparing(CauseGroup::kind)
                                .thenComparing(group -> group.gaps().getFirst().key()))
                .toList();
    }

    private static CauseGroup group(List<GapLine> gaps) {
        var first = gaps.getFirst();
        var since = gaps.stream().map(GapLine::since).min(Comparator.naturalOrder());
        return new CauseGroup(
                first.kind(), first.severity(), first.cause(), since.orElseThrow(), gaps);
    }

    /// What is left of a cause without names and numbers.
    private static String shape(GapLine gap) {
        return gap.severity()
                + "|"
                + gap.kind()
                + "|"
                + gap.cause()
                        .replaceAll("arn:[^\\s,;]+", "arn")
                        .replaceAll("'[^']*'", "''")
                        .replaceAll("\\b[0-9a-fA-F-]{32,36}\\b", "id")
                        .replaceAll("\\d+", "0");
    }
}
