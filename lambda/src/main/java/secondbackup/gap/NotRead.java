package secondbackup.gap;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;

/// What a sweep was to see, and has neither seen nor found unreadable: it is not in the inventory at all.
final class NotRead {
    static final String CAUSE = "this sweep has not read it";

    private NotRead() {}

    static List<Gap> of(Inventory inventory, Estate estate) {
        return Stream.of(
                        vaults(inventory, estate),
                        accounts(inventory),
                        disabled(inventory),
                        inventory.accounts().stream().flatMap(view -> regions(view, estate)))
                .flatMap(gaps -> gaps)
                .toList();
    }

    private static Stream<Gap> vaults(Inventory inventory, Estate estate) {
        var read = inventory.vaults().stream().map(VaultView::vault).toList();
        return estate.vaults().stream()
                .map(Estate.Vault::arn)
                .filter(vault -> !read.contains(vault))
                .map(vault ->
                        new Gap.StateUnknown(
                                new Subject.OfVault(vault),
                                "the vault and every copy in it",
                                CAUSE));
    }

    private static Stream<Gap> accounts(Inventory inventory) {
        var read = inventory.accounts().stream().map(view -> view.account().id()).toList();
        return listed(inventory.manifest()).stream()
                .filter(account -> !read.contains(account.id()))
                .map(account -> new Gap.AccountUnreadable(new Subject.OfAccount(account), CAUSE));
    }

    private static List<MemberAccount> listed(Manifest manifest) {
        return switch (manifest) {
            case Manifest.Listed list -> list.accounts();
            case Manifest.NotListed _ -> List.of();
        };
    }

    /// Disabling a Region takes the access to its clusters, not the clusters. Where none ever had a copy, there is
    /// nothing that tells of any.
    ///
    /// Source: AWS Account Management API, `DisableRegion`, read 2026-11-22.
    private static Stream<Gap> disabled(Inventory inventory) {
        var copied =
                inventory.vaults().stream()
                        .filter(VaultView.Seen.class::isInstance)
                        .map(VaultView.Seen.class::cast)
                        .flatMap(vault -> vault.copies().stream())
                        .map(copy ->
                                copy.cluster().accountText() + "|" + copy.cluster().regionText())
                        .collect(Collectors.toCollection(TreeSet::new));
        return inventory.accounts().stream()
                .filter(AccountView.Seen.class::isInstance)
                .map(AccountView.Seen.class::cast)
                .flatMap(seen ->
                        seen.regions().stream()
                                .filter(RegionView.NotEnabled.class::isInstance)
                                .map(RegionView::region)
                                .filter(region ->
                                        copied.contains(seen.account().id() + "|" + region))
                                .map(region ->
                                        new Gap.StateUnknown(
                                                new Subject.OfRegion(seen.account(), region),
                                                "every cluster in the Region",
                                                "the Region is not enabled, and the vault holds"
                                                        + " copies of clusters that were there")));
    }

    private static Stream<Gap> regions(AccountView view, Estate estate) {
        return switch (view) {
            case AccountView.Unreadable _, AccountView.Inactive _, AccountView.Excluded _ ->
                    Stream.of();
            case AccountView.Seen seen -> regions(seen, estate);
        };
    }

    private static Stream<Gap> regions(AccountView.Seen seen, Estate estate) {
        return estate.sourceRegions().stream()
                .filter(source -> !guarded(seen, source))
                .map(source ->
                        new Gap.StateUnknown(
                                new Subject.OfRegion(seen.account(), source),
                                "every cluster in the source Region",
                                CAUSE));
    }

    /// A source Region that was read as if it were none is not guarded; one that is shut has a gap, or no
    /// clusters, of its own.
    private static boolean guarded(AccountView.Seen seen, Region source) {
        return seen.regions().stream()
                .filter(region -> region.region().equals(source))
                .anyMatch(region -> !(region instanceof RegionView.Elsewhere));
    }
}
