package secondbackup.rehearsal;

import java.util.ArrayList;
import java.util.List;

/// Breaks text at spaces alone, so that a command or an ARN in it can be copied. A word that is longer than
/// the line stands out.
final class Wrapping {
    private Wrapping() {}

    /// @param text one paragraph; its own indentation is kept
    /// @param hanging columns by which every line but the first is indented further
    static List<String> wrap(String text, int width, int hanging) {
        var words = text.strip().split(" +", -1);
        var indent = " ".repeat(text.length() - text.stripLeading().length());
        var lines = new ArrayList<String>();
        var line = new StringBuilder(indent).append(words[0]);
        for (var index = 1; index < words.length; index++) {
            if (line.length() + 1 + words[index].length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent).repeat(" ", hanging).append(words[index]);
            } else {
                line.append(' ').append(words[index]);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
