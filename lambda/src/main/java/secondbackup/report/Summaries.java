package secondbackup.report;

/// A report in a sentence, and in its numbers.
public final class Summaries {
    private Summaries() {}

    /// The answer to "are we safe?".
    public static String headline(Report report) {
        return Headline.of(report);
    }

    /// When it was written, and all that was counted.
    public static String numbers(Report report) {
        return Headline.details(report, report.lastSweep().isEmpty()).getFirst();
    }
}
