package secondbackup.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import secondbackup.history.Mark;
import secondbackup.history.Track;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.ClusterId;
import secondbackup.report.GapMark;
import secondbackup.report.Report;
import secondbackup.report.Report.ClusterLine;
import secondbackup.report.Report.GapLine;

/// The report as sheets of comma-separated values, for spreadsheets. A text that a spreadsheet would take for a
/// formula begins with an apostrophe, and the file with the mark by which spreadsheets know UTF-8.
///
/// Source: RFC 4180, "Common Format and MIME Type for Comma-Separated Values (CSV) Files", and OWASP, "CSV
/// Injection" (the signs that begin a formula), read 2026-11-27.
final class Sheets {
    private static final String END = "\r\n";
    private static final String UTF_8_MARK = "\uFEFF";
    private static final List<String> CLUSTERS =
            List.of(
                    "account",
                    "account name",
                    "region",
                    "cluster",
                    "arn",
                    "resource id",
                    "today",
                    "rung",
                    "newest good copy",
                    "expires",
                    "copy age max hours",
                    "promises",
                    "good copies",
                    "oldest good copy",
                    "size bytes",
                    "copying",
                    "days kept in a row",
                    "worst gap days",
                    "attainment percent",
                    "days");
    private static final List<String> GAPS =
            List.of(
                    "kind",
                    "severity",
                    "state",
                    "account",
                    "account name",
                    "region",
                    "subject",
                    "arn",
                    "since",
                    "what",
                    "cause",
                    "remedy",
                    "root cause",
                    "link");

    private Sheets() {}

    static String clusters(Report report) {
        var tracks = new TreeMap<ClusterId, Track>();
        report.history().clusters().forEach(track -> tracks.put(track.id(), track));
        var rows = new ArrayList<List<String>>();
        for (var line : report.clusters()) {
            rows.add(cluster(line, Optional.ofNullable(tracks.remove(line.id()))));
        }
        tracks.values().forEach(track -> rows.add(unseen(track)));
        return sheet(CLUSTERS, rows);
    }

    static String gaps(Report report) {
        var rows = new ArrayList<List<String>>();
        report.gaps().forEach(line -> rows.add(gap(line, "open")));
        report.hidden().forEach(line -> rows.add(gap(line, "open when last seen")));
        report.gone().forEach(line -> rows.add(gap(line, "gone")));
        report.excluded().forEach(line -> rows.add(excluded(line)));
        return sheet(GAPS, rows);
    }

    private static List<String> cluster(ClusterLine line, Optional<Track> track) {
        var holding = line.holding();
        var mark = Mark.of(line.standing(), line.rung());
        var start =
                Stream.concat(
                        place(line.id(), line.accountName()),
                        Stream.of(
                                word(mark),
                                line.rung().name().toLowerCase(Locale.ROOT),
                                time(line.newestAt()),
                                time(line.expiresAt()),
                                line.copyAgeMax().map(age -> age.toHours() + "").orElse(""),
                                String.join(" ", line.rules()),
                                holding.copies() + "",
                                time(holding.oldestAt()),
                                holding.sizeBytes().stream()
                                        .mapToObj(Long::toString)
                                        .collect(Collectors.joining()),
                                holding.copying() + ""));
        return Stream.concat(start, past(track)).toList();
    }

    private static List<String> unseen(Track track) {
        var nothing = Stream.generate(() -> "").limit(9);
        var start =
                Stream.concat(
                        place(track.id(), track.accountName()),
                        Stream.concat(Stream.of(word(Mark.UNSEEN)), nothing));
        return Stream.concat(start, past(Optional.of(track))).toList();
    }

    private static Stream<String> place(ClusterId id, String accountName) {
        return Stream.of(
                id.account().value(),
                accountName,
                id.region().value(),
                id.name(),
                id.arn().value(),
                id.resourceId());
    }

    private static Stream<String> past(Optional<Track> track) {
        return Stream.of(
                track.map(one -> one.keptInARow() + "").orElse(""),
                track.map(one -> one.worstGapDays() + "").orElse(""),
                track.stream()
                        .flatMapToInt(one -> one.attainmentPercent().stream())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining()),
                track.map(Track::days).orElse(""));
    }

    private static List<String> gap(GapLine line, String state) {
        return List.of(
                line.kind(),
                line.severity().name().toLowerCase(Locale.ROOT),
                state,
                line.account().map(AccountId::value).orElse(""),
                line.accountName(),
                line.region(),
                line.subject(),
                line.arn(),
                line.since().toString(),
                line.what(),
                line.cause(),
                line.remedy(),
                line.root(),
                "#gap=" + GapMark.of(line));
    }

    /// What is left out stands where people look for what is wrong.
    private static List<String> excluded(Report.Excluded line) {
        return List.of(
                "Excluded",
                "",
                "excluded",
                line.account().value(),
                line.accountName(),
                "",
                line.accountName(),
                "",
                "",
                "excluded until "
                        + line.until()
                        + (line.seen() ? "" : "; could not be read in full")
                        + "; clusters: "
                        + line.clusters().stream()
                                .map(ClusterId::name)
                                .collect(Collectors.joining(" ")),
                line.reason(),
                line.owner(),
                "",
                "");
    }

    private static String word(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Optional<Instant> at) {
        return at.map(Instant::toString).orElse("");
    }

    private static String sheet(List<String> heads, List<List<String>> rows) {
        return Stream.concat(Stream.of(heads), rows.stream())
                .map(row -> row.stream().map(Sheets::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining(END, UTF_8_MARK, END));
    }

    static String cell(String text) {
        var harmless = text.matches("(?s)\\s*[=+\\-@\\t\\r\\n＝＋－＠].*") ? "'" + text : text;
        return harmless.matches("(?s).*[\",\\r\\n].*")
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}
