package secondbackup.sweep;

import secondbackup.report.SlackNotice;

/// Tells people what a report says, and what has changed since the one before.
///
/// Fails: IllegalArgumentException when the sweep has no report.
public record NotifySweep(SweepStore store, Notifier notifier) {
    public Notifier.Said run(String sweep) {
        var report =
                store.report(sweep)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "sweep '" + sweep + "' has no report"));
        var last = report.lastSweep().flatMap(store::report);
        return notifier.say(SlackNotice.of(report, last, store.reportKey(sweep)));
    }
}
