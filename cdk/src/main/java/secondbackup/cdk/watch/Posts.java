package secondbackup.cdk.watch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Region;
import secondbackup.policy.Estate;
import secondbackup.policy.Tripwire;
import secondbackup.policy.Tripwire.Place;
import secondbackup.policy.Tripwires;

/// Where tripwires are put up: in the management, vault and control accounts, each in its own Region and in us-east-1,
/// where calls of global services are recorded. Members have theirs in their own stacks.
///
/// Source: AWS CloudTrail User Guide, "Global service events" (AWS Organizations and IAM: us-east-1), read 2026-11-27.
public record Posts(Tripwires tripwires) {
    private static final Region GLOBAL = new Region("us-east-1");

    /// @param first whether this is the account's first Region, whose stack makes the role
    public record Post(
            String stack, AccountId account, Region region, List<Tripwire> wires, boolean first) {
        public Post {
            wires = List.copyOf(wires);
        }
    }

    /// One for each account and Region, sorted.
    public List<Post> all() {
        var posts = new ArrayList<Post>();
        regions(tripwires.estate())
                .forEach((account, regions) -> {
                    for (var region : regions) {
                        var first = region.equals(regions.getFirst());
                        posts.add(
                                new Post(
                                        stack(account, region),
                                        account,
                                        region,
                                        wires(account),
                                        first));
                    }
                });
        return posts;
    }

    private static SequencedMap<AccountId, SequencedSet<Region>> regions(Estate estate) {
        var regions = new TreeMap<AccountId, SequencedSet<Region>>();
        estate.vaults().forEach(vault -> of(regions, vault.account()).add(vault.region()));
        of(regions, estate.controlAccount()).add(estate.homeRegion());
        estate.ownAccounts().forEach(account -> of(regions, account).add(GLOBAL));
        return regions;
    }

    private static SequencedSet<Region> of(
            TreeMap<AccountId, SequencedSet<Region>> regions, AccountId account) {
        return regions.computeIfAbsent(account, _ -> new LinkedHashSet<>());
    }

    private List<Tripwire> wires(AccountId account) {
        var places = own(account);
        return tripwires.wires().stream()
                .filter(wire -> wire.places().stream().anyMatch(places::contains))
                .toList();
    }

    private List<Place> own(AccountId account) {
        return tripwires.places(account).stream().filter(place -> place != Place.MEMBER).toList();
    }

    /// Such as `SecondBackupWatchVault-333333333333-us-east-1`.
    private String stack(AccountId account, Region region) {
        var words =
                own(account).stream()
                        .map(place ->
                                place.name().charAt(0)
                                        + place.name().substring(1).toLowerCase(Locale.ROOT))
                        .toList();
        return "SecondBackupWatch" + String.join("", words) + "-" + account + "-" + region;
    }
}
