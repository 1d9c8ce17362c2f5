package secondbackup.sweep;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.ClusterId;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;
import secondbackup.sweep.OrderPart.Place;
import secondbackup.sweep.OrderPart.Seen;

/// What a sweep saw, with the copy jobs of some places as runs of Copy saw them since, or as they are this
/// moment.
final class FreshJobs {
    private final PlaceReader reader;
    private final Inventory surveyed;
    private final SortedMap<Place, Seen> seen = new TreeMap<>();
    private final SortedSet<Place> fresh = new TreeSet<>();
    private final SortedMap<Place, String> unread = new TreeMap<>();

    FreshJobs(CopyJobReader reader, Estate estate, Inventory surveyed, List<Seen> before) {
        this.reader = new PlaceReader(reader, estate);
        this.surveyed = surveyed;
        before.forEach(place -> seen.put(place.place(), place));
    }

    /// Reads the jobs of places, each once in a run. What the survey has not seen is no place to order from.
    ///
    /// @return whether anything was read that was not known yet
    boolean read(Collection<Place> places) {
        var wanted = new TreeSet<>(places);
        wanted.removeAll(fresh);
        if (wanted.isEmpty()) {
            return false;
        }
        accounts()
                .forEach(account ->
                        sources(account)
                                .filter(region -> wanted.contains(place(account, region)))
                                .forEach(region -> read(account, region)));
        return fresh.addAll(wanted);
    }

    private void read(AccountView.Seen account, RegionView.Source region) {
        switch (reader.read(account, region, points(account, region))) {
            case PlaceReader.Reading.Read(var read) ->
                    seen.merge(read.place(), read, FreshJobs::together);
            case PlaceReader.Reading.Failed(var cause) -> unread.put(place(account, region), cause);
        }
    }

    private static Seen together(Seen before, Seen after) {
        return new Seen(
                after.place(),
                merged(before.jobs(), after.jobs(), CopyJob::id),
                merged(before.points(), after.points(), RecoveryPoint::arn));
    }

    String sweep() {
        return surveyed.manifest().sweep();
    }

    /// What was learned of places since the sweep.
    List<Seen> learned() {
        return List.copyOf(seen.values());
    }

    /// Every source Region that was surveyed.
    List<Place> places() {
        return accounts()
                .flatMap(account -> sources(account).map(region -> place(account, region)))
                .toList();
    }

    /// Places in which jobs were in progress, as far as is known now.
    List<Place> placesWithLiveJobs() {
        return accounts()
                .flatMap(account ->
                        sources(account)
                                .filter(region ->
                                        jobs(account, region).stream().anyMatch(CopyJob::mayRun))
                                .map(region -> place(account, region)))
                .toList();
    }

    /// Places to look at next time: jobs are in progress there, or it could not be seen.
    List<Place> placesInFlight() {
        return Stream.concat(placesWithLiveJobs().stream(), unread.keySet().stream()).toList();
    }

    /// What could not be read in this run, and why.
    Stream<String> unread() {
        return unread.entrySet().stream()
                .map(place ->
                        "copy jobs of "
                                + place.getKey().account()
                                + " in "
                                + place.getKey().region()
                                + ": "
                                + place.getValue());
    }

    /// Whether the jobs of the cluster's place are not known to be unreadable this moment.
    boolean jobsAreKnown(ClusterId cluster) {
        return !unread.containsKey(Place.of(cluster));
    }

    /// The jobs in progress, as far as is known now.
    List<CopyJob> live() {
        return accounts()
                .flatMap(account ->
                        sources(account)
                                .flatMap(region -> jobs(account, region).stream())
                                .filter(CopyJob::mayRun))
                .toList();
    }

    /// The inventory, with what was read since in the place of what the survey saw.
    Inventory inventory(List<VaultView> vaults) {
        var accounts = surveyed.accounts().stream().map(this::renewed).toList();
        return new Inventory(surveyed.manifest(), accounts, vaults);
    }

    private AccountView renewed(AccountView view) {
        return switch (view) {
            case AccountView.Unreadable _, AccountView.Inactive _, AccountView.Excluded _ -> view;
            case AccountView.Seen(var account, var readAt, var missing, var regions) ->
                    new AccountView.Seen(
                            account,
                            readAt,
                            missing,
                            regions.stream()
                                    .map(region -> renewed((AccountView.Seen) view, region))
                                    .toList());
        };
    }

    private RegionView renewed(AccountView.Seen account, RegionView view) {
        return view instanceof RegionView.Source source && seen.containsKey(place(account, source))
                ? new RegionView.Source(
                        source.region(),
                        source.clusters(),
                        source.auroraOptedIn(),
                        source.selections(),
                        source.vaults(),
                        points(account, source),
                        jobs(account, source),
                        source.keys(),
                        source.backupJobs())
                : view;
    }

    private List<CopyJob> jobs(AccountView.Seen account, RegionView.Source region) {
        var since = seen.get(place(account, region));
        return since == null
                ? region.copyJobs()
                : merged(region.copyJobs(), since.jobs(), CopyJob::id);
    }

    private List<RecoveryPoint> points(AccountView.Seen account, RegionView.Source region) {
        var since = seen.get(place(account, region));
        return since == null
                ? region.points()
                : merged(region.points(), since.points(), RecoveryPoint::arn);
    }

    /// The newer of the same stands.
    private static <T, K extends Comparable<K>> List<T> merged(
            List<T> old, List<T> newer, Function<T, K> name) {
        var byName = new TreeMap<K, T>();
        old.forEach(one -> byName.put(name.apply(one), one));
        newer.forEach(one -> byName.put(name.apply(one), one));
        return List.copyOf(byName.values());
    }

    private Stream<AccountView.Seen> accounts() {
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
