package secondbackup.policy;

import java.time.Duration;
import java.util.List;
import secondbackup.inventory.ClusterId;

/// What is guaranteed to one cluster: the strictest part of every rule that binds it.
///
/// @param copyAgeMax how old the data of the newest good copy may be
/// @param retentionDays how long a copy is kept, from the moment its data was taken
/// @param rules files it comes from
public record Promise(
        ClusterId cluster,
        Duration copyAgeMax,
        int retentionDays,
        Route route,
        List<String> rules) {
    /// People need this long to act before the last copy is gone.
    public static final Duration EXPIRY_NOTICE = Duration.ofDays(3);

    public Promise {
        rules = List.copyOf(rules);
    }
}
