package secondbackup.simulation.rds;

import java.util.Locale;
import java.util.Map;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;

/// The names of clusters and snapshots as requests give them: a bare name or an ARN.
final class Identifiers {
    private Identifiers() {}

    /// @param kind `cluster` or `cluster-snapshot`
    static String arn(Call call, String kind, String nameOrArn) {
        return nameOrArn.startsWith("arn:")
                ? nameOrArn
                : call.arn(kind + ":" + nameOrArn.toLowerCase(Locale.ROOT));
    }

    /// @param tags of the resource, for the conditions on them
    static AccessRequest right(String action, String arn, Map<String, String> tags) {
        var right = AccessRequest.of(action, arn);
        for (var tag : tags.entrySet()) {
            right = right.with("aws:ResourceTag/" + tag.getKey(), tag.getValue());
        }
        return right;
    }

    /// A new name.
    ///
    /// Source: Amazon RDS API model, CreateDBClusterMessage, `DBClusterIdentifier`: letters, numbers,
    /// hyphens, first a letter, not ending in a hyphen, no two hyphens together, 2026-11-22.
    ///
    /// @param parameter as AWS names it in its message
    static String checked(String parameter, String name, int most) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.length() > most || !lower.matches("[a-z](-?[a-z0-9])*")) {
            throw Errors.invalidValue(
                    "The parameter "
                            + parameter
                            + " is not a valid identifier. Identifiers must begin with a letter; must contain"
                            + " only ASCII letters, digits, and hyphens; and must not end with a hyphen or"
                            + " contain two consecutive hyphens.");
        }
        return lower;
    }
}
