package secondbackup.policy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where people open the files of the report bucket: where somebody publishes them, or else in the S3 console, to
/// which the access portal signs them in where it is known. Made of our own words only, so that a link is never a
/// foreign one.
///
/// Source: Amazon S3 User Guide, "Viewing object properties in the Amazon S3 console"; AWS IAM Identity Center User
/// Guide, "Creating shortcut links to AWS Management Console destinations", read 2026-11-27.
///
/// @param published address below which the files are published
/// @param signIn how people come to the control account's console; empty where they sign in first
public record Pages(Optional<String> published, Optional<Notices.SignIn> signIn, Estate estate) {
    public static Pages of(Notices notices, Estate estate) {
        return new Pages(notices.pages(), notices.signIn(), estate);
    }

    /// @param key of a file in the report bucket
    public String address(String key) {
        return published
                .map(base -> base + encoded(key, "/"))
                .orElseGet(() -> signedIn(console(key)));
    }

    /// Whether an address keeps what stands after a `#`.
    public boolean keepsFragments() {
        return published.isPresent();
    }

    private String console(String key) {
        var region = estate.homeRegion();
        return "https://"
                + region
                + ".console.aws.amazon.com/s3/object/"
                + encoded(estate.reportBucket(), "")
                + "?region="
                + region
                + "&prefix="
                + encoded(key, "/");
    }

    private String signedIn(String destination) {
        return signIn.map(way ->
                        way.portal()
                                + "/#/console?account_id="
                                + estate.controlAccount()
                                + "&role_name="
                                + encoded(way.permissionSet(), "")
                                + "&destination="
                                + encoded(destination, ""))
                .orElse(destination);
    }

    /// @param kept what stays as it is besides letters, digits and `._~-`
    private static String encoded(String text, String kept) {
        var encoded = new StringBuilder();
        for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
            var letter = (char) (octet & 0xFF);
            var plain = Character.toString(letter);
            encoded.append(
                    plain.matches("[A-Za-z0-9._~-]") || kept.contains(plain)
                            ? plain
                            : "%%%02X".formatted((int) letter));
        }
        return encoded.toString();
    }
}
