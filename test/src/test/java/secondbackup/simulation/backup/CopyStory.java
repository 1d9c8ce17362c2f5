package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import secondbackup.simulation.Ask;
import secondbackup.simulation.backup.CopyJobs.CopyJob;
import secondbackup.simulation.backup.Vaults.Kind;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.events.Events;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.rds.Clusters;
import secondbackup.simulation.rds.Clusters.Encryption;
import secondbackup.simulation.rds.EngineVersions;
import secondbackup.simulation.rds.Restoring;
import secondbackup.simulation.rds.Snapshots;
import secondbackup.simulation.rds.Snapshots.Snapshot;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.StartCopyJobRequest;
import software.amazon.awssdk.services.backup.model.StartCopyJobResponse;

/// A member account in Tokyo, a vault account in Osaka, and everything between them in order.
final class CopyStory {
    static final String MEMBER = "111111111111";
    static final String OTHER = "222222222222";
    static final String KEEPER = "999999999999";
    static final String TOKYO = "ap-northeast-1";
    static final String OSAKA = "ap-northeast-3";
    static final long GIBIBYTE = 1L << 30;

    final SimulatedTime time = new SimulatedTime(Instant.parse("2026-11-02T05:00:00Z"));
    final Organization organization =
            Organization.founded("o-exampleorgid", "000000000001", time.instant());
    final Roles roles = new Roles();
    final Access access = new Access(roles, organization, time);
    final Keys keys = new Keys(access);
    final Snapshots snapshots = new Snapshots();
    final Vaults vaults = new Vaults();
    final CopyJobs jobs = new CopyJobs();
    final Settings settings = new Settings();
    final Events events = new Events();
    final CopyTroubles troubles = new CopyTroubles();
    final Operations operations = new Operations();
    final CopyWorld world;
    final Copies copies;

    final Keys.Key sourceKey = key(MEMBER, TOKYO, "source", KEEPER);
    final Keys.Key targetKey = key(KEEPER, OSAKA, "target", MEMBER);
    final Vault source = vault(MEMBER, TOKYO, "daily", sourceKey.arn());
    final Vault target = vault(KEEPER, OSAKA, "second", targetKey.arn());

    CopyStory(Switches switches) {
        this(switches, 1);
    }

    CopyStory(Switches switches, long seed) {
        var clusters = new Clusters();
        var around =
                new Surroundings(
                        time,
                        new Chance(seed),
                        switches,
                        organization,
                        roles,
                        access,
                        keys,
                        clusters,
                        snapshots,
                        new Restoring(clusters, keys, new EngineVersions(), new Chance(seed), time),
                        events);
        world = new CopyWorld(around, vaults, settings, jobs);
        copies = new Copies(world, troubles);
        new CopyJobOperations(copies).register(operations);
        settings.crossAccountBackup = true;
        account(MEMBER);
        account(OTHER);
        account(KEEPER);
        target.accessPolicy =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",
                 "Action":"backup:CopyIntoBackupVault","Resource":"*",
                 "Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-exampleorgid"}}}]}
                """;
    }

    static CopyStory likely() {
        return new CopyStory(Switches.likely());
    }

    private void account(String id) {
        organization.join(id, id, "r-root", time.instant());
        var path = "/aws-service-role/backup.amazonaws.com/";
        roles.put(new Roles.Role(id, CopyRole.SERVICE_LINKED, path, "AROASLR" + id, trust()));
        roles.put(copyRole(id));
    }

    static Roles.Role copyRole(String account) {
        var role = new Roles.Role(account, "AWSBackupCopy", "AROACOPY" + account, trust());
        role.policies.put(
                "copy",
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*","Action":[
                 "backup:CopyFromBackupVault","backup:CopyIntoBackupVault",
                 "rds:CopyDBClusterSnapshot","rds:ModifyDBClusterSnapshotAttribute",
                 "kms:DescribeKey","kms:CreateGrant"]}]}
                """);
        return role;
    }

    private static String trust() {
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
         "Principal":{"Service":"backup.amazonaws.com"}}]}
        """;
    }

    Keys.Key key(String account, String region, String id, String... admitted) {
        var principals = new StringBuilder("\"arn:aws:iam::" + account + ":root\"");
        for (var other : admitted) {
            principals.append(",\"arn:aws:iam::").append(other).append(":root\"");
        }
        var policy =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*",
                 "Principal":{"AWS":[%s]}}]}
                """
                        .formatted(principals);
        var key = new Keys.Key(account, region, id, Keys.Manager.CUSTOMER, policy);
        keys.put(key);
        return key;
    }

    Keys.Key managedKey(String account, String region, String alias) {
        var policy =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*",
                 "Principal":{"AWS":"*"},"Condition":{"StringEquals":{"kms:CallerAccount":"%s"}}}]}
                """
                        .formatted(account);
        var id = alias.replace('/', '-');
        var key = new Keys.Key(account, region, id, Keys.Manager.AWS, policy);
        key.alias = alias;
        keys.put(key);
        return key;
    }

    Vault vault(String account, String region, String name, String keyArn) {
        return vault(account, region, name, Kind.BACKUP_VAULT, keyArn);
    }

    Vault vault(String account, String region, String name, Kind kind, String keyArn) {
        var vault = new Vault(account, region, name, kind, keyArn, time.instant());
        vaults.put(vault);
        return vault;
    }

    /// A vault of the keeper's in Osaka, air-gapped, with a key that AWS owns.
    Vault airGapped() {
        var name = "airgapped";
        var kind = Kind.LOGICALLY_AIR_GAPPED_BACKUP_VAULT;
        var vault = vault(KEEPER, OSAKA, name, kind, "");
        vault.lock = new Vaults.Lock(7L, 100L, time.instant());
        vault.accessPolicy = target.accessPolicy;
        return vault;
    }

    RecoveryPoint point(String cluster) {
        return point(source, cluster, Encryption.SSE_KMS, sourceKey.arn());
    }

    RecoveryPoint point(Vault vault, String cluster, Encryption encryption, String keyArn) {
        var clusterArn =
                "arn:aws:rds:" + vault.region + ":" + vault.account + ":cluster:" + cluster;
        var uuid = new Chance(7).uuid(cluster, time.instant());
        var snapshot =
                new Snapshot(
                        vault.account,
                        vault.region,
                        "awsbackup:job-" + uuid,
                        clusterArn,
                        "cluster-" + cluster.toUpperCase(Locale.ROOT),
                        "aurora-postgresql",
                        "16.4",
                        encryption,
                        keyArn,
                        time.instant(),
                        100 * GIBIBYTE);
        snapshot.status = "available";
        snapshot.percentProgress = 100;
        snapshot.tags.put("team", "orders");
        snapshots.put(snapshot);
        var point =
                new RecoveryPoint(
                        snapshot.arn(),
                        clusterArn,
                        "Aurora",
                        time.instant(),
                        role(),
                        keyArn,
                        encryption != Encryption.NONE,
                        "COMPLETED");
        point.snapshotArn = snapshot.arn();
        point.completedAt = time.instant();
        point.deleteAfterDays = 35L;
        point.tags.put("team", "orders");
        vault.points.put(point.arn, point);
        return point;
    }

    String role() {
        return "arn:aws:iam::" + MEMBER + ":role/AWSBackupCopy";
    }

    StartCopyJobRequest.Builder request(RecoveryPoint point) {
        return StartCopyJobRequest.builder()
                .recoveryPointArn(point.arn)
                .sourceBackupVaultName(source.name)
                .destinationBackupVaultArn(target.arn())
                .iamRoleArn(role())
                .lifecycle(lifecycle -> lifecycle.deleteAfterDays(30L));
    }

    CopyJob copy(RecoveryPoint point) {
        return start(request(point));
    }

    CopyJob start(StartCopyJobRequest.Builder request) {
        return start(MEMBER, TOKYO, request);
    }

    CopyJob start(String account, String region, StartCopyJobRequest.Builder request) {
        var answer = ask(account, region).of(request.build(), StartCopyJobResponse.class);
        return jobs.find(answer.copyJobId()).orElseThrow();
    }

    Ask ask(String account, String region) {
        return new Ask(operations, account, "backup", region);
    }

    Snapshot snapshot(RecoveryPoint point) {
        return snapshots.find(point.snapshotArn).orElseThrow();
    }

    RecoveryPoint only(Vault vault) {
        if (vault.points.size() != 1) {
            throw new AssertionError("points in " + vault.name + ": " + vault.points.keySet());
        }
        return vault.points.firstEntry().getValue();
    }

    void minutes(long minutes) {
        time.advance(Duration.ofMinutes(minutes));
    }

    void days(long days) {
        time.advance(Duration.ofDays(days));
    }
}
