package secondbackup.policy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Region;

/// What only the stacks need of `policies/estate.json`; what the Lambdas need too is in [Estate].
///
/// @param units ids of organizational units or of the root, whose accounts get the member stacks unless they are excluded
/// @param locks the vaults, in the order of [Estate#vaults()], with their locks' modes
/// @param recovery where copies are restored; empty until there is such an account
/// @param sweep when the organization is surveyed and judged
/// @param copyMinutes minutes between two looks for copies to start
/// @param surveysAtATime accounts that are surveyed at a time
/// @param watch where the alarm lives that rings when the control account falls silent
/// @param alarmEmail address that alarms are sent to; empty where something else fetches them
/// @param backupRoles path and name of the roles that AWS Backup assumes besides ours; `*` stands for anything
/// @param otherVaults ARNs of vaults besides ours that members may copy into; `*` stands for anything
/// @param tags of every resource
public record Deployment(
        List<String> units,
        List<Lock> locks,
        Optional<Recovery> recovery,
        PromiseRule.Schedule sweep,
        int copyMinutes,
        int surveysAtATime,
        Watch watch,
        Optional<String> alarmEmail,
        List<String> backupRoles,
        List<String> otherVaults,
        SortedMap<String, String> tags) {

    /// A vault and the mode of its lock.
    ///
    /// @param graceDays days in which a lock in compliance mode can still be taken off; empty in governance mode,
    ///     and for an air-gapped vault, which has none
    public record Lock(Estate.Vault vault, OptionalInt graceDays) {}

    /// Where copies are brought to be restored.
    ///
    /// @param vault receiving vault, in the recovery account
    /// @param people ARNs of IAM users of the vault account who may take the recovery role
    public record Recovery(Arn vault, List<String> people) {
        public Recovery {
            people = List.copyOf(people);
        }

        public AccountId account() {
            return new AccountId(vault.accountText());
        }

        public Region region() {
            return new Region(vault.regionText());
        }
    }

    /// Never the account or the Region that it watches.
    public record Watch(AccountId account, Region region) {}

    public Deployment {
        units = List.copyOf(units);
        locks = List.copyOf(locks);
        backupRoles = List.copyOf(backupRoles);
        otherVaults = List.copyOf(otherVaults);
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }
}
