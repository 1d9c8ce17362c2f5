package secondbackup.report;

/// A report in a sentence, and in its numbers.
public final class Summaries {
    private Summaries() {}

    private static final String AND = " · ";

    /// The answer to "are we safe?" in one sentence.
    public static String headline(Report report) {
        return Headline.of(report).split(AND, 2)[0];
    }

    /// How much stands against it, or nothing.
    public static String trouble(Report report) {
        var parts = Headline.of(report).split(AND, 2);
        return parts.length > 1 ? parts[1] : "";
    }

    /// When it was written, and all that was counted.
    public static String numbers(Report report) {
        return Headline.details(report, report.lastSweep().isEmpty()).getFirst();
    }
}
