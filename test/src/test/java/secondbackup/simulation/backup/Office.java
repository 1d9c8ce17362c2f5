package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.events.Events;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.rds.Clusters;
import secondbackup.simulation.rds.EngineVersions;
import secondbackup.simulation.rds.RdsOperations;
import secondbackup.simulation.rds.Restoring;
import secondbackup.simulation.rds.Snapshots;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.backup.model.CreateBackupVaultRequest;

/// A small organization for the stories: one member account with a cluster, a role and a vault, in Stockholm's
/// time on a winter's day. Calls go to the registered handlers; no wire in between.
final class Office {
    static final String ACCOUNT = "111122223333";
    static final String MANAGEMENT = "999988887777";
    static final String REGION = "eu-north-1";
    static final Instant START = Instant.parse("2026-01-12T12:00:00Z"); // a Monday
    static final String TRUST =
            """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
            "Principal": {"Service": "backup.amazonaws.com"}}]}
            """;
    static final String EVERYTHING = allow("\"rds:*\", \"kms:*\"");

    final SimulatedTime time = new SimulatedTime(START);
    final Organization organization = Organization.founded("o-example", MANAGEMENT, START);
    final Roles roles = new Roles();
    final Access access = new Access(roles, organization, time);
    final Keys keys = new Keys(access);
    final Clusters clusters = new Clusters();
    final Snapshots snapshots = new Snapshots();
    final Events events = new Events();
    final Vaults vaults = new Vaults();
    final Settings settings = new Settings();
    final List<String> copies = new ArrayList<>();

    /// Resources that are being copied.
    final SortedSet<String> copied = new TreeSet<>();

    final BackupOperations backup;
    private final Operations operations = new Operations();

    Office(Switches switches) {
        organization.join(ACCOUNT, "member", "r-root", START);
        role("AWSBackupRole", EVERYTHING);
        settings.optIn(ACCOUNT, REGION, "Aurora", true);
        settings.crossAccountBackup = true;
        var around =
                new Surroundings(
                        time,
                        new Chance(1),
                        switches,
                        organization,
                        roles,
                        access,
                        keys,
                        clusters,
                        snapshots,
                        new Restoring(clusters, keys, new EngineVersions(), new Chance(1), time),
                        events);
        backup = new BackupOperations(around, vaults, settings, copyActions());
        backup.register(operations);
        new RdsOperations(
                        clusters,
                        snapshots,
                        keys,
                        new EngineVersions(),
                        switches,
                        new Chance(1),
                        time)
                .register(operations);
        call(CreateBackupVaultRequest.builder().backupVaultName("local").build());
    }

    static Office likely() {
        return new Office(Switches.likely());
    }

    static String allow(String actions) {
        return """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": [%s],
        "Resource": "*"}]}\
        """
                .formatted(actions);
    }

    Roles.Role role(String name, String policy) {
        var role = new Roles.Role(ACCOUNT, name, "AROA" + name, TRUST);
        role.policies.put("rights", policy);
        roles.put(role);
        return role;
    }

    static String role() {
        return "arn:aws:iam::" + ACCOUNT + ":role/AWSBackupRole";
    }

    Clusters.Cluster cluster(String name, String engine) {
        var cluster =
                new Clusters.Cluster(
                        ACCOUNT,
                        REGION,
                        name,
                        "cluster-" + name,
                        engine,
                        "8.0",
                        Clusters.Encryption.NONE,
                        "",
                        START);
        clusters.put(cluster);
        return cluster;
    }

    Vault vault(String name) {
        return vaults.find(ACCOUNT, REGION, name).orElseThrow();
    }

    /// A finished point of a cluster, of one day's retention unless changed.
    RecoveryPoint point(Vault vault, String id, Instant createdAt) {
        var arn = "arn:aws:rds:" + REGION + ":" + ACCOUNT + ":cluster-snapshot:awsbackup:job-" + id;
        var cluster = "arn:aws:rds:" + REGION + ":" + ACCOUNT + ":cluster:orders";
        var point =
                new RecoveryPoint(
                        arn, cluster, "Aurora", createdAt, role(), "", false, "COMPLETED");
        point.deleteAfterDays = 1L;
        point.snapshotArn = arn;
        vault.points.put(arn, point);
        var snapshot =
                new Snapshots.Snapshot(
                        ACCOUNT,
                        REGION,
                        "awsbackup:job-" + id,
                        cluster,
                        "cluster-orders",
                        "aurora-mysql",
                        "8.0",
                        Clusters.Encryption.NONE,
                        "",
                        createdAt,
                        1L << 30);
        snapshot.status = "available";
        snapshots.put(snapshot);
        return point;
    }

    <R extends SdkResponse> R call(SdkRequest request, Class<R> answer) {
        return answer.cast(call(ACCOUNT, request));
    }

    SdkResponse call(SdkRequest request) {
        return call(ACCOUNT, request);
    }

    SdkResponse call(String account, SdkRequest request) {
        return answer(operations.find(request.getClass()).orElseThrow(), request, context(account));
    }

    /// The error that a call ends in.
    AwsError refusal(SdkRequest request) {
        return refusal(ACCOUNT, request);
    }

    AwsError refusal(String account, SdkRequest request) {
        try {
            throw new AssertionError("was answered: " + call(account, request));
        } catch (AwsError error) {
            return error;
        }
    }

    List<AccessRequest> rights(SdkRequest request) {
        return rights(operations.find(request.getClass()).orElseThrow(), request);
    }

    private static Call context(String account) {
        return new Call(new Principal.Administrator(account), "backup", REGION, "");
    }

    private static <Q extends SdkRequest, R extends SdkResponse> List<AccessRequest> rights(
            Operations.Operation<Q, R> operation, SdkRequest request) {
        return operation.rights().of(operation.request().cast(request), context(ACCOUNT));
    }

    private static <Q extends SdkRequest, R extends SdkResponse> R answer(
            Operations.Operation<Q, R> operation, SdkRequest request, Call call) {
        return operation.handler().answer(operation.request().cast(request), call);
    }

    private CopyActions copyActions() {
        return new CopyActions() {
            @Override
            public void start(
                    RecoveryPoint point,
                    Vault source,
                    String target,
                    @Nullable Long days,
                    String roleArn,
                    String planId) {
                var way = " from " + source.name + " to " + target;
                copies.add(point.resourceType + way + " for " + days);
                Optional.of(roleArn + planId)
                        .filter(String::isEmpty)
                        .ifPresent(AssertionError::new);
            }

            @Override
            public boolean running(String account, String resourceArn) {
                return copied.contains(resourceArn);
            }
        };
    }

    void wait(Duration span) {
        time.advance(span);
    }
}
