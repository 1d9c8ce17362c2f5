package secondbackup.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import secondbackup.inventory.AccountId;

/// One file of `policies/backup`: what is promised, and to whom.
///
/// @param file name of the file, so that a report can say where a promise comes from
/// @param copyAgeMax how old the data of the newest good copy may be
/// @param retentionDays how long a copy is kept, from the moment its data was taken
/// @param tiers copies that are kept longer, weekly before monthly
public record PromiseRule(
        String file,
        String why,
        Who who,
        Duration copyAgeMax,
        int retentionDays,
        Route route,
        Schedule schedule,
        int sourceRetentionDays,
        List<Tier> tiers) {
    public PromiseRule {
        tiers = List.copyOf(tiers);
    }

    /// Name of the file without folder and ending.
    public String name() {
        return file.replaceFirst("^.*/", "").replaceFirst("\\.json$", "");
    }

    /// Whom a rule binds. Every part that is given must match; a rule without parts binds everything.
    ///
    /// @param units ids of organizational units, with everything below them
    /// @param tags tag values that a cluster must carry
    public record Who(
            List<AccountId> accounts, List<String> units, SortedMap<String, String> tags) {
        /// Whether one cluster may be bound by both.
        boolean mayMeet(Who other) {
            return accounts.isEmpty()
                    || other.accounts.isEmpty()
                    || accounts.stream().anyMatch(other.accounts::contains);
        }

        /// Whether whoever another one binds is bound by this one, too.
        boolean contains(Who other) {
            return (accounts.isEmpty()
                            || (!other.accounts.isEmpty() && accounts.containsAll(other.accounts)))
                    && (units.isEmpty()
                            || (!other.units.isEmpty() && units.containsAll(other.units)))
                    && other.tags.entrySet().containsAll(tags.entrySet());
        }
    }

    /// When the source's plan takes its snapshot.
    ///
    /// @param cron AWS's six-field form
    /// @param timeZone IANA name
    public record Schedule(String cron, String timeZone) {
        /// The last time it was due, no later than a moment and no longer than a span before it.
        public Optional<Instant> lastDue(Instant now, Duration within) {
            return new CronTimes(this).lastDue(now, within);
        }
    }
}
