package secondbackup.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import secondbackup.rehearsal.Life;
import secondbackup.simulation.wire.LastAnswer;
import secondbackup.simulation.wire.PlainModel;

/// What can be seen of a served world, as JSON.
final class Views {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Views() {}

    static JsonNode calls(Life life) {
        var answer = JSON.objectNode().put("total", life.world().calls().total());
        var list = answer.putArray("calls");
        life.world()
                .calls()
                .snapshot()
                .forEach((kind, count) ->
                        list.addObject()
                                .put("account", kind.account())
                                .put("region", kind.region())
                                .put("service", kind.service())
                                .put("operation", kind.operation())
                                .put("count", count));
        return answer;
    }

    static JsonNode sweep(Life.Sweep sweep) {
        var answer =
                JSON.objectNode()
                        .put("at", sweep.at().toString())
                        .put("clusters", sweep.clusters());
        sweep.disagreements().forEach(answer.putArray("disagreements")::add);
        answer.set("summary", sweep.report().path("summary"));
        return answer;
    }

    static JsonNode operations(Life life) {
        var operations = life.world().operations();
        var modelled = operations.names().stream();
        var byHand =
                operations.byHand().entrySet().stream()
                        .flatMap(service ->
                                service.getValue().operations().stream()
                                        .map(name -> service.getKey() + " " + name));
        var answer = JSON.objectNode();
        var list = answer.putArray("operations");
        Stream.concat(modelled, byHand).sorted().forEach(list::add);
        return answer;
    }

    static JsonNode answer(Life life) {
        return life.world()
                .server()
                .lastAnswer()
                .map(Views::answer)
                .orElseThrow(() -> new BadOrder(404, "nothing has been answered yet"));
    }

    private static ObjectNode answer(LastAnswer last) {
        var view =
                JSON.objectNode()
                        .put("service", last.call().service())
                        .put("operation", last.call().operation());
        if (last.model().isPresent()) {
            view.set("model", PlainModel.of(last.model().get()));
            return view;
        }
        view.put("status", last.http().status());
        var headers = view.putObject("headers");
        last.http().headers().forEach(headers::put);
        return view.put("body", last.http().body().asUtf8String());
    }
}
