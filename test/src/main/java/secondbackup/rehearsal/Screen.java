package secondbackup.rehearsal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.CommandSpec;
import secondbackup.report.Paragraph;

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

    /// @param width in columns, brought within 80 and 160
    Screen(PrintStream out, Ansi ansi, boolean unicode, int width) {
        this.out = out;
        this.colours = new ColorScheme.Builder(ansi).build();
        this.unicode = unicode;
        this.width = Math.clamp(width, WIDTH_LEAST, WIDTH_MOST);
    }

    static Screen ofThisTerminal() {
        var unicode = System.out.charset().equals(StandardCharsets.UTF_8);
        var width = Ansi.AUTO.enabled() ? widthOfTheTerminal() : WIDTH_STANDARD;
        return new Screen(System.out, Ansi.AUTO, unicode, width);
    }

    private static int widthOfTheTerminal() {
        return CommandSpec.create().usageMessage().width(WIDTH_STANDARD).autoWidth(true).width();
    }

    void title(String text) {
        out.println(styled(text, Style.bold));
    }

    void heading(String text) {
        out.println();
        out.println(styled(text, Style.bold));
        out.println((unicode ? "─" : "-").repeat(width));
    }

    /// A paragraph. What does not fit on the first line of a list's item is indented below it.
    void line(String text) {
        lines(text, text.stripLeading().startsWith("• ") ? 2 : 0);
    }

    void good(String text) {
        lines(text, 0, Style.fg_green, Style.bold);
    }

    void bad(String text) {
        lines(text, 0, Style.fg_red, Style.bold);
    }

    private void lines(String text, int hanging, Style... styles) {
        for (var line : wrapped(plain(text), width, hanging)) {
            out.println(styled(line, styles));
        }
    }

    /// @param text its own indentation is kept
    /// @param hanging columns by which every line but the first is indented further
    private static List<String> wrapped(String text, int width, int hanging) {
        var indent = " ".repeat(text.length() - text.stripLeading().length());
        return Paragraph.of(indent, indent + " ".repeat(hanging), text.strip(), width);
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
                                "+ came, - went"),
                        Style.faint));
    }

    void day(Story.Day day) {
        var full = day.clusters() == 0 ? 0 : BAR * day.protectedClusters() / day.clusters();
        var bar = (unicode ? "█" : "#").repeat(full) + (unicode ? "░" : ".").repeat(BAR - full);
        var share = String.format("%2d of %2d", day.protectedClusters(), day.clusters());
        var date = DAY.format(day.endedAt().minus(Duration.ofMinutes(1)));
        var start = String.format("%-11s ", date);
        var end = String.format("  %-8s  %6d %5d  ", share, day.copies(), day.gaps());
        var colour = day.protectedClusters() == 0 ? Style.fg_red : Style.fg_green;
        var indent = start.length() + BAR + end.length();
        var changes = changes(day, width - indent);
        out.println((start + styled(bar, colour) + end + changes.getFirst()).stripTrailing());
        changes.stream().skip(1).forEach(more -> out.println(" ".repeat(indent) + more));
    }

    /// Never breaks between a number and its kind.
    private static List<String> changes(Story.Day day, int room) {
        var kinds = Stream.concat(kinds("+", day.opened()), kinds("-", day.closed())).toList();
        var lines = new ArrayList<>(List.of(""));
        for (var kind : kinds) {
            var line = lines.getLast();
            if (line.isEmpty()) {
                lines.set(lines.size() - 1, kind);
            } else if (line.length() + 1 + kind.length() <= room) {
                lines.set(lines.size() - 1, line + " " + kind);
            } else {
                lines.add(kind);
            }
        }
        return lines;
    }

    private static Stream<String> kinds(String sign, SortedMap<String, Integer> kinds) {
        return kinds.entrySet().stream()
                .map(kind ->
                        sign + (kind.getValue() > 1 ? kind.getValue() + " " : "") + kind.getKey());
    }

    /// A row of two columns: a kind, and paragraphs about it. It begins with the kind's name.
    void row(String kind, List<String> paragraphs) {
        var first = styled(String.format("%-" + KIND + "s", kind), Style.bold);
        for (var paragraph : paragraphs) {
            for (var line : wrapped(plain(paragraph), width - KIND, 2)) {
                out.println(first + line);
                first = " ".repeat(KIND);
            }
        }
    }

    void space() {
        out.println();
    }

    /// Names from source accounts are text, never picocli's markup.
    private String styled(String words, Style... styles) {
        return styles.length == 0 ? words : colours.apply(words, List.of(styles)).toString();
    }

    private String plain(String words) {
        if (unicode) {
            return words;
        }
        return words.replace("…", "...")
                .replace("·", "-")
                .replace("•", "*")
                .replace("–", "-")
                .replace("→", "->")
                .chars()
                .mapToObj(character -> character < 128 ? Character.toString(character) : "?")
                .collect(Collectors.joining());
    }
}
