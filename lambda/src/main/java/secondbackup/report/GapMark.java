package secondbackup.report;

import java.util.HexFormat;
import secondbackup.report.Report.GapLine;

/// A short name of a gap for links: the same in every report, and made of nothing that could be markup.
public final class GapMark {
    private static final int BYTES = 8;

    private GapMark() {}

    public static String of(GapLine gap) {
        return HexFormat.of().formatHex(Sha256.of(gap.key()), 0, BYTES);
    }
}
