package secondbackup.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.copy.CopyOrder;
import secondbackup.copy.CopyOutcome;
import secondbackup.copy.Refusal;
import secondbackup.gap.Severity;
import secondbackup.history.DayCount;
import secondbackup.history.History;
import secondbackup.history.Track;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Arn;
import secondbackup.inventory.BackupJob;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.DeployedPlan;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.EngineVersion;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.LegalHold;
import secondbackup.inventory.LegalHolds;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.MemberVault;
import secondbackup.inventory.PlanSelection;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RecoveryView;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.RoleView;
import secondbackup.inventory.Setup;
import secondbackup.inventory.StackSetView;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;
import secondbackup.inventory.VolumeSize;
import secondbackup.report.Costs;
import secondbackup.report.Holding;
import secondbackup.report.Lane;
import secondbackup.report.Report;
import secondbackup.sweep.OrderPart;
import secondbackup.verify.Rung;
import secondbackup.verify.Verdict.Standing;

class JsonTest {
    private static final Instant AT = Instant.parse("2026-03-01T05:00:00.123Z");
    private static final AccountId ACCOUNT = new AccountId("444444444444");
    private static final Region IRELAND = new Region("eu-west-1");
    private static final MemberAccount MEMBER =
            new MemberAccount(ACCOUNT, "shop", "ACTIVE", List.of("r-abcd", "ou-abcd-12345678"));
    private static final Arn CLUSTER = new Arn("arn:aws:rds:eu-west-1:444444444444:cluster:orders");
    private static final Arn POINT =
            new Arn("arn:aws:rds:eu-west-1:444444444444:cluster-snapshot:awsbackup:job-1");
    private static final Arn VAULT =
            new Arn("arn:aws:backup:eu-central-1:333333333333:backup-vault:second-backup");
    private static final Arn KEY = new Arn("arn:aws:kms:eu-west-1:444444444444:key/1");
    private static final ClusterId ID = new ClusterId(ACCOUNT, IRELAND, CLUSTER, "cluster-ORDERS");
    private static final CopyOrder ORDER =
            new CopyOrder(ID, POINT, "source", VAULT, KEY, 35, AT, "token");

    private static <T> void comesBackAsItWas(T value, Class<T> type) {
        assertThat(Json.read(Json.write(value, type), type)).isEqualTo(value);
    }

    @Test
    void everyKindOfAccountComesBackAsItWas() {
        comesBackAsItWas(new AccountView.Inactive(MEMBER), AccountView.class);
        comesBackAsItWas(new AccountView.Unreadable(MEMBER, "AccessDenied: no"), AccountView.class);
        comesBackAsItWas(
                new AccountView.Seen(
                        MEMBER,
                        AT,
                        List.of("lost"),
                        List.of(
                                new RoleView.Absent("lost"),
                                new RoleView.Seen(
                                        "ours",
                                        "{}",
                                        List.of("{}"),
                                        List.of("a"),
                                        Optional.of("b")),
                                new RoleView.Unreadable("shut", "AccessDenied: no")),
                        List.of(),
                        Optional.empty()),
                AccountView.class);
        for (var recovery :
                List.of(
                        Optional.<RecoveryView>empty(),
                        Optional.<RecoveryView>of(new RecoveryView.Unreadable("no")),
                        Optional.<RecoveryView>of(
                                new RecoveryView.Seen(
                                        Optional.of("Enabled"), 3, new Setup.Quota(1, 40))))) {
            comesBackAsItWas(
                    new AccountView.Seen(
                            MEMBER, AT, List.of("lost"), List.of(), List.of(), recovery),
                    AccountView.class);
        }
    }

    @Test
    void everyKindOfRegionComesBackAsItWas() {
        comesBackAsItWas(new RegionView.Closed(IRELAND, "policy"), RegionView.class);
        comesBackAsItWas(new RegionView.NotEnabled(IRELAND), RegionView.class);
        comesBackAsItWas(new RegionView.Unreadable(IRELAND, "Throttling: slow"), RegionView.class);
        comesBackAsItWas(
                new RegionView.Elsewhere(IRELAND, List.of(cluster(new Encryption.None()))),
                RegionView.class);
        comesBackAsItWas(source(), RegionView.class);
    }

    private static DeployedPlan plan(PlanSelection selection) {
        var kept = new DeployedPlan.Kept(Optional.of(7L), Optional.empty());
        var rule =
                new DeployedPlan.Rule(
                        "daily",
                        "source",
                        "cron(0 1 * * ? *)",
                        "UTC",
                        Optional.of(60L),
                        Optional.empty(),
                        false,
                        kept,
                        List.of(new DeployedPlan.Copy("vault", kept)),
                        Optional.empty());
        return new DeployedPlan("id", "plan", List.of(rule), List.of(selection));
    }

    private static RegionView source() {
        var point =
                new RecoveryPoint(
                        POINT, "source", CLUSTER, "", "17.4", AT, Optional.empty(), "ODD", "");
        var test = new PlanSelection.TagTest(PlanSelection.Comparison.NOT_LIKE, "team", "x*");
        var selection =
                new PlanSelection(
                        "plan",
                        "all",
                        "role",
                        List.of("source"),
                        List.of("*"),
                        List.of(),
                        List.of(),
                        List.of(test));
        return new RegionView.Source(
                IRELAND,
                List.of(cluster(new Encryption.Kms(KEY))),
                true,
                List.of(plan(selection)),
                List.of(new MemberVault("source", AT)),
                List.of(point),
                List.of(job(Optional.empty()), job(Optional.of(VAULT))),
                List.of(
                        new KeyView.Read(KEY, "CUSTOMER", "Enabled", KeyView.Admission.UNCLEAR),
                        new KeyView.Unreadable(KEY, "it belongs to another account")),
                List.of(
                        new BackupJob(
                                "job", CLUSTER, "source", "FAILED", AT, "FATAL_ERROR", "no")));
    }

    private static CopyJob job(Optional<Arn> targetPoint) {
        return new CopyJob(
                "job-" + targetPoint.isPresent(),
                POINT,
                VAULT,
                VAULT,
                targetPoint,
                CLUSTER,
                "RUNNING",
                AT,
                targetPoint.map(_ -> AT),
                "",
                "");
    }

    private static Cluster cluster(Encryption encryption) {
        var tags = new TreeMap<String, String>();
        tags.put("kind", "Seen");
        return new Cluster(
                ID,
                "aurora-mysql",
                "3.08",
                "available",
                AT,
                encryption,
                tags,
                OptionalLong.of(5_000_000_000L),
                List.of(new VolumeSize(LocalDate.EPOCH, 5)));
    }

    @Test
    void everyKindOfEncryptionComesBackAsItWas() {
        comesBackAsItWas(new Encryption.None(), Encryption.class);
        comesBackAsItWas(new Encryption.ServiceOwned(), Encryption.class);
        comesBackAsItWas(new Encryption.Kms(KEY), Encryption.class);
        comesBackAsItWas(new Encryption.Unknown("sse-new"), Encryption.class);
    }

    @Test
    void everyKindOfVaultComesBackAsItWas() {
        comesBackAsItWas(new VaultView.Unreadable(VAULT, "gone"), VaultView.class);
        comesBackAsItWas(vault(new VaultView.VaultKey.AwsOwned()), VaultView.class);
        comesBackAsItWas(vault(new VaultView.VaultKey.Unreadable("no")), VaultView.class);
        comesBackAsItWas(
                vault(
                        new VaultView.VaultKey.Customer(
                                KEY, "Enabled", Optional.of(AT), "AWS_KMS", "{}")),
                VaultView.class);
    }

    private static VaultView vault(VaultView.VaultKey key) {
        return new VaultView.Seen(
                VAULT,
                AT,
                VaultView.Kind.AIR_GAPPED,
                new VaultView.Lock(true, Optional.of(7L), Optional.empty(), Optional.of(AT)),
                "",
                key,
                List.of(
                        copy("a", new VaultedCopy.Snapshot.Absent()),
                        copy(
                                "b",
                                new VaultedCopy.Snapshot.Found(
                                        "available", "cluster-ORDERS", "17.4")),
                        copy("c", new VaultedCopy.Snapshot.Hidden()),
                        copy("d", new VaultedCopy.Snapshot.Unread("no"))),
                OptionalInt.empty(),
                key instanceof VaultView.VaultKey.AwsOwned
                        ? new EngineCatalog.Unread("no")
                        : new EngineCatalog.Read(
                                List.of(
                                        new EngineVersion(
                                                "aurora-mysql",
                                                "8.0",
                                                "available",
                                                Optional.of("8.4"),
                                                Optional.of(AT)))),
                key instanceof VaultView.VaultKey.AwsOwned
                        ? new LegalHolds.Unread("no")
                        : new LegalHolds.Read(
                                List.of(new LegalHold("1", "t", "d", "ACTIVE", List.of(VAULT)))));
    }

    private static VaultedCopy copy(String name, VaultedCopy.Snapshot snapshot) {
        return new VaultedCopy(
                new Arn("arn:aws:rds:eu-central-1:333333333333:cluster-snapshot:" + name),
                CLUSTER,
                AT,
                Optional.of(AT),
                "AVAILABLE",
                Optional.of(KEY),
                snapshot);
    }

    @Test
    void everyKindOfManifestComesBackAsItWas() {
        comesBackAsItWas(
                new Manifest.Listed(
                        "s",
                        AT,
                        List.of(MEMBER),
                        List.of(IRELAND),
                        List.of(
                                new StackSetView.Absent("gone"),
                                new StackSetView.Unreadable("shut", "AccessDenied: no"),
                                new StackSetView.Seen(
                                        "set",
                                        List.of(
                                                new StackSetView.Instance(
                                                        MEMBER.id(),
                                                        IRELAND,
                                                        "OUTDATED",
                                                        "FAILED",
                                                        "no",
                                                        Optional.of(AT)))))),
                Manifest.class);
        comesBackAsItWas(new Manifest.NotListed("s", AT, "AccessDenied: no"), Manifest.class);
    }

    @Test
    void everyKindOfOutcomeComesBackAsItWas() {
        var outcomes =
                List.<CopyOutcome>of(
                        new CopyOutcome.Started(ORDER, "job-1"),
                        new CopyOutcome.Refused(ORDER, "LimitExceededException", "too many"),
                        new CopyOutcome.Unanswered(ORDER, "SdkClientException", "Read timed out"));
        var place = new OrderPart.Place(ACCOUNT, IRELAND);
        comesBackAsItWas(
                new OrderPart(
                        AT,
                        "2026-11-20T12:00:00Z",
                        outcomes,
                        List.of(ORDER),
                        List.of(new Refusal(ORDER, AT, "LimitExceededException", "too many")),
                        List.of(place),
                        List.of(new OrderPart.Seen(place, List.of(), List.of(), Optional.of(AT))),
                        List.of("vault: throttled")),
                OrderPart.class);
    }

    @Test
    void aReportComesBackAsItWas() {
        var line =
                new Report.ClusterLine(
                        ID,
                        "shop",
                        Standing.PROTECTED,
                        Rung.HELD,
                        Optional.of(AT),
                        Optional.empty(),
                        Optional.of(Duration.ofHours(30)),
                        List.of("a.json"),
                        new Holding(2, Optional.of(AT), List.of(AT), OptionalLong.of(1L << 40), 1));
        var gap =
                new Report.GapLine(
                        "key",
                        "CopyLate",
                        Severity.WARNING,
                        Optional.of(ACCOUNT),
                        "shop",
                        "",
                        "orders",
                        CLUSTER.value(),
                        AT,
                        "what",
                        "cause",
                        "remedy",
                        "CopyLate",
                        "CopyLate|");
        comesBackAsItWas(
                new Report(
                        Report.VERSION,
                        "s",
                        Optional.of("r"),
                        AT,
                        new Report.Summary(1, 1, 0, 0, 0, 1, 0, 1, 1),
                        List.of(line),
                        List.of(gap),
                        List.of(),
                        List.of(gap),
                        List.of(),
                        List.of("nothing"),
                        List.of(),
                        HISTORY,
                        List.of(
                                new Lane(
                                        VAULT,
                                        5,
                                        AT,
                                        List.of(1, 2),
                                        List.of(),
                                        3,
                                        Optional.of(Duration.ofMinutes(50)),
                                        Optional.of(AT))),
                        new Costs(
                                List.of("a price"),
                                List.of(new Costs.OfAccount(ACCOUNT, "shop", 2, 1, 2048, 4301)))),
                Report.class);
    }

    private static final History HISTORY =
            new History(
                    List.of(new DayCount(LocalDate.of(2026, 3, 1), 1, 0, 0, 0, 0, 0)),
                    List.of(Track.of(ID, "shop", "YKK"), Track.of(ID, "shop", "Y")));

    @Test
    void namesTheKindAndWritesTimesAsText() {
        var text =
                new String(
                        Json.write(new Manifest.NotListed("s", AT, "no"), Manifest.class),
                        StandardCharsets.UTF_8);
        assertThat(text)
                .isEqualTo(
                        "{\"kind\":\"NotListed\",\"sweep\":\"s\","
                                + "\"startedAt\":\"2026-03-01T05:00:00.123Z\",\"cause\":\"no\"}");
    }

    @Test
    void refusesAnUnknownKind() {
        refuses("{\"kind\":\"HalfListed\",\"sweep\":\"s\"}", "HalfListed");
    }

    @Test
    void refusesToFillInWhatIsMissing() {
        refuses(
                "{\"kind\":\"NotListed\",\"sweep\":\"s\",\"startedAt\":\"2026-03-01T05:00:00Z\"}",
                "cause");
    }

    @Test
    void refusesWhatIsNoJson() {
        refuses("<html>", "Manifest");
    }

    private static void refuses(String json, String named) {
        assertThatThrownBy(() -> Json.read(json.getBytes(StandardCharsets.UTF_8), Manifest.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(named);
    }
}
