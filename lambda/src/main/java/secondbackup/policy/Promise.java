package secondbackup.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.ClusterId;

/// What is guaranteed to one cluster: the strictest part of every rule that binds it.
///
/// @param copyAgeMax how old the data of the newest good copy may be
/// @param retentionDays how long a copy is kept, from the moment its data was taken
/// @param tiers how long copies are kept that are made once a week or month
/// @param rules files it comes from
public record Promise(
        ClusterId cluster,
        Duration copyAgeMax,
        int retentionDays,
        Route route,
        SortedMap<Tier.Period, Integer> tiers,
        List<String> rules) {
    /// People need this long to act before the last copy is gone.
    public static final Duration EXPIRY_NOTICE = Duration.ofDays(3);

    public Promise {
        tiers = Collections.unmodifiableSortedMap(new TreeMap<>(tiers));
        rules = List.copyOf(rules);
    }

    /// The tier of a point.
    ///
    /// @param rule name of the backup plan's rule that took it
    public Optional<Tier.Period> tier(String rule) {
        return tiers.keySet().stream().filter(period -> period.word().equals(rule)).findFirst();
    }

    /// Days that the copy of a point is kept.
    ///
    /// @param rule name of the backup plan's rule that took it
    public int keptDays(String rule) {
        return tier(rule)
                .map(period -> Math.max(retentionDays, days(period)))
                .orElse(retentionDays);
    }

    /// How long a tier's copies are kept.
    public int days(Tier.Period period) {
        return Objects.requireNonNull(tiers.get(period), "the promise has no such tier");
    }

    /// How old the data of a tier's newest copy may be.
    public Duration tierAgeMax(Tier.Period period) {
        return copyAgeMax.plus(period.interval());
    }
}
