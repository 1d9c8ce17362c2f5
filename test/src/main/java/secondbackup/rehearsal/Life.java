package secondbackup.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import secondbackup.handler.PolicyFiles;
import secondbackup.oracle.Comparison;
import secondbackup.oracle.Oracle;
import secondbackup.simulation.world.SimulatedOrganization;
import secondbackup.simulation.world.World;

/// An organization with its second backup, alive: time passes, Copy runs when copy jobs end and every
/// half hour, a sweep runs every twelve hours, and after each the oracle is asked.
public final class Life {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TICK = Duration.ofMinutes(10);
    private static final Duration COPY_EVERY = Duration.ofMinutes(30);
    private static final Duration SWEEP_EVERY = Duration.ofHours(12);
    private static final String CONTROL = "222222222222";
    private static final String BUCKET = "second-backup-reports-" + CONTROL;
    private static final String LATEST = "reports/latest.json";
    private static final String WEBHOOK =
            "https://hooks.slack.com/services/T00000000/B00000000/EXAMPLE";

    /// One sweep, looked at from outside.
    ///
    /// @param report the report as it lies in the bucket
    /// @param disagreements where it differs from the truth
    /// @param clusters how many the oracle checked
    public record Sweep(Instant at, JsonNode report, List<String> disagreements, int clusters) {}

    private final SimulatedOrganization world;
    private final Lambdas lambdas;
    private final LocalSlack slack = new LocalSlack(WEBHOOK);
    private final Oracle oracle;

    public Life(World world, long seed) {
        this(world, seed, Optional.empty());
    }

    /// @param policies URL of a folder that takes the place of the bundled policies
    public Life(World world, long seed, Optional<URI> policies) {
        this.world = SimulatedOrganization.of(world, seed);
        var environment = new TreeMap<String, String>();
        environment.put("SECOND_BACKUP_CONCURRENCY", "1");
        policies.ifPresent(folder -> environment.put("SECOND_BACKUP_POLICIES", folder.toString()));
        this.lambdas = new Lambdas(this.world, slack.poster(), CONTROL, environment);
        this.oracle = new Oracle(this.world, PolicyFiles.read(policies));
    }

    /// Lives on for a while. The first sweep happens at once.
    public void live(Duration span, Consumer<Sweep> watcher) {
        var end = world.time().instant().plus(span);
        var nextSweep = world.time().instant();
        var nextCopy = nextSweep;
        while (!world.time().instant().isAfter(end)) {
            var now = world.time().instant();
            var ended = world.controlBus().drain().stream().filter(Life::endsACopy).toList();
            if (!now.isBefore(nextSweep)) {
                watcher.accept(sweep());
                nextSweep = now.plus(SWEEP_EVERY);
            } else if (!ended.isEmpty() || !now.isBefore(nextCopy)) {
                lambdas.copy(ended);
                nextCopy = now.plus(COPY_EVERY);
            }
            world.advance(TICK);
        }
    }

    /// What the rule before Copy's queue lets through.
    private static boolean endsACopy(String event) {
        try {
            var read = JSON.readTree(event);
            var state = read.path("detail").path("state").asText();
            return read.path("detail-type").asText().equals("Copy Job State Change")
                    && (state.equals("COMPLETED") || state.equals("FAILED"));
        } catch (JsonProcessingException bad) {
            throw new UncheckedIOException("an event is no JSON", bad);
        }
    }

    /// One run of Copy, with the events that have arrived.
    public void copy() {
        lambdas.copy(world.controlBus().drain());
    }

    /// One sweep, and what the oracle makes of it.
    public Sweep sweep() {
        var now = world.time().instant();
        lambdas.sweep();
        var report = read(LATEST);
        var wrong = Comparison.of(world, oracle, report, now);
        return new Sweep(now, report, wrong, oracle.all(now).size());
    }

    /// A file in the report bucket.
    public JsonNode read(String key) {
        return find(key).orElseThrow();
    }

    /// The newest report; empty before the first sweep.
    public Optional<JsonNode> latestReport() {
        return find(LATEST);
    }

    /// What a file in the report bucket holds.
    byte[] content(String key) {
        return bytes(key).orElseThrow();
    }

    private Optional<JsonNode> find(String key) {
        return bytes(key).map(content -> parse(key, content));
    }

    private Optional<byte[]> bytes(String key) {
        var file = world.buckets().find(BUCKET).flatMap(bucket -> bucket.newest(key));
        return file.map(found -> found.content().asByteArray());
    }

    private static JsonNode parse(String key, byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (IOException bad) {
            throw new UncheckedIOException(key + " is no JSON", bad);
        }
    }

    public SimulatedOrganization world() {
        return world;
    }

    public LocalSlack slack() {
        return slack;
    }

    public Oracle oracle() {
        return oracle;
    }

    public Lambdas lambdas() {
        return lambdas;
    }
}
