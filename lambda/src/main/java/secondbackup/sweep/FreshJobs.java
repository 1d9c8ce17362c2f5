package secondbackup.sweep;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Guarded;
import secondbackup.sweep.CopyJobReader.Jobs;
import secondbackup.sweep.OrderPart.Place;

/// What a sweep saw, with the copy jobs of some places as they are this moment.
final class FreshJobs {
    private final CopyJobReader reader;
    private final Inventory surveyed;
    private final Instant now;
    private final SortedMap<Place, Jobs> fresh = new TreeMap<>();

    FreshJobs(CopyJobReader reader, Inventory surveyed, Instant now) {
        this.reader = reader;
        this.surveyed = surveyed;
        this.now = now;
    }

    /// Reads the jobs of places, each once in a run.
    ///
    /// @return whether anything was read that was not known yet
    boolean read(Collection<Place> places) {
        var before = fresh.size();
        for (var place : places) {
            fresh.computeIfAbsent(place, _ -> reader.read(place.account(), place.region(), now));
        }
        return fresh.size() > before;
    }

    /// Every source Region that was surveyed.
    List<Place> places() {
        return seen().flatMap(account -> sources(account).map(region -> place(account, region)))
                .toList();
    }

    /// Places in which jobs were in progress, as far as is known now.
    List<Place> placesWithLiveJobs() {
        return seen().flatMap(account ->
                        sources(account)
                                .filter(region ->
                                        jobs(account, region).stream().anyMatch(CopyJob::live))
                                .map(region -> place(account, region)))
                .toList();
    }

    /// Places to look at next time: jobs are in progress there, or it could not be seen.
    List<Place> placesInFlight() {
        return Stream.concat(placesWithLiveJobs().stream(), unreadPlaces())
                .distinct()
                .sorted()
                .toList();
    }

    /// What could not be read in this run, and why.
    List<String> unread() {
        return fresh.entrySet().stream().flatMap(FreshJobs::unread).toList();
    }

    private static Stream<String> unread(Map.Entry<Place, Jobs> read) {
        var place = read.getKey();
        return switch (Objects.requireNonNull(read.getValue())) {
            case Jobs.Read _ -> Stream.of();
            case Jobs.Failed(var cause) ->
                    Stream.of(
                            "copy jobs of "
                                    + place.account()
                                    + " in "
                                    + place.region()
                                    + ": "
                                    + cause);
        };
    }

    /// Whether the jobs of the cluster's place are not known to be unreadable this moment.
    boolean jobsAreKnown(Guarded guarded) {
        return !(fresh.get(Place.of(guarded.cluster().id())) instanceof Jobs.Failed);
    }

    /// The jobs in progress, as far as is known now.
    List<CopyJob> live() {
        return seen().flatMap(account ->
                        sources(account)
                                .flatMap(region -> jobs(account, region).stream())
                                .filter(CopyJob::live))
                .toList();
    }

    /// The inventory, with what was read since in the place of what the survey saw.
    Inventory inventory(List<VaultView> vaults) {
        var accounts = surveyed.accounts().stream().map(this::renewed).toList();
        return new Inventory(surveyed.manifest(), accounts, vaults);
    }

    private AccountView renewed(AccountView view) {
        return switch (view) {
            case AccountView.Unreadable _, AccountView.Inactive _ -> view;
            case AccountView.Seen(var account, var readAt, var missing, var regions) ->
                    new AccountView.Seen(
                            account,
                            readAt,
                            missing,
                            regions.stream().map(region -> renewed(view, region)).toList());
        };
    }

    private RegionView renewed(AccountView account, RegionView view) {
        return view instanceof RegionView.Source source
                        && fresh.get(new Place(account.account().id(), source.region()))
                                instanceof Jobs.Read read
                ? new RegionView.Source(
                        source.region(),
                        source.clusters(),
                        source.auroraOptedIn(),
                        source.selections(),
                        points(source, read),
                        read.jobs(),
                        source.keys())
                : view;
    }

    /// What was read since replaces what the survey knew of the same point.
    private static List<RecoveryPoint> points(RegionView.Source source, Jobs.Read read) {
        var byArn = new TreeMap<String, RecoveryPoint>();
        source.points().forEach(point -> byArn.put(point.arn().value(), point));
        read.points().forEach(point -> byArn.put(point.arn().value(), point));
        return List.copyOf(byArn.values());
    }

    private List<CopyJob> jobs(AccountView.Seen account, RegionView.Source region) {
        return fresh.get(place(account, region)) instanceof Jobs.Read read
                ? read.jobs()
                : region.copyJobs();
    }

    private Stream<Place> unreadPlaces() {
        return fresh.entrySet().stream()
                .filter(entry -> Objects.requireNonNull(entry.getValue()) instanceof Jobs.Failed)
                .map(Map.Entry::getKey);
    }

    private Stream<AccountView.Seen> seen() {
        return surveyed.accounts().stream()
                .filter(AccountView.Seen.class::isInstance)
                .map(AccountView.Seen.class::cast);
    }

    private static Stream<RegionView.Source> sources(AccountView.Seen account) {
        return account.regions().stream()
                .filter(RegionView.Source.class::isInstance)
                .map(RegionView.Source.class::cast);
    }

    private static Place place(AccountView.Seen account, RegionView.Source region) {
        return new Place(account.account().id(), region.region());
    }
}
