package secondbackup.simulation.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Consumer;

/// Goes through the states of a machine, or of a Map's or Parallel's part of it.
final class Walk {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stage stage;
    private final JsonNode states;
    private final String path;
    private final ObjectNode context;
    private final Consumer<Outcome> ended;

    /// @param path names of the states around these, for the history
    /// @param context what `$$` is, without the state
    /// @param ended gets the outcome once
    Walk(Stage stage, JsonNode states, String path, ObjectNode context, Consumer<Outcome> ended) {
        this.stage = stage;
        this.states = states;
        this.path = path;
        this.context = context;
        this.ended = ended;
    }

    void enter(String name, JsonNode input) {
        var state = states.path(name);
        var visit = new Visit(name, state, input, new Retrying(state));
        stage.note(state.path("Type").asText() + "StateEntered", path + name, input.toString());
        visit.begin();
    }

    /// One stay in a state, with all its tries.
    private final class Visit {
        private final String name;
        private final JsonNode state;
        private final JsonNode input;
        private final Retrying retrying;
        private final ObjectNode here;
        private final Flow flow;

        Visit(String name, JsonNode state, JsonNode input, Retrying retrying) {
            this.name = name;
            this.state = state;
            this.input = input;
            this.retrying = retrying;
            this.here = context.deepCopy();
            this.flow = new Flow(state, here);
        }

        void begin() {
            here.putObject("State")
                    .put("Name", name)
                    .put("EnteredTime", stage.now().toString())
                    .put("RetryCount", retrying.attempts());
            try {
                act();
            } catch (StatesError wrong) {
                worked(wrong.outcome());
            }
        }

        private void act() {
            switch (state.path("Type").asText()) {
                case "Pass" -> leave(flow.output(input, passed()));
                case "Choice" -> choose();
                case "Wait" -> rest();
                case "Succeed" -> ended.accept(new Outcome.Done(flow.passed(input)));
                case "Fail" -> ended.accept(new Outcome.Broken(said("Error"), said("Cause")));
                case "Task" -> task();
                case "Parallel" ->
                        new Branches(stage, path + name + "/", here)
                                .run(state, flow.effective(input), this::worked);
                default ->
                        new MapRun(stage, path + name, state, here, flow).run(input, this::worked);
            }
        }

        private JsonNode passed() {
            return state.has("Result") ? state.path("Result") : flow.effective(input);
        }

        private String said(String field) {
            var given = state.path(field + "Path");
            return given.isMissingNode()
                    ? state.path(field).asText()
                    : new Intrinsics(input, here).value(given.asText()).asText();
        }

        private void choose() {
            var choices = new Choices(flow.passed(input), here);
            var next =
                    state.path("Choices")
                            .valueStream()
                            .filter(choices::holds)
                            .findFirst()
                            .map(rule -> rule.path("Next"))
                            .orElse(state.path("Default"));
            if (next.isMissingNode()) {
                throw new StatesError("States.NoChoiceMatched", "No choice matched in " + name);
            }
            proceed(next.asText(), flow.passed(input));
        }

        private void rest() {
            stage.after(until(), path + name + " is over", () -> leave(flow.passed(input)));
        }

        private Duration until() {
            if (state.has("Seconds")) {
                return Duration.ofSeconds(state.path("Seconds").asLong());
            }
            var intrinsics = new Intrinsics(input, here);
            if (state.has("SecondsPath")) {
                return Duration.ofSeconds(
                        intrinsics.value(state.path("SecondsPath").asText()).asLong());
            }
            var text =
                    state.has("Timestamp")
                            ? state.path("Timestamp").asText()
                            : intrinsics.value(state.path("TimestampPath").asText()).asText();
            Instant at = OffsetDateTime.parse(text).toInstant();
            return at.isBefore(stage.now()) ? Duration.ZERO : Duration.between(stage.now(), at);
        }

        private void task() {
            var once = new Once(this::worked);
            if (state.has("TimeoutSeconds")) {
                stage.after(
                        Duration.ofSeconds(state.path("TimeoutSeconds").asLong()),
                        path + name + " may not last longer",
                        () -> once.accept(new Outcome.Broken("States.Timeout", "")));
            }
            stage.task(state.path("Resource").asText(), flow.effective(input), once);
        }

        private void worked(Outcome outcome) {
            switch (outcome) {
                case Outcome.Done(var result) -> {
                    try {
                        leave(flow.output(input, result));
                    } catch (StatesError wrong) {
                        broke(wrong.outcome());
                    }
                }
                case Outcome.Broken broken -> broke(broken);
            }
        }

        private void broke(Outcome.Broken broken) {
            var type = state.path("Type").asText();
            stage.note(type + "Failed", path + name, broken.error() + ": " + broken.cause());
            var wait = retrying.wait(broken, stage.chance(), stage.arn(), path + name, stage.now());
            if (wait.isPresent()) {
                stage.after(wait.get(), path + name + " tries again", this::begin);
                return;
            }
            var catcher = retrying.catcher(broken);
            if (catcher.isEmpty()) {
                ended.accept(broken);
                return;
            }
            var error =
                    JSON.createObjectNode()
                            .put("Error", broken.error())
                            .put("Cause", broken.cause());
            var rule = catcher.get();
            proceed(rule.path("Next").asText(), Flow.placed(rule.path("ResultPath"), input, error));
        }

        private void leave(JsonNode output) {
            if (state.path("End").asBoolean()) {
                stage.note(state.path("Type").asText() + "StateExited", path + name, "");
                ended.accept(new Outcome.Done(output));
            } else {
                proceed(state.path("Next").asText(), output);
            }
        }

        private void proceed(String next, JsonNode output) {
            stage.note(state.path("Type").asText() + "StateExited", path + name, "");
            // A copy, since a state may change what it was given.
            JsonNode given =
                    output.isMissingNode()
                            ? JsonNodeFactory.instance.objectNode()
                            : output.deepCopy();
            stage.after(Duration.ZERO, path + next, () -> enter(next, given));
        }
    }

    /// Hears the first outcome only.
    private static final class Once implements Consumer<Outcome> {
        private final Consumer<Outcome> inner;
        private boolean heard;

        Once(Consumer<Outcome> inner) {
            this.inner = inner;
        }

        @Override
        public void accept(Outcome outcome) {
            if (!heard) {
                heard = true;
                inner.accept(outcome);
            }
        }
    }
}
