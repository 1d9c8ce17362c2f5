package secondbackup.report;

import java.util.List;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.RecoveryView;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.RoleView;
import secondbackup.inventory.StackSetView;
import secondbackup.inventory.VaultAccount;
import secondbackup.inventory.VaultView;
import secondbackup.report.Report.ClusterLine;
import secondbackup.report.Report.GapLine;
import secondbackup.verify.Verdict.Standing;

/// Tells a gap that is gone from one whose subject could not be seen this time. Only what was looked at
/// and found well is resolved.
final class BlindSpots {
    private static final String VAULT = ":backup-vault:";

    /// What vanished is told of for a while; that it is told of no more does not mean that it came back.
    private static final String VANISHED = "CoverageDropped";

    private final Inventory inventory;
    private final Sight sight;

    BlindSpots(Inventory inventory, Sight sight) {
        this.inventory = inventory;
        this.sight = sight;
    }

    /// Whether the absence of an earlier gap says nothing.
    boolean hides(GapLine line, List<ClusterLine> clusters) {
        if (line.arn().contains(VAULT)) {
            return vaultHidden(line);
        }
        if (line.kind().equals("VaultAccountExposed")) {
            return line.account().filter(this::vaultAccountHidden).isPresent();
        }
        if (evidenceHidden(line) || deploymentHidden(line)) {
            return true;
        }
        var unknown =
                clusters.stream()
                        .filter(cluster -> cluster.standing() == Standing.UNKNOWN)
                        .anyMatch(cluster -> cluster.id().arn().value().equals(line.arn()));
        return unknown || line.account().filter(id -> accountHidden(id, line.region())).isPresent();
    }

    /// Whether a cluster that was not seen may be there all the same.
    boolean hides(ClusterId cluster) {
        return accountHidden(cluster.account(), cluster.region().value());
    }

    /// Whether what an earlier gap was about is no more: its cluster, or its account, which may also have been
    /// excluded.
    boolean isGone(GapLine line, List<ClusterLine> clusters) {
        if (line.kind().equals(VANISHED)) {
            return true;
        }
        var account = line.account();
        if (account.isEmpty() || line.arn().contains(VAULT)) {
            return false;
        }
        var listed =
                inventory.accounts().stream()
                        .filter(view -> !(view instanceof AccountView.Excluded))
                        .anyMatch(view -> view.account().id().equals(account.get()));
        return !listed
                || (!line.arn().isEmpty()
                        && clusters.stream()
                                .noneMatch(
                                        cluster -> cluster.id().arn().value().equals(line.arn())));
    }

    /// Whether a StackSet, or a role in the account, could not be read.
    private boolean deploymentHidden(GapLine line) {
        if (!line.kind().equals("DeploymentDrifted")) {
            return false;
        }
        var unreadSet =
                inventory.manifest() instanceof Manifest.Listed listed
                        && listed.stackSets().stream()
                                .anyMatch(StackSetView.Unreadable.class::isInstance);
        return unreadSet
                || inventory.accounts().stream()
                        .filter(AccountView.Seen.class::isInstance)
                        .map(AccountView.Seen.class::cast)
                        .filter(seen ->
                                line.account().filter(seen.account().id()::equals).isPresent())
                        .flatMap(seen -> seen.roles().stream())
                        .anyMatch(RoleView.Unreadable.class::isInstance);
    }

    /// Whether what a copy is restored to, or with, or its cluster's size could not be read this time.
    private boolean evidenceHidden(GapLine line) {
        return switch (line.kind()) {
            case "EngineRetired" ->
                    inventory.vaults().stream()
                            .anyMatch(view ->
                                    view instanceof VaultView.Seen seen
                                            && seen.engines() instanceof EngineCatalog.Unread);
            case "RestoreBlocked" ->
                    inventory.accounts().stream()
                            .anyMatch(view ->
                                    view instanceof AccountView.Seen seen
                                            && seen.recovery()
                                                    .filter(
                                                            RecoveryView.Unreadable.class
                                                                    ::isInstance)
                                                    .isPresent());
            case "SizeJumped" ->
                    inventory.accounts().stream()
                            .filter(AccountView.Seen.class::isInstance)
                            .map(AccountView.Seen.class::cast)
                            .flatMap(account -> account.regions().stream())
                            .filter(RegionView.Source.class::isInstance)
                            .map(RegionView.Source.class::cast)
                            .flatMap(region -> region.clusters().stream())
                            .filter(cluster -> cluster.id().arn().value().equals(line.arn()))
                            .anyMatch(cluster -> cluster.sizes().isEmpty());
            default -> false;
        };
    }

    private boolean vaultHidden(GapLine line) {
        return inventory.vaults().stream()
                .filter(view -> view.vault().value().equals(line.arn()))
                .anyMatch(view ->
                        switch (view) {
                            case VaultView.Unreadable _ -> true;
                            case VaultView.Absent _ -> false;
                            case VaultView.Seen seen ->
                                    line.kind().equals("KeyAtRisk")
                                            && seen.key() instanceof VaultView.VaultKey.Unreadable;
                        });
    }

    /// Whether nobody saw who can act there, as long as it is a vault's account.
    private boolean vaultAccountHidden(AccountId id) {
        return inventory.vaultAccounts().stream()
                .filter(view -> view.account().equals(id))
                .anyMatch(VaultAccount.Unreadable.class::isInstance);
    }

    private boolean accountHidden(AccountId id, String region) {
        var view =
                inventory.accounts().stream()
                        .filter(account -> account.account().id().equals(id))
                        .findFirst();
        if (view.isEmpty()) {
            return inventory.manifest() instanceof Manifest.NotListed
                    || sight.withoutPart().stream().anyMatch(account -> account.id().equals(id));
        }
        return switch (view.get()) {
            case AccountView.Unreadable _, AccountView.Inactive _ -> true;
            case AccountView.Excluded _ -> false;
            case AccountView.Seen seen ->
                    !region.isEmpty()
                            && seen.regions().stream()
                                    .filter(BlindSpots::read)
                                    .noneMatch(found -> found.region().value().equals(region));
        };
    }

    /// Whoever closes or disables a Region, or takes it from the list, does not make its clusters disappear.
    ///
    /// Source: AWS Account Management API, `DisableRegion`, read 2026-11-22: disabling a Region removes the access
    /// to what resides in it.
    private static boolean read(RegionView view) {
        return switch (view) {
            case RegionView.Source _, RegionView.Elsewhere _ -> true;
            case RegionView.Closed _, RegionView.NotEnabled _, RegionView.Unreadable _ -> false;
        };
    }
}
