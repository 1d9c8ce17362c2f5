package secondbackup.policy;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import secondbackup.inventory.AccountId;

/// One file of `policies/backup`: what is promised, and to whom.
///
/// @param file name of the file, so that a report can say where a promise comes from
/// @param copyAgeMax how old the data of the newest good copy may be
/// @param retentionDays how long a copy is kept, from the moment its data was taken
public record PromiseRule(
        String file,
        String why,
        Who who,
        Duration copyAgeMax,
        int retentionDays,
        Route route,
        Schedule schedule,
        int sourceRetentionDays) {

    /// Whom a rule binds. Every part that is given must match; a rule without parts binds everything.
    ///
    /// @param units ids of organizational units, with everything below them
    /// @param tags tag values that a cluster must carry
    public record Who(
            List<AccountId> accounts, List<String> units, SortedMap<String, String> tags) {}

    /// When the source's plan takes its snapshot.
    ///
    /// @param cron AWS's six-field form
    /// @param timeZone IANA name
    public record Schedule(String cron, String timeZone) {}
}
