package secondbackup.inventory;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What copies hang on besides clusters and vaults: settings of the organization and of its accounts.
///
/// @param crossAccountBackup AWS Backup's switch for copies across accounts
/// @param backupTrusted whether AWS Organizations trusts AWS Backup
/// @param stackSetsTrusted whether CloudFormation StackSets may deploy into the organization
/// @param clusterQuota Aurora clusters that the vault account may have in the vault's Region
public record Setup(
        Look<Boolean> crossAccountBackup,
        Look<Boolean> backupTrusted,
        Look<Boolean> stackSetsTrusted,
        Look<Quota> clusterQuota,
        List<OfAccount> accounts) {
    /// One account.
    ///
    /// @param trusts for each role that was looked for, whom it trusts, as JSON; empty where there is none
    /// @param optIns AWS Backup's opt-in for Aurora in each source Region that is enabled
    /// @param trails its trails, those of the organization included
    public record OfAccount(
            MemberAccount account,
            SortedMap<String, Look<Optional<String>>> trusts,
            Look<SortedMap<Region, Look<Boolean>>> optIns,
            Look<List<Trail>> trails) {
        public OfAccount {
            trusts = Collections.unmodifiableSortedMap(new TreeMap<>(trusts));
        }
    }

    /// One trail of AWS CloudTrail.
    public record Trail(String name, boolean multiRegion, boolean logging) {}

    /// What an account may have, and has.
    public record Quota(long used, long max) {
        public long free() {
            return Math.max(0, max - used);
        }
    }

    public Setup {
        accounts =
                accounts.stream()
                        .sorted(Comparator.comparing((OfAccount each) -> each.account().id()))
                        .toList();
    }
}
