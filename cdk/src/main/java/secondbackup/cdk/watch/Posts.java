package secondbackup.cdk.watch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Region;
import secondbackup.policy.Deployment;
import secondbackup.policy.Tripwire;
import secondbackup.policy.Tripwire.Place;
import secondbackup.policy.Tripwires;

/// Where tripwires are put up: in the management, vault and control accounts, each in its own Region, in us-east-1,
/// where calls of global services are recorded, and where the dead man's alarm is. Members have theirs in their own
/// stacks.
///
/// In a vault account, those that ring everywhere are put up in its other Regions, too. They are the Regions that every
/// account has; to use another, somebody must enable it first, which rings.
///
/// Source: AWS CloudTrail User Guide, "Global service events" (AWS Organizations and IAM: us-east-1); AWS Account
/// Management Reference Guide, "Enable or disable AWS Regions in your account" (default Regions); Aurora User Guide,
/// "Copying an encrypted DB cluster snapshot by using the AWS CLI or Amazon RDS API" (called in the Region to which it is
/// copied), read 2026-11-27.
///
/// @param watch where the dead man's alarm is
public record Posts(Tripwires tripwires, Deployment.Watch watch) {
    private static final Region GLOBAL = new Region("us-east-1");

    private static final List<Region> BY_DEFAULT =
            Stream.of(
                            "ap-northeast-1",
                            "ap-northeast-2",
                            "ap-northeast-3",
                            "ap-south-1",
                            "ap-southeast-1",
                            "ap-southeast-2",
                            "ca-central-1",
                            "eu-central-1",
                            "eu-north-1",
                            "eu-west-1",
                            "eu-west-2",
                            "eu-west-3",
                            "sa-east-1",
                            "us-east-1",
                            "us-east-2",
                            "us-west-1",
                            "us-west-2")
                    .map(Region::new)
                    .toList();

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
        regions()
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
                    posts.addAll(elsewhere(account, regions));
                });
        return posts;
    }

    private List<Post> elsewhere(AccountId account, SequencedSet<Region> regions) {
        var wires = wires(account).stream().filter(Tripwire::everywhere).toList();
        return own(account).contains(Place.VAULT)
                ? BY_DEFAULT.stream()
                        .filter(region -> !regions.contains(region))
                        .map(region ->
                                new Post(
                                        "SecondBackupWatchVaultElsewhere-" + account + "-" + region,
                                        account,
                                        region,
                                        wires,
                                        false))
                        .toList()
                : List.of();
    }

    private SequencedMap<AccountId, SequencedSet<Region>> regions() {
        var estate = tripwires.estate();
        var regions = new TreeMap<AccountId, SequencedSet<Region>>();
        estate.vaults().forEach(vault -> of(regions, vault.account()).add(vault.region()));
        of(regions, estate.controlAccount()).add(estate.homeRegion());
        estate.ownAccounts().forEach(account -> of(regions, account).add(GLOBAL));
        if (regions.containsKey(watch.account())) {
            of(regions, watch.account()).add(watch.region());
        }
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
