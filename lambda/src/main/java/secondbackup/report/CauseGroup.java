package secondbackup.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import secondbackup.gap.Severity;
import secondbackup.report.Report.GapLine;

/// The lines of one root cause, so that one cause for a thousand clusters is read once.
///
/// @param kind of those lines that name the cause
/// @param severity of its worst line
/// @param cause that of the first line; the others' differs from it in names and numbers at most
/// @param since when the first of them was seen
/// @param gaps those that name the cause, at least one, in the order of the report
/// @param following what follows from these, in the order of the report
public record CauseGroup(
        String kind,
        Severity severity,
        String cause,
        Instant since,
        List<GapLine> gaps,
        List<GapLine> following) {
    public CauseGroup {
        gaps = List.copyOf(gaps);
        following = List.copyOf(following);
    }

    /// Groups in the order of severity, then the largest first.
    public static List<CauseGroup> of(List<GapLine> gaps) {
        var groups = new LinkedHashMap<String, List<GapLine>>();
        gaps.forEach(gap -> groups.computeIfAbsent(gap.root(), _ -> new ArrayList<>()).add(gap));
        return groups.values().stream()
                .map(CauseGroup::group)
                .sorted(
                        Comparator.comparing(CauseGroup::severity)
                                .thenComparingInt(group -> -group.all().size())
                                .thenComparing(CauseGroup::kind)
                                .thenComparing(group -> group.gaps().getFirst().key()))
                .toList();
    }

    /// Where only what follows is among the lines, that leads.
    private static CauseGroup group(List<GapLine> lines) {
        var leading = lines.stream().filter(CauseGroup::leads).toList();
        var kind = leading.isEmpty() ? lines.getFirst().kind() : leading.getFirst().kind();
        var gaps = lines.stream().filter(line -> line.kind().equals(kind)).toList();
        return new CauseGroup(
                kind,
                lines.stream().map(GapLine::severity).min(Comparator.naturalOrder()).orElseThrow(),
                gaps.getFirst().cause(),
                lines.stream().map(GapLine::since).min(Comparator.naturalOrder()).orElseThrow(),
                gaps,
                lines.stream().filter(line -> !line.kind().equals(kind)).toList());
    }

    /// The line that names the cause: the first one, or where only what follows is here, one of the whole report.
    ///
    /// @param report every line of the report
    public GapLine leader(List<GapLine> report) {
        var first = gaps.getFirst();
        return leads(first)
                ? first
                : report.stream()
                        .filter(line -> line.root().equals(first.root()) && leads(line))
                        .findFirst()
                        .orElse(first);
    }

    private static boolean leads(GapLine line) {
        return line.root().startsWith(line.kind() + "|");
    }

    public List<GapLine> all() {
        return Stream.concat(gaps.stream(), following.stream()).toList();
    }

    /// What follows, by kind, such as `CopyLate 12, NoRecoveryPoint 12`; empty where nothing does.
    public String consequences() {
        SortedMap<String, Integer> kinds = new TreeMap<>();
        following.forEach(line -> kinds.merge(line.kind(), 1, Integer::sum));
        return kinds.entrySet().stream()
                .map(kind -> kind.getKey() + " " + kind.getValue())
                .collect(Collectors.joining(", "));
    }
}
