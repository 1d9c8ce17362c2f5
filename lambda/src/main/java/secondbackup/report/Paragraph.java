package secondbackup.report;

import java.util.ArrayList;
import java.util.List;

/// Text on lines of bounded length. A word that is longer than a line, such as an ARN, stays whole.
public final class Paragraph {
    private Paragraph() {}

    /// @param label stands before the first line; the others are indented by its length
    public static List<String> of(String label, String text, int width) {
        return of(label, " ".repeat(label.length()), text, width);
    }

    /// @param first stands before the first line
    /// @param others stands before every other line
    public static List<String> of(String first, String others, String text, int width) {
        var lines = new ArrayList<String>();
        var start = first;
        var line = new StringBuilder(start);
        for (var word : text.split(" ", -1)) {
            if (line.length() > start.length() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                start = others;
                line = new StringBuilder(start);
            }
            line.append(line.length() > start.length() ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
