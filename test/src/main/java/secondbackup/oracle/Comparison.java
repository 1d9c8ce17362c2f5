package secondbackup.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.simulation.organizations.Organization.AccountState;
import secondbackup.simulation.rds.Clusters.Cluster;
import secondbackup.simulation.world.SimulatedOrganization;

/// Compares one report with the truth.
public final class Comparison {
    private final SimulatedOrganization world;
    private final Oracle oracle;
    private final JsonNode report;
    private final SortedMap<String, JsonNode> lines = new TreeMap<>();
    private final List<String> disagreements = new ArrayList<>();

    private Comparison(SimulatedOrganization world, Oracle oracle, JsonNode report) {
        this.world = world;
        this.oracle = oracle;
        this.report = report;
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

    private void compare(Truth truth) {
        var cluster = truth.cluster();
        var line = lines.get(cluster.arn());
        if (line == null) {
            unseen(cluster);
            return;
        }
        var said = line.path("standing").asText();
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
            if (!hasGap(reason.gap(), cluster)) {
                disagree(cluster, "no gap " + reason.gap() + " says " + reason);
            }
        }
        for (var reason : Truth.Reason.values()) {
            if (!truth.reasons().contains(reason)
                    && hasOwnGap(reason.gap(), cluster)
                    && reason != Truth.Reason.KEY_UNSAFE) {
                disagree(cluster, "gap " + reason.gap() + " is not true");
            }
        }
    }

    /// A cluster that the report leaves out must belong to an account that truly cannot be read.
    private void unseen(Cluster cluster) {
        var account = world.organization().account(cluster.account);
        var unreadable =
                account.isEmpty()
                        || account.get().state != AccountState.ACTIVE
                        || world.roles()
                                .find(cluster.account, oracle.rules().surveyRole())
                                .isEmpty();
        var closed = account.isPresent() && account.get().state == AccountState.CLOSED;
        if (!unreadable) {
            disagree(cluster, "the report leaves it out, though its account can be read");
        } else if (account.isPresent() && !closed && !hasAccountGap(cluster.account)) {
            disagree(cluster, "no gap says that its account cannot be read");
        }
    }

    private boolean hasGap(String kind, Cluster cluster) {
        var vault = oracle.rules().vault().path("arn").asText();
        return hasOwnGap(kind, cluster)
                || gaps(kind).stream().anyMatch(gap -> gap.path("arn").asText().equals(vault));
    }

    private boolean hasOwnGap(String kind, Cluster cluster) {
        return gaps(kind).stream().anyMatch(gap -> gap.path("arn").asText().equals(cluster.arn()));
    }

    private boolean hasAccountGap(String account) {
        return gaps("AccountUnreadable").stream()
                .anyMatch(gap -> gap.path("account").asText().equals(account));
    }

    private List<JsonNode> gaps(String kind) {
        var found = new ArrayList<JsonNode>();
        for (var gap : report.path("gaps")) {
            if (gap.path("kind").asText().equals(kind)) {
                found.add(gap);
            }
        }
        return found;
    }

    private void disagree(Cluster cluster, String how) {
        disagreements.add(cluster.arn() + ": " + how);
    }
}
