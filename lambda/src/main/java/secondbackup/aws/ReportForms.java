package secondbackup.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import secondbackup.report.Report;

/// Reads reports, those of an earlier version too: what that version did not know is as it is in a first report.
public final class ReportForms {
    private static final String EXCLUDED = "excluded";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportForms() {}

    /// Fails: IllegalArgumentException when the text is no report, or one of a newer version.
    public static Report read(byte[] json) {
        try {
            return JSON.readTree(json) instanceof ObjectNode report && early(report)
                    ? Json.read(JSON.writeValueAsBytes(completed(report)), Report.class)
                    : Json.read(json, Report.class);
        } catch (IOException failed) {
            throw new IllegalArgumentException("no Report: " + failed.getMessage(), failed);
        }
    }

    /// Whether it was written before exclusions and root causes were told.
    private static boolean early(ObjectNode report) {
        return report.path("version").asInt() == 1
                || (report.path("version").asInt() == Report.VERSION && !report.has(EXCLUDED));
    }

    private static ObjectNode completed(ObjectNode report) {
        var whole = report.path("version").asInt() == 1 ? second(report) : report;
        whole.putArray(EXCLUDED);
        for (var list : List.of("gaps", "hidden", "gone")) {
            for (var line : whole.path(list)) {
                if (line instanceof ObjectNode gap) {
                    gap.put("root", gap.path("kind").asText() + "|");
                }
            }
        }
        return whole;
    }

    private static ObjectNode second(ObjectNode report) {
        report.put("version", Report.VERSION);
        report.putObject("history").putArray("days");
        ((ObjectNode) report.path("history")).putArray("clusters");
        report.putArray("lanes");
        var costs = report.putObject("costs");
        costs.putArray("basis");
        costs.putArray("accounts");
        for (var line : report.path("clusters")) {
            if (line instanceof ObjectNode cluster) {
                var holding = cluster.putObject("holding").put("copies", 0).put("copying", 0);
                holding.putNull("oldestAt").putNull("sizeBytes").putArray("moments");
            }
        }
        return report;
    }
}
