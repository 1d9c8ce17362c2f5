package secondbackup.sweep;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Guarded;
import secondbackup.sweep.OrderPart.Place;

/// What a sweep saw, with the copy jobs of some places as they are this moment.
final class FreshJobs {
    private final PlaceReader reader;
    private final Inventory surveyed;
    private final SortedMap<Place, PlaceView> fresh = new TreeMap<>();

    FreshJobs(CopyJobReader reader, Inventory surveyed) {
        this.reader = new PlaceReader(reader);
        this.surveyed = surveyed;
    }

    /// Reads the jobs of places, each once in a run. What the survey has not seen is no place to order from.
    ///
    /// @return whether anything was read that was not known yet
    boolean read(Collection<Place> places) {
        var before = fresh.size();
        var wanted = new TreeSet<>(places);
        wanted.removeAll(fresh.keySet());
        if (!wanted.isEmpty()) {
            seen().forEach(account ->
                    sources(account)
                            .filter(region -> wanted.contains(place(account, region)))
                            .forEach(region ->
                                    fresh.put(
                                            place(account, region), reader.read(account, region))));
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
    Stream<String> unread() {
        return fresh.entrySet().stream().flatMap(FreshJobs::unread);
    }

    private static Stream<String> unread(Map.Entry<Place, PlaceView> read) {
        var place = read.getKey();
        return switch (Objects.requireNonNull(read.getValue())) {
            case PlaceView.Read _ -> Stream.of();
            case PlaceView.Failed(var cause) ->
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
        return !(fresh.get(Place.of(guarded.cluster().id())) instanceof PlaceView.Failed);
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
                                instanceof PlaceView.Read read
                ? new RegionView.Source(
                        source.region(),
                        source.clusters(),
                        source.auroraOptedIn(),
                        source.selections(),
                        read.points(),
                        read.jobs(),
                        source.keys())
                : view;
    }

    private List<CopyJob> jobs(AccountView.Seen account, RegionView.Source region) {
        return fresh.get(place(account, region)) instanceof PlaceView.Read read
                ? read.jobs()
                : region.copyJobs();
    }

    private Stream<Place> unreadPlaces() {
        return fresh.entrySet().stream()
                .filter(entry ->
                        Objects.requireNonNull(entry.getValue()) instanceof PlaceView.Failed)
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
