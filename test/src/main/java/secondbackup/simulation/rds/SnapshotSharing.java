package secondbackup.simulation.rds;

import java.util.List;
import java.util.TreeSet;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.physics.Switches;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshotAttribute;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshotAttributesResult;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotAttributesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotAttributesResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterSnapshotAttributeRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterSnapshotAttributeResponse;

/// Sharing snapshots with other accounts.
///
/// Source: Amazon RDS API model, ModifyDBClusterSnapshotAttribute; Aurora User Guide, "Sharing a DB
/// cluster snapshot", 2026-11-22.
public final class SnapshotSharing {
    private static final int MOST_ACCOUNTS = 20;

    private final Snapshots snapshots;
    private final Keys keys;
    private final Switches switches;

    public SnapshotSharing(Snapshots snapshots, Keys keys, Switches switches) {
        this.snapshots = snapshots;
        this.keys = keys;
        this.switches = switches;
    }

    void register(Operations operations) {
        operations.on(
                ModifyDbClusterSnapshotAttributeRequest.class,
                (request, call) ->
                        List.of(
                                SnapshotWrites.right(
                                        snapshots,
                                        "rds:ModifyDBClusterSnapshotAttribute",
                                        request.dbClusterSnapshotIdentifier(),
                                        call)),
                this::modify);
        operations.on(
                DescribeDbClusterSnapshotAttributesRequest.class,
                (request, call) ->
                        List.of(
                                SnapshotWrites.right(
                                        snapshots,
                                        "rds:DescribeDBClusterSnapshotAttributes",
                                        request.dbClusterSnapshotIdentifier(),
                                        call)),
                this::describe);
    }

    /// Shares a snapshot, as whoever may.
    ///
    /// Fails: AwsError where its encryption forbids it, or with too many accounts.
    public void share(Snapshots.Snapshot snapshot, List<String> accounts) {
        if (!accounts.isEmpty()) {
            checkEncryption(snapshot, accounts);
        }
        var all = new TreeSet<>(snapshot.sharedWith);
        all.addAll(accounts);
        if (all.size() > MOST_ACCOUNTS) {
            throw new AwsError(
                    400,
                    "SharedSnapshotQuotaExceeded",
                    "You have exceeded the maximum number of accounts that you can share a manual DB"
                            + " snapshot with.");
        }
        snapshot.sharedWith.addAll(all);
    }

    /// Source: AWS Backup Developer Guide, "AWS Backup console dashboards", message category ACCESS_DENIED;
    /// Aurora User Guide, "Sharing encrypted snapshots", read 2026-11-22.
    private void checkEncryption(Snapshots.Snapshot snapshot, List<String> accounts) {
        var shareable =
                switch (snapshot.encryption) {
                    case NONE -> true;
                    case SSE_RDS -> switches.defaultEncryptionCopies();
                    case SSE_KMS ->
                            keys.find(snapshot.keyArn)
                                    .map(key -> key.manager == Keys.Manager.CUSTOMER)
                                    .orElse(true);
                };
        if (!shareable) {
            throw Errors.snapshotState(
                    "Snapshots encrypted with the AWS managed key can't be shared. Specify another"
                            + " snapshot.");
        }
        if (snapshot.encryption != Clusters.Encryption.NONE && accounts.contains("all")) {
            throw Errors.snapshotState("Encrypted snapshots cannot be shared publicly.");
        }
    }

    private ModifyDbClusterSnapshotAttributeResponse modify(
            ModifyDbClusterSnapshotAttributeRequest request, Call call) {
        if (!"restore".equals(request.attributeName())) {
            throw Errors.invalidValue("Invalid attribute name: " + request.attributeName());
        }
        var snapshot = need(request.dbClusterSnapshotIdentifier(), call);
        for (var account : request.valuesToAdd()) {
            if (!account.equals("all") && !account.matches("\\d{12}")) {
                throw Errors.invalidValue("Invalid account: " + account);
            }
        }
        snapshot.sharedWith.removeAll(request.valuesToRemove());
        share(snapshot, request.valuesToAdd());
        return ModifyDbClusterSnapshotAttributeResponse.builder()
                .dbClusterSnapshotAttributesResult(attributes(snapshot))
                .build();
    }

    private DescribeDbClusterSnapshotAttributesResponse describe(
            DescribeDbClusterSnapshotAttributesRequest request, Call call) {
        return DescribeDbClusterSnapshotAttributesResponse.builder()
                .dbClusterSnapshotAttributesResult(
                        attributes(need(request.dbClusterSnapshotIdentifier(), call)))
                .build();
    }

    private Snapshots.Snapshot need(String id, Call call) {
        return snapshots
                .find(call.account(), call.region(), id)
                .filter(found -> found.account.equals(call.account()))
                .orElseThrow(() -> Errors.noSnapshot(id));
    }

    private static DBClusterSnapshotAttributesResult attributes(Snapshots.Snapshot snapshot) {
        var restore =
                DBClusterSnapshotAttribute.builder()
                        .attributeName("restore")
                        .attributeValues(snapshot.sharedWith)
                        .build();
        return DBClusterSnapshotAttributesResult.builder()
                .dbClusterSnapshotIdentifier(snapshot.id)
                .dbClusterSnapshotAttributes(restore)
                .build();
    }
}
