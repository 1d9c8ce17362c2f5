package secondbackup.policy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.PlanSelection;
import secondbackup.inventory.PlanSelection.TagTest;

/// Whether a backup plan's selection takes a cluster, by AWS Backup's own rules.
///
/// Source: AWS Backup API, `BackupSelection`, and Developer Guide, "Assigning resources with JSON", read
/// 2026-11-22: resources and tags add up, conditions and exclusions narrow, `*` matches no white space. "Restore
/// testing", read 2026-11-27: no plan takes what carries the mark of a restore test.
public final class Selections {
    private Selections() {}

    /// Whether any selection that fills such a vault takes the cluster.
    public static boolean select(
            List<PlanSelection> selections, Predicate<String> vault, Cluster cluster) {
        return selections.stream()
                .filter(selection -> selection.vaults().stream().anyMatch(vault))
                .anyMatch(selection -> selects(selection, cluster));
    }

    static boolean selects(PlanSelection selection, Cluster cluster) {
        var arn = cluster.id().arn().value();
        var named = selection.resources().stream().anyMatch(pattern -> like(pattern, arn));
        var tagged = selection.tags().stream().anyMatch(test -> holds(test, cluster));
        var everything = selection.resources().isEmpty() && selection.tags().isEmpty();
        return !cluster.markedAsRestoreTest()
                && (named || tagged || (everything && !selection.conditions().isEmpty()))
                && selection.notResources().stream().noneMatch(pattern -> like(pattern, arn))
                && selection.conditions().stream().allMatch(test -> holds(test, cluster));
    }

    private static boolean holds(TagTest test, Cluster cluster) {
        var value = cluster.tags().get(test.key());
        return switch (test.comparison()) {
            case EQUALS -> test.value().equals(value);
            case NOT_EQUALS -> !test.value().equals(value);
            case LIKE -> value != null && like(test.value(), value);
            case NOT_LIKE -> value == null || !like(test.value(), value);
        };
    }

    private static boolean like(String pattern, String text) {
        var regex = Pattern.quote(pattern).replace("*", "\\E\\S*\\Q");
        return Pattern.matches(regex, text);
    }
}
