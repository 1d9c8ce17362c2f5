package secondbackup.simulation.rds;

import java.time.Instant;
import java.util.Locale;
import secondbackup.simulation.Ask;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.wire.Operations;

/// Clusters and snapshots of one account and Region, with the operations on them.
final class RdsFixture {
    static final String ACCOUNT = "111122223333";
    static final String REGION = "eu-west-1";
    static final String ELSEWHERE = "sa-east-1";
    static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/app";

    final Clusters clusters = new Clusters();
    final Snapshots snapshots = new Snapshots();
    final EngineVersions versions = new EngineVersions();
    final SubnetGroups subnetGroups = new SubnetGroups();
    final SimulatedTime time = new SimulatedTime(START);
    final Roles roles = new Roles();
    final Keys keys = new Keys(new Access(roles, new Organization("o-1", "999988887777"), time));
    final Ask ask;

    /// In another Region.
    final Ask elsewhere;

    RdsFixture(Switches switches) {
        var operations = new Operations();
        new RdsOperations(
                        clusters,
                        snapshots,
                        keys,
                        versions,
                        subnetGroups,
                        switches,
                        new Chance(1),
                        time)
                .register(operations);
        this.ask = new Ask(operations, ACCOUNT, "rds", REGION);
        this.elsewhere = new Ask(operations, ACCOUNT, "rds", ELSEWHERE);
    }

    Clusters.Cluster cluster(String name, String engine, Clusters.Encryption encryption) {
        var cluster =
                new Clusters.Cluster(
                        ACCOUNT,
                        REGION,
                        name,
                        "cluster-" + name.toUpperCase(Locale.ROOT),
                        engine,
                        "16.4",
                        encryption,
                        encryption == Clusters.Encryption.SSE_KMS ? KEY : "",
                        START);
        clusters.put(cluster);
        return cluster;
    }

    Snapshots.Snapshot snapshot(String id, Clusters.Cluster of) {
        return snapshot(ACCOUNT, id, of);
    }

    Snapshots.Snapshot snapshot(String account, String id, Clusters.Cluster of) {
        var snapshot =
                new Snapshots.Snapshot(
                        account,
                        REGION,
                        id,
                        of.arn(),
                        of.resourceId,
                        of.engine,
                        of.engineVersion,
                        of.encryption,
                        of.keyArn,
                        START,
                        5L << 30);
        snapshot.status = "available";
        snapshots.put(snapshot);
        return snapshot;
    }
}
