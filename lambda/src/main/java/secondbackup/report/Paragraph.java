package secondbackup.report;

import java.util.ArrayList;
import java.util.List;

/// Text on lines of bounded length. A word that is longer than a line, such as an ARN, stays whole.
public final class Paragraph {
    private Paragraph() {}

    /// @param label stands before the first line; the others are indented by its length
    public static List<String> of(String label, String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(label);
        var indent = " ".repeat(label.length());
        for (var word : text.split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
