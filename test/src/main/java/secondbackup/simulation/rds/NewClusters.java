package secondbackup.simulation.rds;

import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.kms.AwsManagedKeys;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.rds.ClusterMaking.Place;
import secondbackup.simulation.rds.ClusterMaking.Protection;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.CreateDbClusterRequest;
import software.amazon.awssdk.services.rds.model.CreateDbClusterResponse;

/// Making empty clusters. Parameter and subnet groups are not simulated, so rights on them are not asked.
///
/// Source: Amazon RDS API model, CreateDBClusterMessage, 2026-11-22.
final class NewClusters {
    private final ClusterMaking making;
    private final Keys keys;
    private final EngineVersions versions;
    private final ClusterView view;
    private final Chance chance;
    private final SimulatedTime time;

    NewClusters(
            ClusterMaking making,
            Keys keys,
            EngineVersions versions,
            Switches switches,
            Chance chance,
            SimulatedTime time) {
        this.making = making;
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
        var place = new Place(call.caller(), call.account(), call.region());
        var name = making.free(request.dbClusterIdentifier(), place);
        var version = versions.creatable(request.engine(), request.engineVersion(), call.region());
        var cluster =
                making.make(name, request.engine(), version, protection(request, place), place);
        cluster.deletionProtection = Boolean.TRUE.equals(request.deletionProtection());
        request.tags().forEach(tag -> cluster.tags.put(tag.key(), tag.value()));
        return CreateDbClusterResponse.builder().dbCluster(view.of(cluster)).build();
    }

    private Protection protection(CreateDbClusterRequest request, Place place) {
        var named = request.kmsKeyId();
        if (named != null) {
            return making.under(named, place);
        }
        if (Boolean.TRUE.equals(request.storageEncrypted())) {
            var managed = new AwsManagedKeys(keys, chance, time);
            var key = managed.of(place.account(), place.region(), "rds");
            return new Protection(Clusters.Encryption.SSE_KMS, key.arn());
        }
        return new Protection(making.usual(request.engine()), "");
    }
}
