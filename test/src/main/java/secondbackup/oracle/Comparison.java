package secondbackup.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.world.SimulatedOrganization;

/// Compares one report with the truth.
public final class Comparison {
    private final SimulatedOrganization world;
    private final Oracle oracle;
    private final Gaps gaps;
    private final SortedMap<String, JsonNode> lines = new TreeMap<>();
    private final List<String> disagreements = new ArrayList<>();

    private Comparison(SimulatedOrganization world, Oracle oracle, JsonNode report) {
        this.world = world;
        this.oracle = oracle;
        this.gaps = new Gaps(report);
        for (var line : report.path("clusters")) {
            lines.put(line.path("id").path("arn").asText(), line);
        }
    }

    /// @return a sentence for each disagreement; empty where report and truth agree on every cluster
    public static List<String> of(
            SimulatedOrganization world, Oracle oracle, JsonNode report, Instant now) {
        var comparison = new Comparison(world, oracle, report);
        var truths = oracle.all(now);
        truths.forEach(comparison::compare);
        var known = truths.stream().map(truth -> truth.cluster().arn()).toList();
        comparison.lines.keySet().stream()
                .filter(arn -> !known.contains(arn))
                .forEach(arn ->
                        comparison.disagreements.add(
                                arn + ": reported, but there is no such cluster"));
        return comparison.disagreements;
    }

    /// @return a sentence for each cluster that the report calls protected though its promise does not hold:
    ///     not even a report that could not see everything may do that
    public static List<String> overclaims(Oracle oracle, JsonNode report, Instant now) {
        var claimed = new TreeSet<String>();
        for (var line : report.path("clusters")) {
            if (line.path("standing").asText().equals("PROTECTED")) {
                claimed.add(line.path("id").path("arn").asText());
            }
        }
        return oracle.all(now).stream()
                .filter(truth -> claimed.contains(truth.cluster().arn()) && !truth.holds())
                .map(truth ->
                        truth.cluster().arn()
                                + ": called protected, the truth is "
                                + truth.standing()
                                + " "
                                + truth.reasons())
                .toList();
    }

    private void compare(Truth truth) {
        var cluster = truth.cluster();
        var line = lines.get(cluster.arn());
        if (line == null) {
            unseen(cluster);
            return;
        }
        var said = line.path("standing").asText();
        causes(truth);
        rung(truth, line);
        if (hidden(truth)) {
            if (!said.equals("UNKNOWN")) {
                disagree(cluster, "the vault cannot be read, and yet the report says " + said);
            }
            return;
        }
        if (!said.equals(truth.standing())) {
            disagree(
                    cluster,
                    "the report says "
                            + said
                            + ", the truth is "
                            + truth.standing()
                            + " "
                            + truth.reasons());
        }
        if (!line.path("id").path("resourceId").asText().equals(cluster.resourceId)) {
            disagree(cluster, "the report speaks of another cluster under this ARN");
        }
        for (var reason : truth.reasons()) {
            if (!gaps.about(reason.gap(), cluster)
                    && !gaps.about(reason.gap(), oracle.rules().vault().path("arn").asText())) {
                disagree(cluster, "no gap " + reason.gap() + " says " + reason);
            }
        }
        for (var reason : Truth.Reason.values()) {
            if (!truth.reasons().contains(reason)
                    && gaps.about(reason.gap(), cluster)
                    && reason != Truth.Reason.KEY_UNSAFE) {
                disagree(cluster, "gap " + reason.gap() + " is not true");
            }
        }
    }

    /// A copy that is held counts as restorable where it is, and nowhere else.
    private void rung(Truth truth, JsonNode line) {
        var rung = line.path("rung").asText();
        truth.told()
                .restorable()
                .filter(_ -> oracle.reach().vault())
                .ifPresent(restorable -> {
                    if (!restorable && rung.equals("RESTORABLE")) {
                        disagree(truth.cluster(), "called restorable, and is not");
                    }
                    if (restorable && rung.equals("HELD")) {
                        disagree(truth.cluster(), "called held, and is restorable");
                    }
                });
    }

    /// What goes wrong on the way is told, and nothing else is.
    private void causes(Truth truth) {
        var cluster = truth.cluster();
        for (var cause : truth.told().causes()) {
            var visible = oracle.reach().vault() || !cause.inVault();
            if (visible && cause.gaps().stream().noneMatch(kind -> gaps.about(kind, cluster))) {
                disagree(cluster, "no gap " + cause.gaps() + " says " + cause);
            }
        }
        for (var kind : truth.told().never()) {
            if (gaps.about(kind, cluster)) {
                disagree(cluster, "gap " + kind + " is not true");
            }
        }
    }

    /// Whether what is true lies in the vault, and the vault cannot be read.
    private boolean hidden(Truth truth) {
        return !oracle.reach().vault()
                && !truth.reasons().contains(Truth.Reason.NO_RULE)
                && !truth.reasons().contains(Truth.Reason.REGION_NOT_PLANNED);
    }

    /// A cluster that the report leaves out must belong to an account that truly cannot be read.
    private void unseen(Cluster cluster) {
        var account = world.organization().account(cluster.account);
        var reach = oracle.reach();
        if (!reach.account(cluster.account)) {
            if (account.isPresent() && !gaps.ofAccount(cluster.account)) {
                disagree(cluster, "no gap says that its account cannot be read");
            }
        } else if (reach.region(cluster.account, cluster.region)) {
            disagree(cluster, "the report leaves it out, though it can be read");
        } else if (oracle.rules().planned(cluster.region)
                && !gaps.ofRegion("StateUnknown", cluster)) {
            disagree(cluster, "no gap says that its Region cannot be read");
        }
    }

    private void disagree(Cluster cluster, String how) {
        disagreements.add(cluster.arn() + ": " + how);
    }
}
