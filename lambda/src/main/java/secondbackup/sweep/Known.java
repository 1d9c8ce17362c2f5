package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.VaultView;
import secondbackup.sweep.OrderPart.Place;
import secondbackup.sweep.OrderPart.Seen;

/// What a sweep saw, with what runs of Copy saw of some places since.
final class Known {
    /// A source Region of an account that was surveyed.
    record Source(AccountView.Seen account, RegionView.Source region) {
        Place place() {
            return new Place(account.account().id(), region.region());
        }
    }

    private final Inventory surveyed;
    private final SortedMap<Place, Seen> seen = new TreeMap<>();

    Known(Inventory surveyed, List<Seen> before) {
        this.surveyed = surveyed;
        before.forEach(place -> seen.put(place.place(), place));
    }

    void add(Seen news) {
        seen.merge(news.place(), news, Known::together);
    }

    private static Seen together(Seen before, Seen after) {
        return new Seen(
                after.place(),
                merged(before.jobs(), after.jobs(), CopyJob::id),
                merged(before.points(), after.points(), RecoveryPoint::arn),
                after.lookedAt().or(before::lookedAt));
    }

    String sweep() {
        return surveyed.manifest().sweep();
    }

    /// What was learned of places since the sweep.
    List<Seen> learned() {
        return List.copyOf(seen.values());
    }

    Stream<Source> sources() {
        return surveyed.accounts().stream()
                .filter(AccountView.Seen.class::isInstance)
                .map(AccountView.Seen.class::cast)
                .flatMap(account ->
                        account.regions().stream()
                                .filter(RegionView.Source.class::isInstance)
                                .map(RegionView.Source.class::cast)
                                .map(region -> new Source(account, region)));
    }

    /// The jobs of every place.
    Stream<CopyJob> jobs() {
        return sources().flatMap(source -> jobs(source).stream());
    }

    List<CopyJob> jobs(Source source) {
        var since = seen.get(source.place());
        return since == null
                ? source.region().copyJobs()
                : merged(source.region().copyJobs(), since.jobs(), CopyJob::id);
    }

    List<RecoveryPoint> points(Source source) {
        var since = seen.get(source.place());
        return since == null
                ? source.region().points()
                : merged(source.region().points(), since.points(), RecoveryPoint::arn);
    }

    /// When somebody last looked for new points: the survey, or a run of Copy since.
    Instant lookedAt(Source source) {
        var since = seen.get(source.place());
        var surveyedAt = source.account().readAt();
        return since == null ? surveyedAt : since.lookedAt().orElse(surveyedAt);
    }

    /// The inventory, with what was read since in the place of what the survey saw.
    Inventory inventory(List<VaultView> vaults) {
        var accounts = surveyed.accounts().stream().map(this::renewed).toList();
        return new Inventory(surveyed.manifest(), accounts, vaults, List.of());
    }

    /// What the sweep saw of the vaults.
    List<VaultView> vaults() {
        return surveyed.vaults();
    }

    private AccountView renewed(AccountView view) {
        return switch (view) {
            case AccountView.Unreadable _, AccountView.Inactive _, AccountView.Excluded _ -> view;
            case AccountView.Seen account ->
                    new AccountView.Seen(
                            account.account(),
                            account.readAt(),
                            account.missingRoles(),
                            account.roles(),
                            account.regions().stream()
                                    .map(region -> renewed(account, region))
                                    .toList(),
                            account.recovery());
        };
    }

    private RegionView renewed(AccountView.Seen account, RegionView view) {
        return view instanceof RegionView.Source region
                ? renewed(new Source(account, region))
                : view;
    }

    private RegionView renewed(Source source) {
        var region = source.region();
        return seen.containsKey(source.place())
                ? new RegionView.Source(
                        region.region(),
                        region.clusters(),
                        region.auroraOptedIn(),
                        region.plans(),
                        region.vaults(),
                        points(source),
                        jobs(source),
                        region.keys(),
                        region.backupJobs())
                : region;
    }

    /// The newer of the same stands.
    private static <T, K extends Comparable<K>> List<T> merged(
            List<T> old, List<T> newer, Function<T, K> name) {
        var byName = new TreeMap<K, T>();
        old.forEach(one -> byName.put(name.apply(one), one));
        newer.forEach(one -> byName.put(name.apply(one), one));
        return List.copyOf(byName.values());
    }
}
