package secondbackup.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.rehearsal.FirstDay;
import secondbackup.rehearsal.Lambdas;
import secondbackup.rehearsal.LocalSlack;
import secondbackup.rehearsal.Templates;
import secondbackup.simulation.backup.Vaults;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.world.SimulatedOrganization;
import secondbackup.simulation.world.World;
import secondbackup.slack.Poster;

/// A small organization into which what was synthesized is deployed, and its Lambdas, under their deployed roles: sweeps
/// and copies happen when a test says so. The vault's lock is final from the start.
public final class Day {
    private static final long SEED = 1;
    private static final int GRACE_DAYS = 3;
    private static final String BUCKET = "second-backup-reports-" + SmallWorld.CONTROL;
    private static final String POLICIES = "SECOND_BACKUP_POLICIES";
    private static final String WEBHOOK =
            "https://hooks.slack.com/services/T00000000/B00000000/EXAMPLE";

    private static final SortedMap<String, String> NOTHING =
            Collections.unmodifiableSortedMap(new TreeMap<>());

    private final SimulatedOrganization world;
    private final SortedMap<String, String> environment;
    private final LocalSlack slack = new LocalSlack(WEBHOOK);
    private final Lambdas lambdas;

    private Day(SimulatedOrganization world, SortedMap<String, String> environment) {
        this.world = world;
        this.environment = environment;
        this.lambdas = with(slack.poster());
        var vault = vault();
        var lock = vault.lock;
        if (lock != null) {
            vault.lock =
                    new Vaults.Lock(
                            lock.minRetentionDays(),
                            lock.maxRetentionDays(),
                            world.time().instant());
        }
    }

    public Vaults.Vault vault() {
        return world.vaults().find(SmallWorld.VAULT_ARN).orElseThrow();
    }

    /// The example, deployed into the small world.
    public static Day deployed() {
        return deployed(SmallWorld.world());
    }

    /// What was synthesized of the example, deployed into a bare world. Its schedules and its queue are switched off.
    public static Day deployed(World bare) {
        return deployed(bare, Templates.bundled(), SmallWorld.policies("estate.json"), NOTHING);
    }

    /// The same of an estate of one's own, whose policies the Lambdas read.
    public static Day deployed(World bare, OwnEstate own) {
        var environment = new TreeMap<String, String>();
        environment.put(POLICIES, own.policies().toUri().toString());
        return deployed(bare, own.templates(), own.estate(), environment);
    }

    /// The same of templates that are not the example's, though the Lambdas read its policies.
    public static Day deployed(World bare, Templates templates) {
        return deployed(bare, templates, SmallWorld.policies("estate.json"), NOTHING);
    }

    private static Day deployed(
            World bare,
            Templates templates,
            JsonNode estate,
            SortedMap<String, String> environment) {
        var world = SimulatedOrganization.of(bare, SEED);
        new FirstDay(world, templates, estate).deployLocked(GRACE_DAYS);
        world.machinery().schedules().all().forEach(schedule -> schedule.enabled = false);
        world.machinery().queueMappings().all().forEach(mapping -> mapping.enabled = false);
        world.calls().reset();
        world.access().asked().reset();
        return new Day(world, environment);
    }

    /// In which a backup was taken of every cluster, copied, and found in the vault by the sweep at noon.
    public static Day deployedAndLived(World bare) {
        return deployed(bare).lived();
    }

    /// A backup is taken of every cluster, copied, and found in the vault by the last sweep.
    public Day lived() {
        sweep();
        pass(6);
        sweep();
        pass(6);
        sweep();
        return this;
    }

    /// Other Lambdas in the same world, with another way to Slack.
    public Lambdas with(Poster poster) {
        return with(poster, new TreeMap<>());
    }

    /// @param more environment variables
    public Lambdas with(Poster poster, SortedMap<String, String> more) {
        var all = new TreeMap<>(environment);
        all.putAll(more);
        all.put("SECOND_BACKUP_CONCURRENCY", "1");
        return new Lambdas(world, poster, SmallWorld.CONTROL, all);
    }

    /// Other Lambdas in the same world, which read other policies than those that were deployed.
    ///
    /// @param policies folder
    public Lambdas under(Path policies) {
        var environment = new TreeMap<String, String>();
        environment.put(POLICIES, policies.toUri().toString());
        return with(slack.poster(), environment);
    }

    public void pass(long hours) {
        world.advance(Duration.ofHours(hours));
    }

    /// @return the report
    public JsonNode sweep() {
        lambdas.sweep();
        return report();
    }

    /// An account joins in which somebody has taken the name of a role of ours: the StackSet fails there.
    public void joinWithATakenName(String account, String role) {
        world.organization().join(account, "taken", "ou-root-sandbox", world.time().instant());
        world.roles()
                .put(
                        new Roles.Role(
                                account,
                                role,
                                "AROATAKEN",
                                "{\"Version\": \"2012-10-17\", \"Statement\": []}"));
    }

    /// A sweep without Notify and Copy.
    ///
    /// @return the report
    public JsonNode look() {
        return look(lambdas, "");
    }

    /// A minute later, so that no two sweeps go by the same name.
    ///
    /// @param without account whose survey never comes back
    public JsonNode look(Lambdas through, String without) {
        world.advance(Duration.ofMinutes(1));
        var listed = through.invoke("list", "{}");
        for (var account : listed.path("accounts")) {
            if (!account.asText().equals(without)) {
                through.invoke(
                        "survey", Lambdas.item(listed.path("sweep").asText(), account.asText()));
            }
        }
        through.invoke("verify", named(listed.path("sweep").asText()));
        return report();
    }

    /// What Verify and Notify are told.
    public static String named(String sweep) {
        return JsonNodeFactory.instance.objectNode().put("sweep", sweep).toString();
    }

    public JsonNode report() {
        return file("reports/latest.json");
    }

    /// A file in the report bucket.
    public JsonNode file(String key) {
        var bucket = world.buckets().find(BUCKET).orElseThrow();
        var content = bucket.newest(key).orElseThrow().content();
        return SmallWorld.parse(content.asString(StandardCharsets.UTF_8));
    }

    /// Kinds of the gaps about something.
    ///
    /// @param what ARN or account
    public static List<String> gaps(JsonNode report, String what) {
        var kinds = new ArrayList<String>();
        for (var gap : report.path("gaps")) {
            if (gap.path("arn").asText().equals(what)
                    || gap.path("account").asText().equals(what)) {
                kinds.add(gap.path("kind").asText());
            }
        }
        return kinds;
    }

    /// What the report says of a cluster.
    public static JsonNode line(JsonNode report, String cluster) {
        for (var line : report.path("clusters")) {
            if (line.at("/id/arn").asText().equals(cluster)) {
                return line;
            }
        }
        throw new AssertionError("the report has no line about " + cluster);
    }

    public SimulatedOrganization world() {
        return world;
    }

    public Lambdas lambdas() {
        return lambdas;
    }

    public LocalSlack slack() {
        return slack;
    }
}
