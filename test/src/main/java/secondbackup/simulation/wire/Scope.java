package secondbackup.simulation.wire;

import java.util.Optional;

/// The credential scope of a request that is signed with Signature Version 4.
///
/// Source: IAM User Guide, "Elements of an AWS API request signature", read 2026-11-22.
record Scope(String accessKeyId, String region, String service) {
    /// That of a request that nobody signed.
    static final Scope NONE = new Scope("", "", "");

    private static final String MARK = "Credential=";

    /// @return empty where the request is not signed
    static Optional<Scope> of(HttpQuestion question) {
        var header = question.header("Authorization");
        var start = header.indexOf(MARK);
        if (start < 0) {
            return Optional.empty();
        }
        var end = header.indexOf(',', start);
        var credential = header.substring(start + MARK.length(), end < 0 ? header.length() : end);
        var parts = credential.split("/", -1);
        return parts.length == 5
                ? Optional.of(new Scope(parts[0], parts[2], parts[3]))
                : Optional.empty();
    }
}
