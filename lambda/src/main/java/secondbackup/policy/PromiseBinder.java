package secondbackup.policy;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.Cluster;
import secondbackup.inventory.MemberAccount;

/// Finds what is promised to a cluster. More rules can only promise more: the shortest age, the longest
/// retention. So a tag, which the guarded account itself may set, never lowers anything.
public final class PromiseBinder {
    private PromiseBinder() {}

    public static Optional<Promise> bind(
            MemberAccount account, Cluster cluster, List<PromiseRule> rules) {
        var binding = rules.stream().filter(rule -> binds(rule.who(), account, cluster)).toList();
        return binding.stream()
                .min(Comparator.comparing(PromiseRule::copyAgeMax))
                .map(strictest -> promise(cluster, binding, strictest.copyAgeMax()));
    }

    private static Promise promise(
            Cluster cluster, List<PromiseRule> binding, Duration copyAgeMax) {
        var retention = binding.stream().mapToInt(PromiseRule::retentionDays).max().orElseThrow();
        var files = binding.stream().map(PromiseRule::file).toList();
        return new Promise(
                cluster.id(), copyAgeMax, retention, route(binding), tiers(binding), files);
    }

    private static SortedMap<Tier.Period, Integer> tiers(List<PromiseRule> binding) {
        var days = new TreeMap<Tier.Period, Integer>();
        binding.stream()
                .flatMap(rule -> rule.tiers().stream())
                .forEach(tier -> days.merge(tier.period(), tier.retentionDays(), Math::max));
        return days;
    }

    /// A route that somebody asked for wins over `auto`; re-keying, which always works where direct does,
    /// wins over direct. Tags have no say in it: a rule with tags only raises age and retention.
    private static Route route(List<PromiseRule> binding) {
        return binding.stream()
                .filter(rule -> rule.who().tags().isEmpty())
                .map(PromiseRule::route)
                .filter(route -> route != Route.AUTO)
                .max(Comparator.naturalOrder())
                .orElse(Route.AUTO);
    }

    private static boolean binds(PromiseRule.Who who, MemberAccount account, Cluster cluster) {
        return (who.accounts().isEmpty() || who.accounts().contains(account.id()))
                && (who.units().isEmpty()
                        || account.units().stream().anyMatch(who.units()::contains))
                && who.tags().entrySet().stream()
                        .allMatch(tag -> tag.getValue().equals(cluster.tags().get(tag.getKey())));
    }
}
