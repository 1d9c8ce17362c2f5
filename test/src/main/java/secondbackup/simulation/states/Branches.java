package secondbackup.simulation.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import java.util.function.Consumer;

/// A Parallel state: every branch gets the same input; the first that breaks breaks all.
///
/// Source: AWS Step Functions Developer Guide, "Parallel workflow state", read 2026-11-27.
record Branches(Stage stage, String path, ObjectNode context) {

    void run(JsonNode state, JsonNode input, Consumer<Outcome> ended) {
        var branches = state.path("Branches");
        var results = new TreeMap<Integer, JsonNode>();
        var broken = new boolean[1];
        for (var at = 0; at < branches.size(); at++) {
            var number = at;
            var branch = branches.path(at);
            new Walk(
                            stage,
                            branch.path("States"),
                            path,
                            context,
                            outcome -> {
                                if (broken[0]) {
                                    return;
                                }
                                switch (outcome) {
                                    case Outcome.Done(var result) -> {
                                        results.put(number, result);
                                        if (results.size() == branches.size()) {
                                            ended.accept(new Outcome.Done(list(results)));
                                        }
                                    }
                                    case Outcome.Broken failure -> {
                                        broken[0] = true;
                                        ended.accept(failure);
                                    }
                                }
                            })
                    .enter(branch.path("StartAt").asText(), input);
        }
    }

    static JsonNode list(TreeMap<Integer, JsonNode> results) {
        return JsonNodeFactory.instance.arrayNode().addAll(results.values());
    }
}
