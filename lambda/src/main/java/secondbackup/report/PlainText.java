package secondbackup.report;

/// Text that came from elsewhere, made harmless: one line, no control or direction characters, of bounded
/// length. Whoever marks text up escapes it besides.
public final class PlainText {
    private static final int MESSAGE_MAX = 300;
    private static final int NAME_MAX = 80;
    private static final String ELLIPSIS = "…";

    private PlainText() {}

    /// A message as it came, on one line.
    public static String message(String text) {
        return cut(line(text), MESSAGE_MAX);
    }

    public static String name(String text) {
        return cut(line(text), NAME_MAX);
    }

    /// Control and format characters (which turn the reading direction, or hide) become blanks.
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }

    static String cut(String text, int charactersMax) {
        if (text.length() <= charactersMax) {
            return text;
        }
        var end = charactersMax - ELLIPSIS.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + ELLIPSIS;
    }

    /// An argument of a shell command, quoted where it is more than a plain word.
    public static String argument(String text) {
        var line = line(text);
        return line.matches("[A-Za-z0-9:/_.@=,+-]+")
                ? line
                : "'" + line.replace("'", "'\\''") + "'";
    }
}
