package secondbackup.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import secondbackup.Sample;
import secondbackup.copy.FailureCause;
import secondbackup.copy.Shortfall;
import secondbackup.gap.Exposure;
import secondbackup.gap.Gap;
import secondbackup.gap.Gap.CopyFailing.LastTry;
import secondbackup.gap.Gap.KeyAtRisk.KeyEvidence;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.BackupJob;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;
import secondbackup.inventory.VolumeSize;
import secondbackup.policy.Estate;
import secondbackup.policy.Exclusion;
import secondbackup.policy.Members;
import secondbackup.policy.Policies;
import secondbackup.policy.Route;
import secondbackup.policy.Tier;
import secondbackup.verify.Drift;
import secondbackup.verify.Drift.Difference;
import secondbackup.verify.Drift.Thing;
import secondbackup.verify.Keeping;
import secondbackup.verify.RestoreDoubt;
import secondbackup.verify.Rung;
import secondbackup.verify.VaultDoubt;
import secondbackup.verify.Verdict;

/// A small estate and one gap of each kind, told in each of its ways.
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    static final Region IRELAND = new Region("eu-west-1");
    static final Arn VAULT = new Arn("arn:aws:backup:eu-north-1:222222222222:backup-vault:second");
    static final Arn KEY = new Arn("arn:aws:kms:eu-west-1:111111111111:key/abc");
    static final Arn RECOVERY_VAULT =
            new Arn("arn:aws:backup:eu-west-1:111111111111:backup-vault:recovery");
    static final Arn VAULT_KEY = new Arn("arn:aws:kms:eu-north-1:222222222222:key/def");
    static final Arn COPY =
            new Arn("arn:aws:rds:eu-north-1:222222222222:cluster-snapshot:awsbackup:copyjob-1");
    static final MemberAccount PAYMENTS = account("111111111111", "payments");

    static final Estate ESTATE =
            new Estate(
                    "o-exampleorgid",
                    new AccountId("999999999999"),
                    new AccountId("333333333333"),
                    List.of(IRELAND),
                    new Region("eu-north-1"),
                    List.of(
                            new Estate.Vault(
                                    VAULT,
                                    VaultView.Kind.STANDARD,
                                    Optional.of(VAULT_KEY),
                                    7,
                                    120,
                                    5,
                                    "{}",
                                    "{}")),
                    Optional.of(RECOVERY_VAULT),
                    "second-backup-source",
                    Optional.of("second-backup-rekey"),
                    new Estate.RoleNames("survey", "copy", "AWSBackupSecond", "vault-reader"),
                    "reports",
                    "slack",
                    Route.DIRECT,
                    24,
                    Estate.SizeLimits.USUAL,
                    true,
                    List.of());

    static final Policies POLICIES =
            Sample.policies(
                    ESTATE,
                    List.of(),
                    new Members(
                            List.of("r-root"), List.of(new AccountId("222222222222")), List.of()));

    private Samples() {}

    static MemberAccount account(String id, String name) {
        return new MemberAccount(new AccountId(id), name, "ACTIVE", List.of("r-1", "ou-1"));
    }

    static Subject cluster(String name) {
        return cluster(PAYMENTS, name);
    }

    static Subject cluster(MemberAccount account, String name) {
        return new Subject.OfCluster(account, id(account, IRELAND, name));
    }

    static ClusterId id(MemberAccount account, Region region, String name) {
        var arn = new Arn("arn:aws:rds:" + region + ":" + account.id() + ":cluster:" + name);
        return new ClusterId(account.id(), region, arn, "cluster-" + name.hashCode());
    }

    static Gap.CopyLate late(Subject subject, Duration overdue) {
        var capturedAt = NOW.minus(Duration.ofHours(26)).minus(overdue);
        return new Gap.CopyLate(subject, capturedAt, overdue, false);
    }

    /// Every kind, and every evidence or cause that has words of its own.
    static List<Gap> all(Subject cluster) {
        var gaps = new ArrayList<Gap>();
        gaps.addAll(clusters(cluster));
        gaps.addAll(places());
        gaps.addAll(restores());
        for (var cause : FailureCause.values()) {
            gaps.add(failing(cluster, cause));
            gaps.add(backupFailing(cluster, cause));
            gaps.add(refused(cluster, cause));
        }
        for (var doubt : doubts()) {
            gaps.add(new Gap.VaultNotLocked(new Subject.OfVault(VAULT), doubt));
            gaps.add(new Gap.KeyAtRisk(new Subject.OfVault(VAULT), new KeyEvidence.OfVault(doubt)));
        }
        return gaps;
    }

    static Gap.BackupFailing backupFailing(Subject cluster, FailureCause cause) {
        var arn = id(PAYMENTS, IRELAND, "orders").arn();
        return new Gap.BackupFailing(
                cluster,
                cause,
                new BackupJob(
                        "JOB-2", arn, "source", "FAILED", hoursAgo(2), "MISCELLANEOUS", "No."));
    }

    static Gap.CopyFailing failing(Subject cluster, FailureCause cause) {
        return new Gap.CopyFailing(
                cluster,
                cause,
                "ACCESS_DENIED",
                "AWS said no.",
                new LastTry.Job("JOB-1", 3, hoursAgo(5)));
    }

    static Gap.CopyFailing refused(Subject cluster, FailureCause cause) {
        return new Gap.CopyFailing(
                cluster,
                cause,
                "AccessDeniedException",
                "AWS said no.",
                new LastTry.Order(hoursAgo(1)));
    }

    private static List<Gap> clusters(Subject cluster) {
        return List.of(
                new Gap.Unbound(cluster),
                new Gap.NotEnrolled(cluster, false, List.of()),
                new Gap.NotEnrolled(cluster, true, List.of("survey")),
                new Gap.RegionUncovered(cluster),
                new Gap.NoRecoveryPoint(cluster, Optional.empty(), "stopped"),
                new Gap.NoRecoveryPoint(cluster, Optional.of(hoursAgo(50)), "available"),
                new Gap.NoCopy(cluster, hoursAgo(90)),
                late(cluster, Duration.ofHours(3)),
                new Gap.CopyLate(cluster, hoursAgo(30), Duration.ofHours(4), true),
                new Gap.CopyStuck(cluster, "JOB-1", "CREATED", hoursAgo(30)),
                new Gap.Unencrypted(cluster),
                new Gap.KeyNotShareable(cluster, Optional.of(KEY), "the key does not admit"),
                new Gap.KeyNotShareable(cluster, Optional.empty(), "its encryption is 'new'"),
                new Gap.RetentionShort(cluster, COPY, 20, 35),
                new Gap.TierMissing(cluster, Tier.Period.WEEKLY, 90, Optional.empty()),
                new Gap.TierMissing(cluster, Tier.Period.MONTHLY, 365, Optional.of(hoursAgo(960))),
                expiring(cluster, Keeping.BY_HAND),
                expiring(cluster, Keeping.ORDERED),
                expiring(cluster, Keeping.WITHOUT_EFFECT),
                expiring(cluster, Keeping.LIFTED),
                expiring(cluster, Keeping.FULL),
                expiring(cluster, Keeping.UNREAD),
                new Gap.SizeJumped(
                        cluster, size(18, 120L << 30), size(19, 30L << 30), copy(hoursAgo(50))),
                new Gap.SizeJumped(
                        cluster, size(18, 30L << 30), size(19, 120L << 30), copy(hoursAgo(50))),
                new Gap.EngineRetired(
                        cluster,
                        COPY,
                        "aurora-mysql",
                        "5.7.mysql_aurora.2.11.6",
                        Optional.empty(),
                        Optional.empty()),
                new Gap.EngineRetired(
                        cluster,
                        COPY,
                        "aurora-postgresql",
                        "13.9",
                        Optional.of(NOW.plus(Duration.ofDays(80))),
                        Optional.of("13.20")),
                new Gap.SnapshotMissing(cluster, COPY, Optional.empty()),
                new Gap.SnapshotMissing(cluster, COPY, Optional.of("copying")),
                new Gap.KeyAtRisk(cluster, new KeyEvidence.OfCopy(COPY, Optional.of(KEY))),
                new Gap.StateUnknown(cluster, "copy job JOB-1", "THINKING"));
    }

    static Gap.LastCopyExpiring expiring(Subject cluster, Keeping keeping) {
        return new Gap.LastCopyExpiring(
                cluster, copy(hoursAgo(800)), NOW.plus(Duration.ofHours(20)), keeping);
    }

    private static VaultedCopy copy(Instant capturedAt) {
        return new VaultedCopy(
                COPY,
                new Arn("arn:aws:rds:eu-west-1:111111111111:cluster:orders"),
                capturedAt,
                Optional.of(NOW.plus(Duration.ofHours(20))),
                "COMPLETED",
                Optional.of(VAULT_KEY),
                new VaultedCopy.Snapshot.Absent());
    }

    private static VolumeSize size(int day, long bytes) {
        return new VolumeSize(LocalDate.of(2026, 11, day), bytes);
    }

    private static List<Gap> places() {
        var region = new Subject.OfRegion(PAYMENTS, IRELAND);
        return List.of(
                new Gap.AccountUnreadable(new Subject.OfAccount(PAYMENTS), "AccessDenied"),
                ended(Optional.empty()),
                ended(Optional.of("AccessDenied")),
                new Gap.CoverageDropped(new Subject.OfAccount(PAYMENTS), ids(2), 3, false),
                new Gap.CoverageDropped(new Subject.OfAccount(PAYMENTS), ids(1), 1, true),
                new Gap.CoverageDropped(new Subject.OfOrganization(), ids(5), 50, false),
                new Gap.SweepStale(new Subject.OfOrganization(), hoursAgo(13)),
                new Gap.OptedOut(region, 3),
                drifted(region, Thing.BACKUP_PLAN, "second-backup-every-cluster", changed()),
                drifted(region, Thing.BACKUP_PLAN, "second-backup-every-cluster", missing()),
                drifted(new Subject.OfAccount(PAYMENTS), Thing.ROLE, "copy", changed()),
                drifted(new Subject.OfAccount(PAYMENTS), Thing.ROLE, "copy", missing()),
                drifted(region, Thing.STACK_INSTANCE, "second-backup-member-backup", changed()),
                drifted(region, Thing.STACK_INSTANCE, "second-backup-member-backup", missing()),
                drifted(
                        new Subject.OfOrganization(),
                        Thing.STACK_SET,
                        "second-backup-member-roles",
                        missing()),
                new Gap.StateUnknown(region, "every cluster in the Region", "timeout"),
                new Gap.StateUnknown(new Subject.OfVault(VAULT), "the vault", "AccessDenied"),
                shortfall(1, Duration.ofHours(100)),
                shortfall(5, Duration.ofHours(200)),
                new Gap.StateUnknown(new Subject.OfOrganization(), "accounts", "AccessDenied"),
                new Gap.VaultPolicyChanged(new Subject.OfVault(VAULT)),
                exposed(new Exposure.Stranger(iam("user/eve"), List.of("AKIAEXAMPLE"))),
                exposed(new Exposure.Stranger(iam("role/Administrator"), List.of("*"))),
                exposed(
                        new Exposure.Stranger(
                                iam(
                                        "role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_1a2b3c"),
                                List.of())),
                exposed(new Exposure.LetsIn(iam("role/second-backup-vault-reader"), "*")),
                exposed(new Exposure.AccessKey(iam("user/recovery/alice"), "AKIAEXAMPLE")),
                exposed(new Exposure.RootAccessKey()),
                exposed(new Exposure.RootWithoutMfa()));
    }

    private static Gap exposed(Exposure exposure) {
        return new Gap.VaultAccountExposed(new Subject.OfAccount(PAYMENTS), exposure);
    }

    private static Arn iam(String resource) {
        return new Arn("arn:aws:iam::" + PAYMENTS.id() + ":" + resource);
    }

    private static Gap drifted(Subject subject, Thing thing, String name, Difference difference) {
        return new Gap.DeploymentDrifted(
                subject,
                new Drift(
                        thing,
                        name,
                        Optional.of("id-1"),
                        List.of(difference, difference, difference, difference),
                        Optional.of(hoursAgo(5))));
    }

    private static Difference changed() {
        return new Difference("rule daily: schedule", "x".repeat(300), "y".repeat(300));
    }

    private static Difference missing() {
        return new Difference("all of it", "there", "missing");
    }

    private static List<Gap> restores() {
        var region = new Subject.OfRegion(PAYMENTS, IRELAND);
        return List.of(
                new Gap.RestoreBlocked(new Subject.OfOrganization(), new RestoreDoubt.NoPlace()),
                new Gap.RestoreBlocked(region, new RestoreDoubt.NoVault(RECOVERY_VAULT)),
                new Gap.RestoreBlocked(
                        region, new RestoreDoubt.KeyNotEnabled(RECOVERY_VAULT, "Disabled")),
                new Gap.RestoreBlocked(region, new RestoreDoubt.TooFewZones(RECOVERY_VAULT, 1)),
                new Gap.RestoreBlocked(region, new RestoreDoubt.NoRoom(RECOVERY_VAULT, 40, 40)),
                new Gap.RestoreBlocked(
                        region, new RestoreDoubt.Unread(RECOVERY_VAULT, "AccessDenied: no")));
    }

    private static Gap ended(Optional<String> unread) {
        return ended(PAYMENTS, unread);
    }

    static Gap ended(MemberAccount account, Optional<String> unread) {
        return new Gap.ExclusionEnded(
                new Subject.OfAccount(account),
                new Exclusion(
                        account.id(), "data science", "synthetic", LocalDate.of(2026, 11, 20)),
                unread);
    }

    /// @param workADay of a vault with five slots
    static Gap.CapacityShortfall shortfall(int clusters, Duration workADay) {
        var ids = ids(clusters);
        var from = NOW.plus(Duration.ofHours(7));
        return new Gap.CapacityShortfall(
                new Subject.OfVault(VAULT),
                new Shortfall(ids, Duration.ofHours(9), from, 5, 8, workADay));
    }

    private static List<ClusterId> ids(int count) {
        return Stream.of("a", "b", "c", "d", "e")
                .limit(count)
                .map(name -> id(PAYMENTS, IRELAND, name))
                .toList();
    }

    static List<VaultDoubt> doubts() {
        return List.of(
                new VaultDoubt.Absent(VAULT, "ResourceNotFoundException"),
                new VaultDoubt.NotLocked(VAULT),
                new VaultDoubt.GovernanceOnly(VAULT),
                new VaultDoubt.InGrace(VAULT, NOW.plus(Duration.ofDays(2))),
                new VaultDoubt.BoundsDiffer(VAULT, Optional.of(1L), Optional.empty()),
                new VaultDoubt.KeyDiffers(VAULT, Optional.of(KEY)),
                new VaultDoubt.KeyNotEnabled(
                        VAULT, VAULT_KEY, "PendingDeletion", Optional.of(NOW.plusSeconds(600_000))),
                new VaultDoubt.KeyMaterialElsewhere(VAULT, VAULT_KEY, "EXTERNAL"),
                new VaultDoubt.KeyPolicyDiffers(VAULT, VAULT_KEY));
    }

    static Instant hoursAgo(long hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    /// Lines of as many clusters, orders-0 and so on, for which there is nothing good in the vault.
    static List<Report.ClusterLine> unprotected(int count) {
        return IntStream.range(0, count)
                .mapToObj(index ->
                        new Report.ClusterLine(
                                id(PAYMENTS, IRELAND, "orders-" + index),
                                "payments",
                                Verdict.Standing.UNPROTECTED,
                                Rung.PRESENT,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Holding.none(OptionalLong.empty())))
                .toList();
    }
}
