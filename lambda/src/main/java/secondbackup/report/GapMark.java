package secondbackup.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import secondbackup.report.Report.GapLine;

/// A short name of a gap for links: the same in every report, and made of nothing that could be markup.
public final class GapMark {
    private static final int BYTES = 8;

    private GapMark() {}

    public static String of(GapLine gap) {
        var hash = digest().digest(gap.key().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }
}
