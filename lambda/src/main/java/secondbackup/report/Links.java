package secondbackup.report;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import secondbackup.policy.Estate;

/// Where people open the page of a report. Made of our own words only, so that a link is never a foreign one.
///
/// Source: Amazon S3 User Guide, "Viewing object properties in the Amazon S3 console", read 2026-11-27.
///
/// @param page its address
/// @param fragments whether the address keeps what stands after a `#`
public record Links(String page, boolean fragments) {
    /// @param pages address below which people open the files of the report bucket
    /// @param key of the page in the report bucket
    public static Links of(Optional<String> pages, Estate estate, String key) {
        var path = encoded(key);
        return pages.map(base -> new Links(base + path, true))
                .orElseGet(() -> new Links(console(estate, path), false));
    }

    private static String console(Estate estate, String path) {
        var region = estate.homeRegion();
        return "https://"
                + region
                + ".console.aws.amazon.com/s3/object/"
                + encoded(estate.reportBucket())
                + "?region="
                + region
                + "&prefix="
                + path;
    }

    /// To one gap, or to all of its kind.
    String to(CauseGroup group) {
        if (!fragments) {
            return page;
        }
        return page
                + (group.gaps().size() == 1
                        ? "#gap=" + GapMark.of(group.gaps().getFirst())
                        : "#kind=" + group.kind());
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder();
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            var letter = (char) (octet & 0xFF);
            encoded.append(
                    Character.toString(letter).matches("[A-Za-z0-9._~/-]")
                            ? Character.toString(letter)
                            : "%%%02X".formatted((int) letter));
        }
        return encoded.toString();
    }
}
