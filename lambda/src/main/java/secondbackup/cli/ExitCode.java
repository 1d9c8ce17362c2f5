package secondbackup.cli;

import secondbackup.report.Report;

/// What a command tells the shell.
final class ExitCode {
    /// Everything was looked at and holds.
    static final int HELD = 0;

    /// Everything was looked at, and something does not hold.
    static final int GAPS = 1;

    /// Something could not be looked at; what was found is printed all the same.
    static final int NOT_SEEN = 2;

    /// The command line or the policies are wrong; nothing was done.
    static final int USAGE = 64;

    /// A mistake of this program.
    static final int BUG = 70;

    /// What a report comes to.
    static int of(Report report) {
        var unseen =
                !report.notSeen().isEmpty()
                        || !report.hidden().isEmpty()
                        || report.gaps().stream()
                                .anyMatch(gap -> gap.kind().equals("StateUnknown"));
        if (unseen) {
            return NOT_SEEN;
        }
        return report.gaps().isEmpty() ? HELD : GAPS;
    }

    private ExitCode() {}
}
