package secondbackup.simulation.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import secondbackup.simulation.wire.HttpQuestion;

/// The bucket and key that a request names, in virtual-hosted style or path style.
///
/// Source: Amazon S3 User Guide, "Virtual hosting of general purpose buckets", read 2026-11-22.
///
/// @param key empty where the bucket itself is meant
record Target(String bucket, String key) {

    static Target of(HttpQuestion question) {
        var host = question.host();
        var path = question.path().startsWith("/") ? question.path().substring(1) : question.path();
        var mark = host.indexOf(".s3.");
        var virtual = mark < 0 ? host.indexOf(".s3-") : mark;
        if (virtual > 0) {
            return new Target(host.substring(0, virtual), decode(path));
        }
        var slash = path.indexOf('/');
        return slash < 0
                ? new Target(decode(path), "")
                : new Target(decode(path.substring(0, slash)), decode(path.substring(slash + 1)));
    }

    String arn() {
        return "arn:aws:s3:::" + bucket + "/" + key;
    }

    private static String decode(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
