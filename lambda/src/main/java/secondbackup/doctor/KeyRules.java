package secondbackup.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.copy.NextSteps;
import secondbackup.gap.Gap;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.RegionView;
import secondbackup.policy.Guarded;
import secondbackup.policy.Promise;
import secondbackup.report.GapText;
import secondbackup.report.PlainText;

/// Whether a way leads from each cluster's key to the vault.
final class KeyRules {
    private final Facts facts;

    KeyRules(Facts facts) {
        this.facts = facts;
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        facts.inventory().accounts().forEach(view -> findings.addAll(unseen(view)));
        for (var guarded : facts.clusters()) {
            guarded.promise().ifPresent(promise -> findings.add(of(guarded, promise)));
        }
        return findings;
    }

    private Finding of(Guarded guarded, Promise promise) {
        var where =
                Place.of(guarded.account(), guarded.cluster().id().region())
                        + " "
                        + PlainText.name(guarded.cluster().id().name());
        var obstacle =
                new NextSteps(facts.policies().estate(), facts.now()).obstacle(guarded, promise);
        if (obstacle.isPresent()) {
            var gap =
                    new Gap.KeyNotShareable(
                            new Gap.Subject.OfCluster(guarded.account(), guarded.cluster().id()),
                            obstacle.get().key(),
                            obstacle.get().cause());
            var words = new GapText(facts.policies(), facts.now()).of(gap);
            return new Finding.Found(
                    Check.KEYS,
                    where,
                    "The cluster cannot be copied: " + words.cause() + ".",
                    words.remedy());
        }
        return unread(guarded)
                .<Finding>map(cause -> new Finding.CouldNotLook(Check.KEYS, where, cause))
                .orElseGet(() -> new Finding.Fine(Check.KEYS, where));
    }

    private static Optional<String> unread(Guarded guarded) {
        return guarded.key()
                .filter(KeyView.Unreadable.class::isInstance)
                .map(KeyView.Unreadable.class::cast)
                .map(key -> "key " + key.key() + ": " + PlainText.message(key.cause()));
    }

    private List<Finding> unseen(AccountView view) {
        var where = Place.of(view.account());
        return switch (view) {
            case AccountView.Excluded _ -> List.of();
            case AccountView.Inactive inactive ->
                    List.of(
                            new Finding.CouldNotLook(
                                    Check.KEYS, where, PlainText.message(inactive.cause())));
            case AccountView.Unreadable(_, var cause) ->
                    List.of(new Finding.CouldNotLook(Check.KEYS, where, PlainText.message(cause)));
            case AccountView.Seen seen ->
                    seen.regions().stream().flatMap(region -> unseen(seen, region)).toList();
        };
    }

    private Stream<Finding> unseen(AccountView.Seen account, RegionView view) {
        var where = Place.of(account.account(), view.region());
        return switch (view) {
            case RegionView.Source _, RegionView.Elsewhere _, RegionView.NotEnabled _ ->
                    Stream.of();
            case RegionView.Unreadable(_, var cause) ->
                    Stream.of(
                            new Finding.CouldNotLook(Check.KEYS, where, PlainText.message(cause)));
            case RegionView.Closed(var region, var cause) ->
                    facts.policies().estate().sourceRegions().contains(region)
                            ? Stream.of(
                                    new Finding.CouldNotLook(
                                            Check.KEYS, where, PlainText.message(cause)))
                            : Stream.of();
        };
    }
}
