package secondbackup.report;

import java.util.regex.Pattern;

/// What is said of one gap. Each part is one line without control characters, whatever it was made of.
///
/// @param what who, and what is wrong, with the numbers
/// @param cause as far as it is known
/// @param remedy the next step, with its command or setting filled in
public record GapWords(String what, String cause, String remedy) {
    /// Where a command is to be run stands now at the beginning of a sentence, now within one.
    private static final Pattern SENTENCE = Pattern.compile("(^|\\. )in account ");

    public GapWords {
        what = PlainText.line(what);
        cause = PlainText.line(cause);
        remedy = SENTENCE.matcher(PlainText.line(remedy)).replaceAll("$1In account ");
    }
}
