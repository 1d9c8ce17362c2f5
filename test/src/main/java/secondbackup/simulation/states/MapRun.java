package secondbackup.simulation.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Arn;
import secondbackup.simulation.iam.Decision;

/// A Map state, inline or distributed: so many items at a time, the rest in order.
///
/// Distributed, each item or batch is an execution of its own, which the machine's role must be allowed to start. A
/// child that breaks leaves no result; the map breaks when more have broken than is tolerated. Inline, one that breaks
/// breaks the map.
///
/// Source: AWS Step Functions Developer Guide, "Using Map state in Distributed mode to orchestrate parallel workloads",
/// "ItemBatcher (Map)", "Setting failure thresholds for Distributed Map states", "IAM policies for using Distributed Map
/// states", read 2026-11-27. That a broken child's result is left out is an INFERENCE.
final class MapRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EVERYTHING = Integer.MAX_VALUE;

    private record Item(int index, JsonNode input, ObjectNode context) {}

    private final Stage stage;
    private final String path;
    private final JsonNode state;
    private final ObjectNode context;
    private final Flow flow;
    private final Deque<Item> waiting = new ArrayDeque<>();
    private final TreeMap<Integer, JsonNode> results = new TreeMap<>();
    private int total;
    private int running;
    private int broken;
    private boolean over;

    MapRun(Stage stage, String path, JsonNode state, ObjectNode context, Flow flow) {
        this.stage = stage;
        this.path = path;
        this.state = state;
        this.context = context;
        this.flow = flow;
    }

    private boolean distributed() {
        return state.path("ItemProcessor")
                .path("ProcessorConfig")
                .path("Mode")
                .asText("INLINE")
                .equals("DISTRIBUTED");
    }

    /// Fails: StatesError where the items cannot be had.
    void run(JsonNode input, Consumer<Outcome> ended) {
        var chosen = flow.effective(input);
        if (distributed()) {
            may();
        }
        waiting.addAll(inputs(items(chosen), chosen));
        total = waiting.size();
        if (total == 0) {
            ended.accept(new Outcome.Done(JSON.createArrayNode()));
        } else {
            fill(ended);
        }
    }

    private void may() {
        var arn = stage.machine().sourceArn();
        var request = AccessRequest.of("states:StartExecution", arn);
        if (stage.calls().decide(stage.machine(), Arn.of(arn).region(), request)
                instanceof Decision.Denied denied) {
            throw new StatesError("States.Runtime", denied.message());
        }
    }

    private JsonNode items(JsonNode input) {
        if (state.has("ItemReader")) {
            var parameters = flow.filled(state.path("ItemReader").path("Parameters"), input);
            return stage.reader().read(parameters, stage.machine());
        }
        var items = new Intrinsics(input, context).value(state.path("ItemsPath").asText("$"));
        if (!items.isArray()) {
            throw new StatesError("States.Runtime", "Reference path to items is no list: " + items);
        }
        return items;
    }

    private List<Item> inputs(JsonNode items, JsonNode input) {
        var all = new ArrayList<Item>();
        for (var each : items) {
            var here = context.deepCopy();
            here.putObject("Map").putObject("Item").put("Index", all.size()).set("Value", each);
            var made =
                    state.has("ItemSelector")
                            ? new Flow(state, here).filled(state.path("ItemSelector"), input)
                            : each;
            all.add(new Item(all.size(), made, here));
        }
        return state.has("ItemBatcher") ? batched(all, input) : all;
    }

    private List<Item> batched(List<Item> items, JsonNode input) {
        var batcher = state.path("ItemBatcher");
        var most = batcher.path("MaxItemsPerBatch").asInt(EVERYTHING);
        var bytes = batcher.path("MaxInputBytesPerBatch").asInt(EVERYTHING);
        var batches = new ArrayList<Item>();
        var queue = new ArrayDeque<>(items);
        while (!queue.isEmpty()) {
            var batch = JSON.createObjectNode();
            if (batcher.has("BatchInput")) {
                batch.set("BatchInput", flow.filled(batcher.path("BatchInput"), input));
            }
            var list = batch.putArray("Items");
            do {
                list.add(queue.remove().input());
            } while (!queue.isEmpty()
                    && list.size() < most
                    && batch.toString().length() + queue.peek().input().toString().length()
                            < bytes);
            batches.add(new Item(batches.size(), batch, context));
        }
        return batches;
    }

    private int atATime() {
        var asked = state.path("MaxConcurrency").asInt(0);
        return asked == 0 ? EVERYTHING : asked;
    }

    private void fill(Consumer<Outcome> ended) {
        while (!over && running < atATime() && !waiting.isEmpty()) {
            running++;
            begin(waiting.remove(), ended);
        }
    }

    private void begin(Item item, Consumer<Outcome> ended) {
        var processor = state.path("ItemProcessor");
        var child = distributed() ? stage.of(child(item)) : stage;
        new Walk(
                        child,
                        processor.path("States"),
                        path + "/",
                        item.context(),
                        outcome -> {
                            if (distributed()) {
                                child.execution().end(outcome, stage.now());
                            }
                            took(item, outcome, ended);
                        })
                .enter(processor.path("StartAt").asText(), item.input());
    }

    private Execution child(Item item) {
        var label = state.path("Label").asText(path.substring(path.lastIndexOf('/') + 1));
        var parent = stage.execution();
        var arn =
                parent.machineArn.replace(":stateMachine:", ":execution:")
                        + "/"
                        + label
                        + ":"
                        + stage.chance().uuid("child", parent.arn, path, item.index(), stage.now());
        var child = new Execution(arn, parent.machineArn, item.input().toString(), stage.now());
        parent.children.add(child);
        return child;
    }

    private void took(Item item, Outcome outcome, Consumer<Outcome> ended) {
        if (over || stage.execution().status != Execution.Status.RUNNING) {
            return;
        }
        running--;
        switch (outcome) {
            case Outcome.Done(var result) -> results.put(item.index(), result);
            case Outcome.Broken failure -> {
                broken++;
                if (!distributed() || broken > tolerated()) {
                    over = true;
                    stage.execution().abortChildren(stage.now());
                    ended.accept(distributed() ? exceeded() : failure);
                    return;
                }
            }
        }
        if (running == 0 && waiting.isEmpty()) {
            over = true;
            ended.accept(new Outcome.Done(Branches.list(results)));
        } else {
            fill(ended);
        }
    }

    /// Of count and percentage, whichever is reached first.
    private double tolerated() {
        var count = state.path("ToleratedFailureCount");
        var share = state.path("ToleratedFailurePercentage");
        if (count.isMissingNode() && share.isMissingNode()) {
            return 0;
        }
        return Math.min(count.asDouble(Double.MAX_VALUE), share.asDouble(100) / 100 * total);
    }

    private Outcome exceeded() {
        return new Outcome.Broken(
                "States.ExceedToleratedFailureThreshold",
                "The specified tolerated failure threshold was exceeded: "
                        + broken
                        + " of "
                        + total
                        + " failed");
    }
}
