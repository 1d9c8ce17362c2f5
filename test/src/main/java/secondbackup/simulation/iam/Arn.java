package secondbackup.simulation.iam;

/// An Amazon Resource Name in its parts.
///
/// Source: IAM User Guide, "Amazon Resource Names (ARNs)", read 2026-11-27.
///
/// @param region empty for global services
/// @param account empty where the service leaves it out
public record Arn(String service, String region, String account, String resource) {
    private static final int PARTS = 6;

    /// Fails: IllegalArgumentException for a text that is no ARN of the partition `aws`.
    public static Arn of(String text) {
        var parts = text.split(":", PARTS);
        if (parts.length != PARTS || !parts[0].equals("arn") || !parts[1].equals("aws")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no ARN; expected arn:aws:service:region:account:resource");
        }
        return new Arn(parts[2], parts[3], parts[4], parts[5]);
    }

    @Override
    public String toString() {
        return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
    }
}
