package secondbackup.rehearsal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/// Where the rehearsal is shown: colours in a terminal that has them, plain text in a pipe, ASCII where the
/// output is not UTF-8.
final class Screen {
    private static final int WIDTH_STANDARD = 120;
    private static final int WIDTH_LEAST = 80;
    private static final int WIDTH_MOST = 160;
    private static final int BAR = 20;
    private static final int KIND = 20;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final PrintStream out;
    private final ColorScheme colours;
    private final boolean unicode;
    private final int width;

    private Screen(PrintStream out, Ansi ansi, boolean unicode, int width) {
        this.out = out;
        this.colours = new ColorScheme.Builder(ansi).build();
        this.unicode = unicode;
        this.width = width;
    }

    static Screen ofThisTerminal() {
        var unicode = System.out.charset().equals(StandardCharsets.UTF_8);
        var columns = System.getenv().getOrDefault("COLUMNS", "");
        var wanted = columns.matches("\\d{2,4}") ? Integer.parseInt(columns) : WIDTH_STANDARD;
        var width = Math.clamp(wanted, WIDTH_LEAST, WIDTH_MOST);
        return new Screen(System.out, Ansi.AUTO, unicode, width);
    }

    void title(String text) {
        out.println(styled(text, Style.bold));
    }

    void heading(String text) {
        out.println();
        out.println(styled(text, Style.bold));
        out.println((unicode ? "─" : "-").repeat(width));
    }

    void line(String text) {
        out.println(plain(text));
    }

    void good(String text) {
        out.println(styled(plain(text), Style.fg_green, Style.bold));
    }

    void bad(String text) {
        out.println(styled(plain(text), Style.fg_red, Style.bold));
    }

    void dayHeadings() {
        out.println(
                styled(
                        String.format(
                                "%-11s %-" + (BAR + 11) + "s %6s %5s  %s",
                                "day",
                                "clusters protected",
                                "copies",
                                "gaps",
                                "what came (+) and went (-)"),
                        Style.faint));
    }

    void day(Story.Day day) {
        var full = day.clusters() == 0 ? 0 : BAR * day.protectedClusters() / day.clusters();
        var bar = (unicode ? "█" : "#").repeat(full) + (unicode ? "░" : ".").repeat(BAR - full);
        var share = String.format("%2d of %2d", day.protectedClusters(), day.clusters());
        var date = DAY.format(day.endedAt().minus(Duration.ofMinutes(1)));
        var start = String.format("%-11s ", date);
        var end = String.format("  %-8s %6d %5d  ", share, day.copies(), day.gaps());
        var colour = day.protectedClusters() == 0 ? Style.fg_red : Style.fg_green;
        out.println(
                start
                        + styled(bar, colour)
                        + end
                        + changes(day, width - start.length() - BAR - end.length()));
    }

    private String changes(Story.Day day, int room) {
        var text = (kinds("+", day.opened()) + " " + kinds("-", day.closed())).strip();
        return text.length() <= room ? text : text.substring(0, Math.max(0, room - 3)) + "...";
    }

    private static String kinds(String sign, SortedMap<String, Integer> kinds) {
        return kinds.entrySet().stream()
                .map(kind ->
                        sign + (kind.getValue() > 1 ? kind.getValue() + " " : "") + kind.getKey())
                .collect(Collectors.joining(" "));
    }

    /// A table of two columns: a kind, and lines about it. Each row begins with the kind's name.
    ///
    /// @param rows the kind, then its lines
    void table(List<List<String>> rows) {
        var table =
                TextTable.forColumns(
                        colours,
                        new Column(KIND, 0, Column.Overflow.TRUNCATE),
                        new Column(width - KIND, 0, Column.Overflow.WRAP));
        for (var row : rows) {
            table.addRowValues(text(row.get(0), Style.bold), text(row.get(1)));
            row.stream().skip(2).forEach(more -> table.addRowValues(text(""), text(more)));
        }
        out.print(table);
    }

    /// Names from source accounts are text, never picocli's markup.
    private Text text(String words, Style... styles) {
        return colours.apply(plain(words), List.of(styles));
    }

    private String styled(String words, Style... styles) {
        return colours.apply(words, List.of(styles)).toString();
    }

    private String plain(String words) {
        if (unicode) {
            return words;
        }
        return words.replace("…", "...")
                .replace("·", "-")
                .replace("•", "*")
                .replace("–", "-")
                .chars()
                .mapToObj(character -> character < 128 ? Character.toString(character) : "?")
                .collect(Collectors.joining());
    }
}
