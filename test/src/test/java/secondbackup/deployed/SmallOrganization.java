package secondbackup.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import secondbackup.handler.PolicyFiles;
import secondbackup.oracle.Comparison;
import secondbackup.oracle.Oracle;
import secondbackup.proof.OwnEstate;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.FirstDay;
import secondbackup.rehearsal.HandlerRuntime;
import secondbackup.rehearsal.Templates;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.rds.Clusters;
import secondbackup.simulation.s3.Buckets;
import secondbackup.simulation.world.SimulatedOrganization;
import secondbackup.slack.Poster;

/// An organization of five accounts and one cluster, `orders` in the account `shop`, into which the synthesized stacks
/// are deployed: it lives by its schedules, rules and queue alone.
public final class SmallOrganization {
    public static final String RECOVERY = "666666666666";

    private static final List<String> ACCOUNTS =
            List.of(
                    SmallWorld.MANAGEMENT,
                    SmallWorld.CONTROL,
                    SmallWorld.VAULT,
                    RECOVERY,
                    SmallWorld.SHOP);

    private static final String BUCKET = "second-backup-reports-" + SmallWorld.CONTROL;
    private static final String LATEST = "reports/latest.json";
    private static final int REPORT_HOURS_MAX = 13;

    /// So short that the world is still as the report found it.
    private static final Duration STEP = Duration.ofMinutes(5);

    private final SimulatedOrganization world;
    private final FirstDay firstDay;
    private final List<String> told = new ArrayList<>();
    private Oracle oracle;

    private SmallOrganization(SimulatedOrganization world, FirstDay firstDay) {
        this.world = world;
        this.firstDay = firstDay;
        firstDay.deploy();
        this.oracle = new Oracle(world, PolicyFiles.read(Optional.empty()));
    }

    /// For whoever wants it otherwise.
    public static ObjectNode founded() {
        var json = (ObjectNode) SmallWorld.resource("/rehearsal/world.json");
        json.remove(List.of("oddities", "retiredVersions", "$schema", "deployed"));
        json.withObject("/values").put("vaultAccount", SmallWorld.VAULT);
        var accounts = json.putArray("kept");
        for (var account : json.path("accounts")) {
            if (ACCOUNTS.contains(account.path("id").asText())) {
                account.path("regions").forEach(place -> ((ObjectNode) place).remove("clusters"));
                accounts.add(account);
            }
        }
        json.set("accounts", json.remove("kept"));
        clusters(json, SmallWorld.SHOP, SmallWorld.IRELAND)
                .add(SmallWorld.cluster("orders", "shop"));
        return json;
    }

    /// The list of clusters of a place, made where it is missing.
    public static ArrayNode clusters(ObjectNode json, String account, String region) {
        for (var each : json.path("accounts")) {
            if (each.path("id").asText().equals(account)) {
                return ((ObjectNode) each.path("regions"))
                        .withObject("/" + region)
                        .withArray("clusters");
            }
        }
        throw new IllegalArgumentException("no account " + account);
    }

    /// With the example estate.
    public static SmallOrganization deployed() {
        return deployed(founded(), Templates.bundled(), SmallWorld.policies("estate.json"));
    }

    /// With an estate of one's own.
    public static SmallOrganization deployed(ObjectNode founded, OwnEstate own) {
        var made = deployed(founded, own.templates(), own.estate());
        made.read(own.policies());
        return made;
    }

    private static SmallOrganization deployed(
            ObjectNode founded, Templates templates, JsonNode estate) {
        var world = SimulatedOrganization.of(SmallWorld.read(founded), 1);
        var made = new SmallOrganization(world, new FirstDay(world, templates, estate));
        world.machinery().invoker().runBy(new HandlerRuntime(world, made.slack()));
        return made;
    }

    /// Lets Lambdas read other policies from now on, as a jar that was built of them does.
    public void read(Path policies) {
        oracle = new Oracle(world, PolicyFiles.read(Optional.of(policies.toUri())));
        world.machinery()
                .functions()
                .all()
                .forEach(each ->
                        each.environment.put(
                                "SECOND_BACKUP_POLICIES", policies.toUri().toString()));
    }

    private Poster slack() {
        return new Poster(
                post -> {
                    told.add(post.json());
                    return new Poster.Reply.Answered(200, "ok", OptionalLong.empty());
                },
                _ -> {});
    }

    public SimulatedOrganization world() {
        return world;
    }

    public FirstDay firstDay() {
        return firstDay;
    }

    /// What Slack was told, oldest first.
    public List<String> told() {
        return List.copyOf(told);
    }

    public void pass(Duration span) {
        world.advance(span);
    }

    /// Kind and what it is about, of every gap in the newest report.
    public SortedSet<String> gaps() {
        var found = new TreeSet<String>();
        for (var gap : report().path("gaps")) {
            var arn = gap.path("arn").asText();
            var place = gap.path("account").asText() + " " + gap.path("region").asText();
            found.add(gap.path("kind").asText() + " " + (arn.isEmpty() ? place : arn));
        }
        return found;
    }

    /// Kinds of the gaps about an account, or what has this ARN.
    public SortedSet<String> gaps(String what) {
        var kinds = new TreeSet<String>();
        for (var gap : report().path("gaps")) {
            if (gap.path("arn").asText().equals(what)
                    || gap.path("account").asText().equals(what)) {
                kinds.add(gap.path("kind").asText());
            }
        }
        return kinds;
    }

    public JsonNode report() {
        return SmallWorld.parse(newest().content().asString(StandardCharsets.UTF_8));
    }

    private Buckets.Version newest() {
        return world.buckets()
                .find(BUCKET)
                .flatMap(bucket -> bucket.newest(LATEST))
                .orElseThrow(() -> new AssertionError("no report"));
    }

    /// What the newest report says of what was deployed into an account and is no more as it was: where, and how.
    public List<String> drifted(String account) {
        var words = new ArrayList<String>();
        for (var gap : report().path("gaps")) {
            if (gap.path("kind").asText().equals("DeploymentDrifted")
                    && gap.path("account").asText().equals(account)) {
                words.add(gap.path("what").asText() + " | " + gap.path("cause").asText());
            }
        }
        return words;
    }

    /// Where the oracle, which reads the world's inner state, disagrees with the newest report.
    public List<String> disagreements() {
        var at = Instant.parse(report().path("generatedAt").asText());
        return Comparison.of(world, oracle, report(), at);
    }

    /// Those about the clusters of one account.
    public List<String> disagreements(String account) {
        return disagreements().stream().filter(each -> each.contains(":" + account + ":")).toList();
    }

    /// Lives until the next sweep has been reported, which the estate's schedule starts twice a day.
    public void nextReport() {
        var before = newest();
        var end = world.time().instant().plus(Duration.ofHours(REPORT_HOURS_MAX));
        while (world.time().instant().isBefore(end)) {
            world.advance(STEP);
            if (!newest().equals(before)) {
                return;
            }
        }
        throw new AssertionError("no report within " + REPORT_HOURS_MAX + " hours");
    }

    /// Somebody has a cluster, under a key whose policy is that of the shop's: it admits the vault account.
    ///
    /// @return its ARN
    public String born(String account, String region, String name, Duration age) {
        var like = world.clusters().all().getFirst();
        var key =
                new Keys.Key(
                        account,
                        region,
                        name,
                        Keys.Manager.CUSTOMER,
                        key("shop").policy.replace(SmallWorld.SHOP, account));
        world.keys().put(key);
        var cluster =
                new Clusters.Cluster(
                        account,
                        region,
                        name,
                        "cluster-"
                                + world.chance()
                                        .hex(26, account, region, name)
                                        .toUpperCase(Locale.ROOT),
                        like.engine,
                        like.engineVersion,
                        Clusters.Encryption.SSE_KMS,
                        key.arn(),
                        world.time().instant().minus(age));
        cluster.sizeBytes = 1L << 34;
        world.clusters().put(cluster);
        return cluster.arn();
    }

    private Keys.Key key(String id) {
        var arn = "arn:aws:kms:" + SmallWorld.IRELAND + ":" + SmallWorld.SHOP + ":key/" + id;
        return world.keys().find(arn).orElseThrow();
    }

    /// An account joins the organization as AWS makes one, and its owner opts in for Aurora.
    public void join(String account, String name, String unit) {
        world.organization().join(account, name, unit, world.time().instant());
        for (var region : List.of(SmallWorld.IRELAND, SmallWorld.STOCKHOLM)) {
            world.settings().optIn(account, region, "Aurora", true);
        }
    }
}
