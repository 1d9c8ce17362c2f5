package secondbackup.simulation.iam;

/// Wildcard matching. A pattern is text in which [#ANY] and [#ONE] stand for `*` and `?`, so that a
/// character taken from a request is never mistaken for a wildcard.
final class Glob {
    static final char ANY = '\uE000';
    static final char ONE = '\uE001';
    private static final int ARN_COLONS = 5;

    private Glob() {}

    /// The pattern that a policy's text stands for.
    static String pattern(String text) {
        return text.replace('*', ANY).replace('?', ONE);
    }

    static boolean matches(String pattern, String value) {
        if (isAny(pattern)) {
            return true;
        }
        return matches(pattern, 0, pattern.length(), value, 0, value.length());
    }

    /// Compares two ARNs part by part: a wildcard does not reach over a colon, but in the last of the
    /// six parts.
    ///
    /// Source: IAM User Guide, "Condition operators" (ARN) and "Resource", read 2026-11-22.
    static boolean matchesArn(String pattern, String value) {
        if (isAny(pattern)) {
            return true;
        }
        var patternStart = 0;
        var valueStart = 0;
        for (var part = 0; part < ARN_COLONS; part++) {
            var patternEnd = pattern.indexOf(':', patternStart);
            var valueEnd = value.indexOf(':', valueStart);
            if (patternEnd < 0
                    || valueEnd < 0
                    || !matches(pattern, patternStart, patternEnd, value, valueStart, valueEnd)) {
                return false;
            }
            patternStart = patternEnd + 1;
            valueStart = valueEnd + 1;
        }
        return matches(pattern, patternStart, pattern.length(), value, valueStart, value.length());
    }

    /// Whether a policy's text can be compared with ARNs: `*` alone, or six parts.
    static boolean isArn(String text) {
        return text.equals("*")
                || (text.startsWith("arn:")
                        && text.chars().filter(letter -> letter == ':').count() >= ARN_COLONS);
    }

    private static boolean isAny(String pattern) {
        return pattern.length() == 1 && pattern.charAt(0) == ANY;
    }

    // Goes back to the last star only: enough, since an earlier star could take no better.
    private static boolean matches(
            String pattern, int patternFrom, int patternTo, String value, int from, int to) {
        var at = patternFrom;
        var here = from;
        var star = -1;
        var resume = from;
        while (here < to) {
            if (at < patternTo && pattern.charAt(at) == ANY) {
                star = at++;
                resume = here;
            } else if (at < patternTo && fits(pattern.charAt(at), value.charAt(here))) {
                at++;
                here++;
            } else if (star >= 0) {
                at = star + 1;
                here = ++resume;
            } else {
                return false;
            }
        }
        while (at < patternTo && pattern.charAt(at) == ANY) {
            at++;
        }
        return at == patternTo;
    }

    private static boolean fits(char pattern, char letter) {
        return pattern == ONE || pattern == letter;
    }
}
