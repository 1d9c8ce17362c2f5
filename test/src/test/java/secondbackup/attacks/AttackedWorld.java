package secondbackup.attacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.FirstDay;
import secondbackup.rehearsal.HandlerRuntime;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.s3.Buckets;
import secondbackup.simulation.world.SimulatedOrganization;
import secondbackup.slack.Poster;

/// An organization of five accounts, with one cluster in the account `shop`, into which the synthesized stacks were
/// deployed, and which has lived for some days: copies are in the vault, and a compliance lock is final.
///
/// The attacker was there before: roles of his own that AWS Backup may assume, and a vault of his own in the control
/// account that admits every copy.
final class AttackedWorld {
    /// The attacker's own role, in the vault account and in the shop's.
    static final String OWN_ROLE = "AWSBackup-mallory";

    static final String OWN_VAULT =
            "arn:aws:backup:eu-central-1:" + SmallWorld.CONTROL + ":backup-vault:mallory";

    private static final List<String> ACCOUNTS =
            List.of(
                    SmallWorld.MANAGEMENT,
                    SmallWorld.CONTROL,
                    SmallWorld.VAULT,
                    "666666666666",
                    SmallWorld.SHOP);

    private static final String BUCKET = "second-backup-reports-" + SmallWorld.CONTROL;
    private static final String LATEST = "reports/latest.json";
    private static final String EVERYTHING =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private static final String TRUSTS_BACKUP =
            """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole",
            "Principal":{"Service":"backup.amazonaws.com"}}}""";
    
    private static final Pattern TRIPWIRE = Pattern.compile("\"text\":\"Tripwire (\\w+) in ");

    private final SimulatedOrganization world;
    private final List<String> told = new ArrayList<>();

    private AttackedWorld(SimulatedOrganization world) {
        this.world = world;
    }

    /// @param policies as they lie in a folder, from which everything is synthesized, and which Lambdas read
    /// @param span how long it has lived
    static AttackedWorld lived(Path policies, Duration span) {
        var world = SimulatedOrganization.of(SmallWorld.read(founded()), 1);
        var lived = new AttackedWorld(world);
        var estate = SmallWorld.parse(PolicyText.of(policies.resolve("estate.json")));
        new FirstDay(world, VaultKind.synthesized(policies), estate).deploy();
        world.machinery()
                .functions()
                .all()
                .forEach(each ->
                        each.environment.put(
                                "SECOND_BACKUP_POLICIES", policies.toUri().toString()));
        world.machinery().invoker().runBy(new HandlerRuntime(world, lived.slack()));
        lived.settleTheAttacker();
        world.advance(span);
        return lived;
    }

    private static ObjectNode founded() {
        var json = (ObjectNode) SmallWorld.resource("/rehearsal/world.json");
        json.remove(List.of("oddities", "retiredVersions", "$schema", "deployed"));
        json.withObject("/values").put("vaultAccount", SmallWorld.VAULT);
        json.putObject("switches").put("lockStopsSnapshotDeletion", false);
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
        clusters(json, SmallWorld.VAULT, SmallWorld.HOME)
                .add(SmallWorld.cluster("mallory", "none"));
        return json;
    }

    private static ArrayNode clusters(ObjectNode json, String account, String region) {
        for (var each : json.path("accounts")) {
            if (each.path("id").asText().equals(account)) {
                return ((ObjectNode) each.path("regions"))
                        .withObject("/" + region)
                        .withArray("clusters");
            }
        }
        throw new IllegalArgumentException("no account " + account);
    }

    private void settleTheAttacker() {
        for (var account : List.of(SmallWorld.VAULT, SmallWorld.SHOP)) {
            var role = new Roles.Role(account, OWN_ROLE, "AROAMALLORY" + account, TRUSTS_BACKUP);
            role.policies.put("everything", EVERYTHING);
            world.roles().put(role);
        }
        try (var backup = Hand.of(world, SmallWorld.CONTROL).backup(SmallWorld.HOME)) {
            var key = Hand.of(world, SmallWorld.CONTROL).kms(SmallWorld.HOME);
            var made = key.createKey(asked -> asked.description("mallory's")).keyMetadata().arn();
            backup.createBackupVault(
                    asked -> asked.backupVaultName("mallory").encryptionKeyArn(made));
            backup.putBackupVaultAccessPolicy(asked ->
                    asked.backupVaultName("mallory")
                            .policy(
                                    """
                                    {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"*"},
                                    "Action":"backup:CopyIntoBackupVault","Resource":"*"}}"""));
        }
    }

    private Poster slack() {
        return new Poster(
                post -> {
                    told.add(post.json());
                    return new Poster.Reply.Answered(200, "ok", OptionalLong.empty());
                },
                _ -> {});
    }

    SimulatedOrganization world() {
        return world;
    }

    /// The vault's newest copy.
    Target copy() {
        return Target.of(
                world,
                world.vaults().all().stream()
                        .filter(vault -> vault.account.equals(SmallWorld.VAULT))
                        .filter(vault -> vault.arn().equals(SmallWorld.VAULT_ARN))
                        .findFirst()
                        .orElseThrow());
    }

    /// The newest point of the account `shop` from which copies are made.
    Target source() {
        return Target.of(
                world,
                world.vaults().in(SmallWorld.SHOP, SmallWorld.IRELAND).stream()
                        .filter(vault -> vault.name.startsWith("second-backup-source-"))
                        .findFirst()
                        .orElseThrow());
    }

    int toldSoFar() {
        return told.size();
    }

    /// Tripwires that people were told of since then, sorted.
    SortedSet<String> rung(int since) {
        var rung = new TreeSet<String>();
        for (var message : told.subList(since, told.size())) {
            var found = TRIPWIRE.matcher(message);
            while (found.find()) {
                rung.add(found.group(1));
            }
        }
        return rung;
    }

    /// Kinds of gaps in the newest report.
    SortedSet<String> gaps() {
        var kinds = new TreeSet<String>();
        for (var gap : report().path("gaps")) {
            kinds.add(gap.path("kind").asText() + " " + gap.path("arn").asText());
        }
        return kinds;
    }

    JsonNode report() {
        return SmallWorld.parse(newest().content().asString(StandardCharsets.UTF_8));
    }

    private Buckets.Version newest() {
        return world.buckets()
                .find(BUCKET)
                .flatMap(bucket -> bucket.newest(LATEST))
                .orElseThrow(() -> new AssertionError("no report"));
    }

    /// Lives until the next sweep has been reported, which the estate's schedule starts twice a day.
    void nextReport() {
        var before = newest();
        for (var hours = 0; hours < 13; hours++) {
            world.advance(Duration.ofHours(1));
            if (newest() != before) {
                return;
            }
        }
        throw new AssertionError("no report within 13 hours");
    }
}
