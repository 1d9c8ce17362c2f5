package secondbackup.simulation.rds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.kms.AwsManagedKeys;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.CreateDbClusterRequest;
import software.amazon.awssdk.services.rds.model.CreateDbClusterResponse;

/// Making clusters, which takes some minutes. Parameter and subnet groups are not simulated, so rights on them are not asked.
///
/// Source: Amazon RDS API model, CreateDBClusterMessage, 2026-11-22.
final class NewClusters {
    /// Since then every new Aurora cluster is encrypted, with an AWS owned key where none is named.
    /// Source: Aurora User Guide, "Encrypting Amazon Aurora resources", read 2026-11-22.
    private static final Instant DEFAULT_ENCRYPTION = Instant.parse("2026-02-18T00:00:00Z");

    /// Source: Aurora User Guide, "Quotas and constraints for Amazon Aurora", read 2026-11-22.
    private static final int MOST_CLUSTERS = 40;

    private static final long MINUTES_MOST = 10;

    private record Protection(Clusters.Encryption encryption, String keyArn) {}

    private final Clusters clusters;
    private final Keys keys;
    private final EngineVersions versions;
    private final ClusterView view;
    private final Chance chance;
    private final SimulatedTime time;

    NewClusters(
            Clusters clusters,
            Keys keys,
            EngineVersions versions,
            Switches switches,
            Chance chance,
            SimulatedTime time) {
        this.clusters = clusters;
        this.keys = keys;
        this.versions = versions;
        this.view = new ClusterView(switches);
        this.chance = chance;
        this.time = time;
    }

    void register(Operations operations) {
        operations.on(CreateDbClusterRequest.class, NewClusters::rights, this::create);
    }

    private static List<AccessRequest> rights(CreateDbClusterRequest request, Call call) {
        var arn = Identifiers.arn(call, "cluster", request.dbClusterIdentifier());
        return List.of(
                AccessRequest.of("rds:CreateDBCluster", arn)
                        .with("rds:DatabaseEngine", String.valueOf(request.engine())));
    }

    private CreateDbClusterResponse create(CreateDbClusterRequest request, Call call) {
        var name = Identifiers.checked("DBClusterIdentifier", request.dbClusterIdentifier(), 63);
        var account = call.account();
        var region = call.region();
        if (clusters.find(account, region, name).isPresent()) {
            throw new AwsError(400, "DBClusterAlreadyExistsFault", "DB Cluster already exists");
        }
        if (clusters.in(account, region).size() >= MOST_CLUSTERS) {
            throw new AwsError(
                    403,
                    "DBClusterQuotaExceededFault",
                    "DB Cluster quota exceeded in this region.");
        }
        var version = versions.creatable(request.engine(), request.engineVersion(), region);
        var protection = protection(request, call);
        var cluster =
                new Clusters.Cluster(
                        account,
                        region,
                        name,
                        resourceId(call, name),
                        request.engine(),
                        version,
                        protection.encryption(),
                        protection.keyArn(),
                        time.instant());
        cluster.deletionProtection = Boolean.TRUE.equals(request.deletionProtection());
        cluster.instances = 0;
        request.tags().forEach(tag -> cluster.tags.put(tag.key(), tag.value()));
        cluster.status = "creating";
        var minutes = chance.between(2, MINUTES_MOST, "creation", cluster.arn(), time.instant());
        time.after(
                Duration.ofMinutes(minutes),
                "cluster " + cluster.arn() + " is there",
                () -> cluster.status = "available");
        clusters.put(cluster);
        return CreateDbClusterResponse.builder().dbCluster(view.of(cluster)).build();
    }

    /// A cluster made anew under an old name gets another resource id.
    private String resourceId(Call call, String name) {
        var key = chance.hex(26, "cluster", call.account(), call.region(), name, time.instant());
        return "cluster-" + key.toUpperCase(Locale.ROOT);
    }

    private Protection protection(CreateDbClusterRequest request, Call call) {
        var named = request.kmsKeyId();
        if (named != null) {
            return new Protection(Clusters.Encryption.SSE_KMS, usable(named, call));
        }
        if (Boolean.TRUE.equals(request.storageEncrypted())) {
            var managed = new AwsManagedKeys(keys, chance, time);
            var key = managed.of(call.account(), call.region(), "rds");
            return new Protection(Clusters.Encryption.SSE_KMS, key.arn());
        }
        var aurora = request.engine().startsWith("aurora");
        return aurora && !time.instant().isBefore(DEFAULT_ENCRYPTION)
                ? new Protection(Clusters.Encryption.SSE_RDS, "")
                : new Protection(Clusters.Encryption.NONE, "");
    }

    /// Source: Aurora User Guide, "Encrypting Amazon Aurora resources", rights on the key: DescribeKey and
    /// CreateGrant, read 2026-11-22.
    private String usable(String named, Call call) {
        var arn =
                named.startsWith("alias/")
                        ? keys.byAlias(
                                        call.account(),
                                        call.region(),
                                        named.substring("alias/".length()))
                                .map(Keys.Key::arn)
                                .orElse(named)
                        : keyArn(named, call);
        var actions = List.of("kms:DescribeKey", "kms:CreateGrant");
        var via = "rds." + call.region() + ".amazonaws.com";
        if (!keys.use(call.caller(), arn, actions, via).allowed()) {
            throw Errors.keyNotAccessible(named);
        }
        return arn;
    }

    private static String keyArn(String named, Call call) {
        return named.startsWith("arn:")
                ? named
                : "arn:aws:kms:" + call.region() + ":" + call.account() + ":key/" + named;
    }
}
