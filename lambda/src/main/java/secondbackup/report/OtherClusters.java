package secondbackup.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import secondbackup.inventory.OtherCluster;

/// Words for what a selection of every cluster takes besides Aurora, so that nobody is surprised by the bill.
///
/// Source: AWS Backup Developer Guide, "Assigning resources with JSON": `cluster:*` also selects Neptune,
/// DocumentDB and Multi-AZ DB clusters, and shared ARN types hang on the opt-in; read 2026-11-22.
public final class OtherClusters {
    private OtherClusters() {}

    /// Lines for a screen; none where there is no such cluster.
    ///
    /// @param width most characters on a line
    public static List<String> of(List<OtherCluster> others, int width) {
        if (others.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("");
        lines.addAll(
                Paragraph.of(
                        "",
                        "Besides Aurora, a plan that selects every cluster ARN"
                                + " (arn:aws:rds:*:*:cluster:*) buys backups of these where AWS Backup's opt-in"
                                + " for their type (Neptune, DocumentDB, RDS) is on:",
                        width));
        byPlace(others)
                .forEach((place, names) ->
                        lines.addAll(
                                Paragraph.of(
                                        "  - ", place + ": " + String.join(", ", names), width)));
        return List.copyOf(lines);
    }

    private static SequencedMap<String, List<String>> byPlace(List<OtherCluster> others) {
        var places = new TreeMap<String, List<String>>();
        others.stream()
                .sorted()
                .forEach(other ->
                        places.computeIfAbsent(
                                        other.account() + " " + other.region(),
                                        _ -> new ArrayList<>())
                                .add(
                                        PlainText.name(other.arn().name())
                                                + " ("
                                                + product(other.engine())
                                                + ")"));
        return places;
    }

    private static String product(String engine) {
        return switch (engine) {
            case "neptune" -> "Neptune";
            case "docdb" -> "DocumentDB";
            case "mysql", "postgres" -> "Multi-AZ DB cluster, " + engine;
            default -> PlainText.name(engine);
        };
    }
}
