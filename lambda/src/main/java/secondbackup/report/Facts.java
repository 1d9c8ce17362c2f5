package secondbackup.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;

/// What is worth knowing but broke no promise: what was left out on purpose, so that nobody looks for it in
/// vain.
final class Facts {
    private static final int NAMED_MAX = 3;

    private final Inventory inventory;
    private final Estate estate;
    private final Instant now;

    Facts(Inventory inventory, Estate estate, Instant now) {
        this.inventory = inventory;
        this.estate = estate;
        this.now = now;
    }

    /// @param last the report that this one is compared with
    List<String> sentences(Optional<Report> last) {
        var alone =
                last.isEmpty()
                        ? "There was no report to compare with that this version can read, so every gap counts"
                                + " from now."
                        : "";
        return Stream.of(
                        Stream.of(alone).filter(text -> !text.isEmpty()),
                        new ExclusionText(estate, now).sentences(inventory),
                        restoreTests(),
                        notEnabledRegions(),
                        closedRegions(),
                        held())
                .flatMap(sentences -> sentences)
                .toList();
    }

    /// Nothing of ours takes a hold off, so that people must know of it.
    private Stream<String> held() {
        return inventory.vaults().stream()
                .filter(VaultView.Seen.class::isInstance)
                .map(VaultView.Seen.class::cast)
                .map(vault -> {
                    var count =
                            vault.copies().stream()
                                    .filter(copy -> vault.holds().hold(copy.arn()))
                                    .count();
                    return count == 0
                            ? ""
                            : "Legal holds keep "
                                    + count
                                    + (count == 1 ? " copy" : " copies")
                                    + " in vault "
                                    + PlainText.name(vault.vault().name())
                                    + " until people take them off.";
                })
                .filter(text -> !text.isEmpty());
    }

    private boolean source(Region region) {
        return estate.sourceRegions().contains(region);
    }

    private Stream<String> notEnabledRegions() {
        return accounts(view -> view instanceof RegionView.NotEnabled && source(view.region()))
                .entrySet()
                .stream()
                .map(entry ->
                        "Region "
                                + entry.getKey()
                                + ", a source Region, is not enabled in "
                                + names(entry.getValue(), "accounts")
                                + ".");
    }

    /// Regions that the same accounts may not use stand in one sentence.
    private Stream<String> closedRegions() {
        var together = new LinkedHashMap<List<String>, List<String>>();
        accounts(view -> view instanceof RegionView.Closed && !source(view.region()))
                .forEach((region, accounts) ->
                        together.computeIfAbsent(accounts, _ -> new ArrayList<>())
                                .add(region.value()));
        return together.entrySet().stream()
                .map(entry ->
                        (entry.getValue().size() == 1 ? "Region " : "Regions ")
                                + String.join(", ", entry.getValue())
                                + (entry.getValue().size() == 1 ? " is" : " are")
                                + " closed by a service control policy in "
                                + names(entry.getKey(), "accounts")
                                + ".");
    }

    /// The accounts in which a Region is seen so.
    private SortedMap<Region, List<String>> accounts(Predicate<RegionView> which) {
        var accounts = new TreeMap<Region, List<String>>();
        seen().forEach(account ->
                account.regions().stream()
                        .filter(which)
                        .map(RegionView::region)
                        .forEach(region ->
                                accounts.computeIfAbsent(region, _ -> new ArrayList<>())
                                        .add(Where.label(account.account()))));
        return accounts;
    }

    /// Anybody can set the marks of a restore test, so people shall see what is left out because of them.
    private Stream<String> restoreTests() {
        return seen().flatMap(account -> {
            var tests =
                    account.regions().stream()
                            .flatMap(region -> clusters(region).stream())
                            .filter(cluster -> cluster.restoreTest(now))
                            .map(cluster -> PlainText.name(cluster.id().name()))
                            .toList();
            return tests.isEmpty()
                    ? Stream.of()
                    : Stream.of(
                            "Left out as young restore tests in account "
                                    + Where.label(account.account())
                                    + ": "
                                    + names(tests, "clusters")
                                    + ".");
        });
    }

    private static List<Cluster> clusters(RegionView view) {
        return switch (view) {
            case RegionView.Source source -> source.clusters();
            case RegionView.Elsewhere elsewhere -> elsewhere.clusters();
            case RegionView.Closed _, RegionView.NotEnabled _, RegionView.Unreadable _ -> List.of();
        };
    }

    private Stream<AccountView.Seen> seen() {
        return inventory.accounts().stream()
                .filter(AccountView.Seen.class::isInstance)
                .map(AccountView.Seen.class::cast);
    }

    private static String names(List<String> names, String noun) {
        return names.size() > NAMED_MAX ? names.size() + " " + noun : String.join(", ", names);
    }
}
