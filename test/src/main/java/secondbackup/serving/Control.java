package secondbackup.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import secondbackup.rehearsal.Life;
import secondbackup.simulation.wire.HttpAnswer;
import secondbackup.simulation.wire.HttpQuestion;

/// What is asked beside AWS, under `/_simulation/`. Whoever calls it holds the simulation's lock.
final class Control {
    private static final String PREFIX = "/_simulation/";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Life life;
    private final List<JsonNode> faults = new ArrayList<>();

    /// By path and method; each takes the request's JSON.
    private final SortedMap<String, Map<String, Function<Order, JsonNode>>> paths = new TreeMap<>();

    Control(Life life) {
        this.life = life;
        paths.put("clock", Map.of("GET", _ -> now(), "POST", this::moveClock));
        paths.put("calls", Map.of("GET", _ -> Views.calls(life), "DELETE", _ -> forgetCalls()));
        paths.put(
                "faults",
                Map.of("GET", _ -> faults(), "POST", this::planFault, "DELETE", _ -> noFaults()));
        paths.put("sweep", Map.of("POST", _ -> Views.sweep(life.sweep())));
        paths.put("report", Map.of("GET", _ -> report()));
        paths.put("operations", Map.of("GET", _ -> Views.operations(life)));
        paths.put("answer", Map.of("GET", _ -> Views.answer(life)));
    }

    static boolean isMeant(HttpQuestion question) {
        return question.path().startsWith(PREFIX);
    }

    HttpAnswer answer(HttpQuestion question) {
        try {
            var path = question.path().substring(PREFIX.length());
            var methods = Optional.ofNullable(paths.get(path)).orElseThrow(() -> unknown(path));
            var work = methods.get(question.method());
            if (work == null) {
                throw new BadOrder(405, path + " takes " + String.join(", ", sorted(methods)));
            }
            return json(200, work.apply(Order.read(question.body().asUtf8String())));
        } catch (BadOrder bad) {
            return json(bad.status(), JSON.objectNode().put("error", bad.words()));
        }
    }

    private static List<String> sorted(Map<String, ?> methods) {
        return methods.keySet().stream().sorted().toList();
    }

    private BadOrder unknown(String path) {
        return new BadOrder(
                404, "no " + PREFIX + path + ": there are " + String.join(", ", paths.keySet()));
    }

    private static HttpAnswer json(int status, JsonNode body) {
        return HttpAnswer.of(status, "application/json", body.toPrettyString() + "\n");
    }

    private ObjectNode now() {
        return JSON.objectNode().put("now", life.world().time().instant().toString());
    }

    private JsonNode moveClock(Order order) {
        life.world().advanceTo(order.moment(life.world().time().instant()));
        return now();
    }

    private JsonNode forgetCalls() {
        life.world().calls().reset();
        return Views.calls(life);
    }

    private JsonNode faults() {
        var answer = JSON.objectNode();
        answer.putArray("faults").addAll(faults);
        return answer;
    }

    private JsonNode planFault(Order order) {
        life.world().faults().plan(order.fault());
        faults.add(order.json());
        return faults();
    }

    private JsonNode noFaults() {
        life.world().faults().clear();
        faults.clear();
        return faults();
    }

    private JsonNode report() {
        return life.latestReport()
                .orElseThrow(() -> new BadOrder(404, "no sweep has written a report yet"));
    }
}
