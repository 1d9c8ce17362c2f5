package secondbackup.report;

/// What is said of one gap. Each part is one line without control characters, whatever it was made of.
///
/// @param what who, and what is wrong, with the numbers
/// @param cause as far as it is known
/// @param remedy the next step, with its command or setting filled in
public record GapWords(String what, String cause, String remedy) {
    public GapWords {
        what = PlainText.line(what);
        cause = PlainText.line(cause);
        remedy = PlainText.line(remedy);
    }
}
