package secondbackup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.KeyView.Admission;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.Region;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;
import secondbackup.policy.Estate;
import secondbackup.policy.Members;
import secondbackup.policy.Policies;
import secondbackup.policy.PromiseRule;
import secondbackup.policy.Roster;
import secondbackup.policy.Route;
import secondbackup.policy.Tier;

/// One small organization: a member account with clusters, a vault account with one vault, one promise of 26
/// hours and 35 days. Everything is as it should be; a test changes what it is about.
public final class Sample {
    /// A Friday, noon.
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    public static final AccountId ACCOUNT = new AccountId("111111111111");
    public static final AccountId OTHER_ACCOUNT = new AccountId("222222222222");
    public static final AccountId VAULT_ACCOUNT = new AccountId("999999999999");
    public static final Region REGION = new Region("eu-west-1");
    public static final Region VAULT_REGION = new Region("eu-central-1");
    public static final String ORGANIZATION = "o-exampleorgid";
    public static final String SOURCE_VAULT = "source";
    public static final String REKEY_VAULT = "rekey";
    public static final Arn VAULT =
            new Arn("arn:aws:backup:eu-central-1:999999999999:backup-vault:second");

    /// In the member account, so that a test needs no more of them.
    public static final Arn RECOVERY_VAULT =
            new Arn("arn:aws:backup:eu-central-1:111111111111:backup-vault:recovery");

    public static final Arn VAULT_KEY = new Arn("arn:aws:kms:eu-central-1:999999999999:key/vault");
    public static final Arn KEY = new Arn("arn:aws:kms:eu-west-1:111111111111:key/orders");
    public static final Duration AGE_MAX = Duration.ofHours(26);
    public static final int RETENTION_DAYS = 35;
    public static final String ACCESS_POLICY =
            """
            {"Statement": [{"Effect": "Allow", "Principal": "*",
              "Action": "backup:CopyIntoBackupVault", "Resource": "*",
              "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-exampleorgid"}}}]}\
            """;
    public static final String KEY_POLICY =
            """
            {"Statement": [{"Effect": "Allow", "Principal": {"AWS": "999999999999"},
              "Action": "kms:*", "Resource": "*"}]}\
            """;

    /// Whoever reads the vault may be let in by the account that the Lambdas run in; others may be there.
    public static final Roster ROSTER =
            new Roster(
                    List.of(
                            new Roster.Entry("role/reader", List.of(OTHER_ACCOUNT.value())),
                            new Roster.Entry("user/recovery/alice", List.of()),
                            new Roster.Entry("role/wires", List.of("service/events.amazonaws.com")),
                            new Roster.Entry(
                                    "role/aws-service-role/*", List.of("service/*.amazonaws.com")),
                            new Roster.Entry(
                                    "role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_Vault_*",
                                    List.of("saml-provider/AWSSSO_*"))));

    private Sample() {}

    public static Instant hoursAgo(long hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    public static Instant daysAgo(long days) {
        return NOW.minus(Duration.ofDays(days));
    }

    public static MemberAccount account() {
        return account(ACCOUNT, "ACTIVE");
    }

    public static MemberAccount account(AccountId id, String state) {
        return new MemberAccount(id, "shop-" + id, state, List.of("r-root", "ou-shop"));
    }

    /// A cluster 100 days old, under a customer managed key.
    public static Cluster cluster(String name) {
        return cluster(ACCOUNT, REGION, name);
    }

    public static Cluster cluster(AccountId account, Region region, String name) {
        var arn = new Arn("arn:aws:rds:" + region + ":" + account + ":cluster:" + name);
        var resourceId = "cluster-" + name.toUpperCase(Locale.ROOT);
        return new Cluster(
                new ClusterId(account, region, arn, resourceId),
                "aurora-postgresql",
                "17.4",
                "available",
                daysAgo(100),
                new Encryption.Kms(KEY),
                new TreeMap<>(),
                OptionalLong.empty());
    }

    public static Cluster born(Instant createdAt, Cluster cluster) {
        return change(cluster, cluster.id(), createdAt, cluster.encryption(), cluster.tags());
    }

    public static Cluster encrypted(Encryption encryption, Cluster cluster) {
        return change(cluster, cluster.id(), cluster.createdAt(), encryption, cluster.tags());
    }

    public static Cluster tagged(String key, String value, Cluster cluster) {
        var tags = new TreeMap<>(cluster.tags());
        tags.put(key, value);
        return change(cluster, cluster.id(), cluster.createdAt(), cluster.encryption(), tags);
    }

    public static Cluster withResourceId(String resourceId, Cluster cluster) {
        var id = cluster.id();
        return change(
                cluster,
                new ClusterId(id.account(), id.region(), id.arn(), resourceId),
                cluster.createdAt(),
                cluster.encryption(),
                cluster.tags());
    }

    private static Cluster change(
            Cluster cluster,
            ClusterId id,
            Instant createdAt,
            Encryption encryption,
            SortedMap<String, String> tags) {
        return new Cluster(
                id,
                cluster.engine(),
                cluster.engineVersion(),
                cluster.status(),
                createdAt,
                encryption,
                tags,
                cluster.sizeBytes());
    }

    /// A finished point in the source vault.
    public static RecoveryPoint point(Cluster cluster, Instant capturedAt) {
        return point(cluster, capturedAt, SOURCE_VAULT, "job");
    }

    /// What the re-key hop makes of a point.
    public static RecoveryPoint rekeyed(Cluster cluster, Instant capturedAt) {
        return point(cluster, capturedAt, REKEY_VAULT, "copyjob");
    }

    /// The same point in another vault.
    public static RecoveryPoint in(String vault, RecoveryPoint point) {
        return new RecoveryPoint(
                point.arn(),
                vault,
                point.cluster(),
                point.resourceId(),
                point.engineVersion(),
                point.capturedAt(),
                point.expiresAt(),
                point.status(),
                point.rule());
    }

    private static RecoveryPoint point(
            Cluster cluster, Instant capturedAt, String vault, String kind) {
        var id = cluster.id();
        return new RecoveryPoint(
                snapshot(id.account(), id.region(), kind, cluster, capturedAt),
                vault,
                id.arn(),
                id.resourceId(),
                cluster.engineVersion(),
                capturedAt,
                Optional.of(capturedAt.plus(Duration.ofDays(RETENTION_DAYS))),
                "COMPLETED",
                kind.equals("job") ? "daily" : "");
    }

    /// The same point, taken by another rule of the plan.
    public static RecoveryPoint by(String rule, RecoveryPoint point) {
        return new RecoveryPoint(
                point.arn(),
                point.vault(),
                point.cluster(),
                point.resourceId(),
                point.engineVersion(),
                point.capturedAt(),
                point.expiresAt(),
                point.status(),
                rule);
    }

    private static Arn snapshot(
            AccountId account, Region region, String kind, Cluster cluster, Instant capturedAt) {
        return new Arn(
                "arn:aws:rds:"
                        + region
                        + ":"
                        + account
                        + ":cluster-snapshot:awsbackup:"
                        + kind
                        + "-"
                        + cluster.id().name()
                        + "-"
                        + capturedAt.getEpochSecond());
    }

    /// A good copy in the vault.
    public static VaultedCopy copy(Cluster cluster, Instant capturedAt) {
        return new VaultedCopy(
                snapshot(VAULT_ACCOUNT, VAULT_REGION, "copyjob", cluster, capturedAt),
                cluster.id().arn(),
                capturedAt,
                Optional.of(capturedAt.plus(Duration.ofDays(RETENTION_DAYS))),
                "COMPLETED",
                Optional.of(VAULT_KEY),
                new VaultedCopy.Snapshot.Found(
                        "available", cluster.id().resourceId(), cluster.engineVersion()));
    }

    public static VaultedCopy expiring(Instant expiresAt, VaultedCopy copy) {
        return new VaultedCopy(
                copy.arn(),
                copy.cluster(),
                copy.capturedAt(),
                Optional.of(expiresAt),
                copy.status(),
                copy.key(),
                copy.snapshot());
    }

    public static VaultedCopy inState(String status, VaultedCopy copy) {
        return new VaultedCopy(
                copy.arn(),
                copy.cluster(),
                copy.capturedAt(),
                copy.expiresAt(),
                status,
                copy.key(),
                copy.snapshot());
    }

    public static VaultedCopy underKey(Optional<Arn> key, VaultedCopy copy) {
        return new VaultedCopy(
                copy.arn(),
                copy.cluster(),
                copy.capturedAt(),
                copy.expiresAt(),
                copy.status(),
                key,
                copy.snapshot());
    }

    public static VaultedCopy behind(VaultedCopy.Snapshot snapshot, VaultedCopy copy) {
        return new VaultedCopy(
                copy.arn(),
                copy.cluster(),
                copy.capturedAt(),
                copy.expiresAt(),
                copy.status(),
                copy.key(),
                snapshot);
    }

    /// A copy job that starts at an hour and, unless it runs, ends ten minutes later.
    public static CopyJob job(
            RecoveryPoint point, Arn target, String state, Instant createdAt, String... words) {
        var live = state.equals("CREATED") || state.equals("RUNNING");
        return new CopyJob(
                point.arn().name() + "@" + createdAt,
                point.arn(),
                memberVault(point.vault()),
                target,
                Optional.empty(),
                point.cluster(),
                state,
                createdAt,
                live ? Optional.empty() : Optional.of(createdAt.plus(Duration.ofMinutes(10))),
                words.length > 0 ? words[0] : "",
                words.length > 1 ? words[1] : "");
    }

    public static Arn memberVault(String name) {
        return new Arn("arn:aws:backup:eu-west-1:111111111111:backup-vault:" + name);
    }

    public static KeyView key(Admission admission) {
        return new KeyView.Read(KEY, "CUSTOMER", "Enabled", admission);
    }

    public static KeyView awsManagedKey() {
        return new KeyView.Read(KEY, "AWS", "Enabled", Admission.REFUSES);
    }

    /// The job, with the copy that came of it.
    public static CopyJob arrived(VaultedCopy copy, CopyJob job) {
        return arrived(copy.arn(), job);
    }

    public static CopyJob arrived(Arn copy, CopyJob job) {
        return new CopyJob(
                job.id(),
                job.point(),
                job.sourceVault(),
                job.targetVault(),
                Optional.of(copy),
                job.cluster(),
                job.state(),
                job.createdAt(),
                job.completedAt(),
                job.category(),
                job.message());
    }

    public static Policies policies() {
        return policies(estate(), List.of(rule("every-cluster.json", 26, RETENTION_DAYS)));
    }

    /// Promises of an estate in which nobody may exist in the vault account, and nothing of ours was deployed.
    public static Policies policies(Estate estate, List<PromiseRule> rules) {
        return policies(estate, rules, new Members(List.of(), List.of(), List.of()));
    }

    public static Policies policies(Estate estate, List<PromiseRule> rules, Members members) {
        return new Policies(estate, rules, ROSTER, members);
    }

    /// The same promise, with weekly copies that are kept for 90 days.
    public static Policies weekly() {
        var weekly = new Tier(Tier.Period.WEEKLY, 7, 14, 90, false);
        return policies(estate(), List.of(tiered("every-cluster.json", weekly)));
    }

    public static PromiseRule tiered(String file, Tier... tiers) {
        var rule = rule(file, 26, RETENTION_DAYS);
        return new PromiseRule(
                rule.file(),
                rule.why(),
                rule.who(),
                rule.copyAgeMax(),
                rule.retentionDays(),
                rule.route(),
                rule.schedule(),
                rule.sourceRetentionDays(),
                List.of(tiers));
    }

    public static PromiseRule rule(String file, int hours, int days) {
        var everybody = new PromiseRule.Who(List.of(), List.of(), new TreeMap<>());
        return rule(file, everybody, hours, days, Route.AUTO);
    }

    public static PromiseRule rule(
            String file, PromiseRule.Who who, int hours, int days, Route route) {
        return new PromiseRule(
                file,
                "a test",
                who,
                Duration.ofHours(hours),
                days,
                route,
                new PromiseRule.Schedule("cron(0 5 * * ? *)", "Europe/Stockholm"),
                7,
                List.of());
    }

    public static Estate estate() {
        return estate(
                vaultPromise(VaultView.Kind.STANDARD), Optional.of(REKEY_VAULT), Route.DIRECT);
    }

    public static Estate estate(
            Estate.Vault vault, Optional<String> rekeyVault, Route defaultEncryption) {
        return new Estate(
                ORGANIZATION,
                new AccountId("000000000001"),
                new AccountId("000000000002"),
                List.of(REGION),
                VAULT_REGION,
                List.of(vault),
                Optional.of(RECOVERY_VAULT),
                SOURCE_VAULT,
                rekeyVault,
                new Estate.RoleNames("survey", "copy", "AWSBackupSecond", "vault-reader"),
                "reports",
                "slack",
                defaultEncryption,
                12,
                Estate.SizeLimits.USUAL,
                false,
                List.of());
    }

    /// What the estate says of the vault; an air-gapped one has no key of ours.
    public static Estate.Vault vaultPromise(VaultView.Kind kind) {
        var own = kind == VaultView.Kind.STANDARD;
        return new Estate.Vault(
                VAULT,
                kind,
                own ? Optional.of(VAULT_KEY) : Optional.empty(),
                7,
                365,
                own ? 5 : 20,
                ACCESS_POLICY,
                own ? KEY_POLICY : "");
    }

    public static VaultView.Lock lock() {
        return new VaultView.Lock(
                true, Optional.of(7L), Optional.of(365L), Optional.of(daysAgo(90)));
    }

    public static VaultView.VaultKey vaultKey() {
        return new VaultView.VaultKey.Customer(
                VAULT_KEY, "Enabled", Optional.empty(), "AWS_KMS", KEY_POLICY);
    }
}
