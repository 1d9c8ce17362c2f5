package secondbackup.simulation.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.rds.Snapshots.Snapshot;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesRequest;
import software.amazon.awssdk.services.backup.model.ListProtectedResourcesResponse;
import software.amazon.awssdk.services.backup.model.ListRecoveryPointsByBackupVaultRequest;
import software.amazon.awssdk.services.backup.model.ListRecoveryPointsByBackupVaultResponse;
import software.amazon.awssdk.services.backup.model.ListRecoveryPointsByResourceRequest;
import software.amazon.awssdk.services.backup.model.ListRecoveryPointsByResourceResponse;
import software.amazon.awssdk.services.backup.model.ProtectedResource;
import software.amazon.awssdk.services.backup.model.RecoveryPointByResource;

/// The lists of recovery points: by vault, by resource, and what is protected at all.
///
/// Source: AWS Backup API model, ListRecoveryPointsByBackupVaultInput, ListRecoveryPointsByResourceInput
/// ("Amazon RDS requires a value of at least 20"), ProtectedResource, 2026-11-22.
public final class PointLists {
    private static final int RDS_RESULTS_LEAST = 20;

    private final Surroundings around;
    private final Vaults vaults;
    private final VaultDoor door;
    private final PointViews views;

    public PointLists(Surroundings around, Vaults vaults) {
        this.around = around;
        this.vaults = vaults;
        this.door = new VaultDoor(vaults);
        this.views = new PointViews(new VaultViews(around.keys()));
    }

    public void register(Operations operations) {
        operations.on(
                ListRecoveryPointsByBackupVaultRequest.class,
                (asked, call) ->
                        door.onVault(
                                "backup:ListRecoveryPointsByBackupVault",
                                asked.backupVaultName(),
                                call),
                this::byVault);
        operations.on(
                ListRecoveryPointsByResourceRequest.class,
                (_, _) -> List.of(AccessRequest.of("backup:ListRecoveryPointsByResource", "*")),
                this::byResource);
        operations.on(
                ListProtectedResourcesRequest.class,
                (_, _) -> List.of(AccessRequest.of("backup:ListProtectedResources", "*")),
                this::protectedResources);
    }

    private ListRecoveryPointsByBackupVaultResponse byVault(
            ListRecoveryPointsByBackupVaultRequest asked, Call call) {
        door.refuseOtherAccount(call, asked.backupVaultAccountId());
        var vault = door.vault(call, asked.backupVaultName());
        var found = vault.points.values().stream().filter(point -> wanted(asked, point)).toList();
        var page = Page.of(found, point -> point.arn, asked.maxResults(), asked.nextToken());
        return ListRecoveryPointsByBackupVaultResponse.builder()
                .recoveryPoints(
                        page.items().stream().map(point -> views.listed(vault, point)).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static boolean wanted(
            ListRecoveryPointsByBackupVaultRequest asked, RecoveryPoint point) {
        return ListFilters.is(asked.byResourceArn(), point.resourceArn)
                && ListFilters.is(asked.byResourceType(), point.resourceType)
                && ListFilters.is(asked.byBackupPlanId(), point.planId)
                && asked.byParentRecoveryPointArn() == null
                && ListFilters.between(
                        asked.byCreatedAfter(), point.createdAt, asked.byCreatedBefore());
    }

    private ListRecoveryPointsByResourceResponse byResource(
            ListRecoveryPointsByResourceRequest asked, Call call) {
        var resource = asked.resourceArn();
        if (resource == null) {
            throw BackupErrors.missingValue("ResourceArn");
        }
        var size = asked.maxResults();
        if (resource.startsWith("arn:aws:rds:") && size != null && size < RDS_RESULTS_LEAST) {
            throw BackupErrors.invalidValue("MaxResults must be at least 20 for Amazon RDS");
        }
        var found = new ArrayList<RecoveryPointByResource>();
        for (var vault : vaults.in(call.account(), call.region())) {
            vault.points.values().stream()
                    .filter(point -> point.resourceArn.equals(resource))
                    .forEach(point -> found.add(views.ofResource(vault, point)));
        }
        if (!Boolean.TRUE.equals(asked.managedByAWSBackupOnly())) {
            found.addAll(unmanaged(resource, call));
        }
        var page =
                Page.of(found, RecoveryPointByResource::recoveryPointArn, size, asked.nextToken());
        return ListRecoveryPointsByResourceResponse.builder()
                .recoveryPoints(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    /// Snapshots of the resource that people made by hand.
    private List<RecoveryPointByResource> unmanaged(String resource, Call call) {
        return around.snapshots().in(call.account(), call.region()).stream()
                .filter(snapshot -> snapshot.clusterArn.equals(resource))
                .filter(snapshot -> !snapshot.id.startsWith("awsbackup:"))
                .map(PointLists::unmanaged)
                .toList();
    }

    private static RecoveryPointByResource unmanaged(Snapshot snapshot) {
        return RecoveryPointByResource.builder()
                .recoveryPointArn(snapshot.arn())
                .creationDate(snapshot.createdAt)
                .status(snapshot.status.toUpperCase(Locale.ROOT))
                .encryptionKeyArn(VaultViews.orNull(snapshot.keyArn))
                .resourceName(PointViews.resourceName(snapshot.clusterArn))
                .build();
    }

    private ListProtectedResourcesResponse protectedResources(
            ListProtectedResourcesRequest asked, Call call) {
        var newest = new TreeMap<String, ProtectedResource>();
        for (var vault : vaults.in(call.account(), call.region())) {
            for (var point : vault.points.values()) {
                newest.merge(point.resourceArn, shown(vault, point), PointLists::later);
            }
        }
        var page =
                Page.of(
                        List.copyOf(newest.values()),
                        ProtectedResource::resourceArn,
                        asked.maxResults(),
                        asked.nextToken());
        return ListProtectedResourcesResponse.builder()
                .results(page.items())
                .nextToken(page.nextToken())
                .build();
    }

    private static ProtectedResource shown(Vault vault, RecoveryPoint point) {
        return ProtectedResource.builder()
                .resourceArn(point.resourceArn)
                .resourceType(point.resourceType)
                .resourceName(PointViews.resourceName(point.resourceArn))
                .lastBackupTime(point.createdAt)
                .lastBackupVaultArn(vault.arn())
                .lastRecoveryPointArn(point.arn)
                .build();
    }

    private static ProtectedResource later(ProtectedResource one, ProtectedResource other) {
        return other.lastBackupTime().isAfter(one.lastBackupTime()) ? other : one;
    }
}
