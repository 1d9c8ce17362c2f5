package secondbackup.rehearsal;

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

/// An organization with its second backup, alive: time passes, and what was deployed does the rest, woken by its own
/// schedules, rules and queue. Whenever a new report lies in the bucket, the oracle is asked.
public final class Life {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// How long a vault's lock can still be taken off, the least that AWS allows.
    private static final int GRACE_DAYS = 3;

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
    private final LocalSlack slack = new LocalSlack(WEBHOOK);
    private final Lambdas lambdas;
    private final Oracle oracle;
    private Consumer<Sweep> watcher = _ -> {};

    /// @param world in which the functions are
    /// @param policies URL of a folder that takes the place of the bundled policies
    public Life(SimulatedOrganization world, Optional<URI> policies) {
        this.world = world;
        var environment = new TreeMap<String, String>();
        policies.ifPresent(folder -> environment.put("SECOND_BACKUP_POLICIES", folder.toString()));
        this.lambdas = new Lambdas(world, slack.poster(), CONTROL, environment);
        this.oracle = new Oracle(world, PolicyFiles.read(policies));
        world.buckets()
                .listen((bucket, version) -> {
                    if (bucket.name.equals(BUCKET) && version.key().equals(LATEST)) {
                        world.time()
                                .after(
                                        Duration.ZERO,
                                        "the oracle looks",
                                        () -> watcher.accept(seen()));
                    }
                });
    }

    /// Founds an organization, and deploys into it what was synthesized, with the vault in compliance mode.
    public static Life deployed(World world, long seed) {
        var founded = SimulatedOrganization.of(world, seed);
        new FirstDay(founded, Templates.bundled(), estate()).deployLocked(GRACE_DAYS);
        founded.calls().reset();
        return new Life(founded, Optional.empty());
    }

    private static JsonNode estate() {
        return Templates.parse(
                PolicyFiles.read(Optional.empty()).getOrDefault("estate.json", "{}"));
    }

    /// Lives on for a while.
    ///
    /// @param next hears of every sweep that ends in it
    public void live(Duration span, Consumer<Sweep> next) {
        watcher = next;
        world.advance(span);
        watcher = _ -> {};
    }

    /// One sweep by hand, and what the oracle makes of it.
    public Sweep sweep() {
        lambdas.sweep();
        return seen();
    }

    private Sweep seen() {
        var now = world.time().instant();
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
