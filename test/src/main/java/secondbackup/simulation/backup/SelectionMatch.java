package secondbackup.simulation.backup;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.rds.Clusters.Cluster;
import software.amazon.awssdk.services.backup.model.BackupSelection;
import software.amazon.awssdk.services.backup.model.ConditionParameter;
import software.amazon.awssdk.services.backup.model.Conditions;

/// Whether a selection of a plan takes a cluster: `Resources` and `ListOfTags` add to each other,
/// `NotResources` takes away, all `Conditions` must hold. A selection that names neither resources nor tags
/// takes every cluster that its conditions let through.
///
/// `*` stands for characters that are no white space. The guide allows it anywhere in an ARN, the newest
/// API page only at its end; here it may be anywhere.
///
/// Source: AWS Backup Developer Guide, "Assign resources with AWS CLI", "BackupSelection", read 2026-11-22.
final class SelectionMatch {
    private static final String TAG = "aws:ResourceTag/";
    private static final String RESTORE_TEST = "awsbackup-restore-test";

    private SelectionMatch() {}

    static boolean takes(BackupSelection selection, Cluster cluster) {
        return !restoreTest(cluster)
                && included(selection, cluster)
                && !anyMatches(selection.notResources(), cluster.arn())
                && holds(selection.conditions(), cluster);
    }

    /// Plans pass over what restore testing made.
    ///
    /// Source: AWS Backup Developer Guide, "Restore testing", read 2026-11-22.
    private static boolean restoreTest(Cluster cluster) {
        return cluster.name.startsWith(RESTORE_TEST) || cluster.tags.containsKey(RESTORE_TEST);
    }

    private static boolean included(BackupSelection selection, Cluster cluster) {
        if (selection.resources().isEmpty() && selection.listOfTags().isEmpty()) {
            return true;
        }
        return anyMatches(selection.resources(), cluster.arn())
                || selection.listOfTags().stream()
                        .anyMatch(tag ->
                                tag.conditionValue().equals(cluster.tags.get(tag.conditionKey())));
    }

    private static boolean holds(@Nullable Conditions conditions, Cluster cluster) {
        if (conditions == null) {
            return true;
        }
        return conditions.stringEquals().stream().allMatch(asked -> equal(asked, cluster))
                && conditions.stringNotEquals().stream().noneMatch(asked -> equal(asked, cluster))
                && conditions.stringLike().stream().allMatch(asked -> like(asked, cluster))
                && conditions.stringNotLike().stream().noneMatch(asked -> like(asked, cluster));
    }

    private static boolean equal(ConditionParameter asked, Cluster cluster) {
        return asked.conditionValue().equals(cluster.tags.get(key(asked)));
    }

    private static boolean like(ConditionParameter asked, Cluster cluster) {
        var value = cluster.tags.get(key(asked));
        return value != null && matches(asked.conditionValue(), value);
    }

    private static String key(ConditionParameter asked) {
        return asked.conditionKey().startsWith(TAG)
                ? asked.conditionKey().substring(TAG.length())
                : asked.conditionKey();
    }

    private static boolean anyMatches(List<String> patterns, String arn) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, arn));
    }

    private static boolean matches(String pattern, String text) {
        if (!pattern.contains("*")) {
            return pattern.equals(text);
        }
        var parts = new StringBuilder();
        for (var part : pattern.split("\\*", -1)) {
            parts.append(parts.isEmpty() ? "" : "\\S*").append("(?:").append(Pattern.quote(part));
            parts.append(')');
        }
        return text.matches(parts.toString());
    }
}
