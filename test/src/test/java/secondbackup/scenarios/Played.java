package secondbackup.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import secondbackup.proof.Day;
import secondbackup.proof.OwnEstate;
import secondbackup.rehearsal.Lambdas;

/// A scenario that is lived through: sweeps with copies, and at its end one more look.
final class Played {
    private static final Map<JsonNode, OwnEstate> DEPLOYED = new HashMap<>();

    private final Scenario scenario;
    private final Day day;
    private Lambdas lambdas;
    private String without = "";

    private Played(Scenario scenario) {
        this.scenario = scenario;
        this.day =
                scenario.policies().isEmpty()
                        ? Day.deployed(scenario.world())
                        : Day.deployed(scenario.world(), deployed(scenario));
        this.lambdas = day.lambdas();
    }

    /// Fails where the last report tells other gaps than the scenario expects.
    static void compare(Scenario scenario) {
        var played = new Played(scenario);
        played.live();
        assertThat(played.look())
                .as(scenario.file().path("why").asText())
                .containsExactlyElementsOf(scenario.gaps());
    }

    /// Scenarios of equal policies share what is synthesized of them.
    private static OwnEstate deployed(Scenario scenario) {
        return DEPLOYED.computeIfAbsent(
                scenario.policies(),
                policies -> OwnEstate.of(folder(scenario, "deployed"), changes(policies)));
    }

    private static String folder(Scenario scenario, String when) {
        return "scenario-" + scenario.title() + "-" + when;
    }

    private static Map<String, Consumer<ObjectNode>> changes(JsonNode policies) {
        var changes = new TreeMap<String, Consumer<ObjectNode>>();
        policies.properties()
                .forEach(each ->
                        changes.put(each.getKey(), file -> Changes.make(each.getValue(), file)));
        return changes;
    }

    private void live() {
        for (var hour = 0; hour < scenario.hours(); hour++) {
            for (var trouble : scenario.troubles()) {
                if (trouble.path("hours").asInt() == hour) {
                    happen(trouble);
                }
            }
            if (hour > 0 && hour % scenario.everyHours() == 0) {
                lambdas.sweep();
            }
            day.pass(1);
        }
    }

    private void happen(JsonNode trouble) {
        switch (trouble.path("do").asText()) {
            case "changePolicies" ->
                    lambdas =
                            day.under(
                                    OwnEstate.policies(
                                            folder(scenario, "changed"),
                                            changes(trouble.path("policies"))));
            case "losePart" -> without = trouble.path("account").asText();
            default -> Troubles.happen(trouble, day);
        }
    }

    private List<String> look() {
        var listed = lambdas.invoke("list", "{}");
        var sweep = listed.path("sweep").asText();
        for (var account : listed.path("accounts")) {
            if (!account.asText().equals(without)) {
                lambdas.invoke("survey", Lambdas.item(sweep, account.asText()));
            }
        }
        day.world().advance(Duration.ofMinutes(scenario.lateMinutes()));
        lambdas.invoke("verify", Day.named(sweep));
        var gaps = new ArrayList<String>();
        day.report().path("gaps").forEach(gap -> gaps.add(line(gap)));
        return gaps.stream().sorted().toList();
    }

    private static String line(JsonNode gap) {
        return String.join(
                " ",
                Stream.of("kind", "account", "region", "subject")
                        .map(field -> gap.path(field).asText(""))
                        .filter(text -> !text.isEmpty() && !text.equals("null"))
                        .distinct()
                        .toList());
    }
}
