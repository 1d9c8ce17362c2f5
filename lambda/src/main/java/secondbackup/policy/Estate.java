package secondbackup.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.Region;
import secondbackup.inventory.VaultView;

/// How the estate is laid out: `policies/estate.json`, the one place to configure.
///
/// @param organization id, such as `o-exampleorgid`
/// @param sourceRegions Regions in which backups are planned; empty where none has been chosen yet
/// @param homeRegion Region in which the control account's Lambdas, buckets and secrets live
/// @param vaults vaults that take second backups, each those of its share of the accounts
/// @param recoveryVault vault that receives copies to be restored; empty until there is a place for it
/// @param sourceVault name, or its beginning, of the vault that the plans fill in every account and source Region
/// @param rekeyVault name, or its beginning, of the vault that re-encrypts with a key of ours; empty where there is none
/// @param reportBucket bucket that keeps manifests, inventory parts, orders and reports
/// @param slackSecret name of the secret that holds the webhook's URL
/// @param defaultEncryption how clusters under Aurora's default encryption are copied
/// @param copyHoursMax hours after which an unfinished copy job counts as stuck
/// @param sizeLimits how much a volume may change between two copies
/// @param holdsLastCopies whether last copies get a legal hold before they expire
/// @param exclusions accounts that are left out for a while, each account once
public record Estate(
        String organization,
        AccountId managementAccount,
        AccountId controlAccount,
        List<Region> sourceRegions,
        Region homeRegion,
        List<Vault> vaults,
        Optional<Arn> recoveryVault,
        String sourceVault,
        Optional<String> rekeyVault,
        RoleNames roles,
        String reportBucket,
        String slackSecret,
        Route defaultEncryption,
        int copyHoursMax,
        SizeLimits sizeLimits,
        boolean holdsLastCopies,
        List<Exclusion> exclusions) {

    /// What a sweep saw is no news after that: the next should have begun.
    public static final Duration SWEEPS_APART_MAX = Duration.ofHours(12);

    /// Sets legal holds in the vault account, and can do nothing else.
    public static final String HOLDER_ROLE = "second-backup-vault-holder";

    /// One vault that takes second backups.
    ///
    /// @param key its key; empty for an air-gapped vault under a key of AWS's own
    /// @param retentionMinDays lower bound that its lock must have
    /// @param retentionMaxDays upper bound that its lock must have
    /// @param copySlots Aurora copies that AWS lets run into it at a time
    /// @param accessPolicy JSON that its access policy must mean
    /// @param keyPolicy JSON that its key's policy must mean; empty without a key of ours
    public record Vault(
            Arn arn,
            VaultView.Kind kind,
            Optional<Arn> key,
            long retentionMinDays,
            long retentionMaxDays,
            int copySlots,
            String accessPolicy,
            String keyPolicy) {
        public AccountId account() {
            return new AccountId(arn.accountText());
        }

        public Region region() {
            return new Region(arn.regionText());
        }
    }

    /// Changes of a volume's size that people are told of.
    ///
    /// @param shrinkPercent so much smaller, or more
    /// @param growPercent so much larger, or more
    /// @param leastGiB and changed by so much at least
    public record SizeLimits(int shrinkPercent, int growPercent, int leastGiB) {
        /// A third lost is more than any tidying does in a day, and whoever encrypts the data doubles it. Volumes
        /// grow in steps of 10 GiB.
        ///
        /// Source: Aurora User Guide, "Amazon Aurora storage", read 2026-11-27.
        public static final SizeLimits USUAL = new SizeLimits(33, 100, 10);
    }

    /// Names of our roles.
    ///
    /// @param survey reads a member account
    /// @param copy starts copies in a member account
    /// @param backup what AWS Backup itself works with in a member account
    /// @param vaultReader reads the vault account
    public record RoleNames(String survey, String copy, String backup, String vaultReader) {}

    public Estate {
        sourceRegions = sourceRegions.stream().sorted().toList();
        vaults = List.copyOf(vaults);
        exclusions = List.copyOf(exclusions);
    }

    /// The same estate for somebody who has one role in every account, and enters it from one account.
    public Estate readWith(String role, AccountId from) {
        return new Estate(
                organization,
                managementAccount,
                from,
                sourceRegions,
                homeRegion,
                vaults,
                recoveryVault,
                sourceVault,
                rekeyVault,
                new RoleNames(role, roles.copy(), roles.backup(), role),
                reportBucket,
                slackSecret,
                defaultEncryption,
                copyHoursMax,
                sizeLimits,
                holdsLastCopies,
                exclusions);
    }

    /// The same layout in an organization that has laid out nothing yet: no Region has been chosen.
    public Estate unchosen(String newOrganization, AccountId management) {
        return new Estate(
                newOrganization,
                management,
                management,
                List.of(),
                homeRegion,
                vaults,
                recoveryVault,
                sourceVault,
                rekeyVault,
                roles,
                reportBucket,
                slackSecret,
                defaultEncryption,
                copyHoursMax,
                sizeLimits,
                holdsLastCopies,
                List.of());
    }

    /// Bucket that keeps the ledger, under an Object Lock of its own.
    public String ledgerBucket() {
        return "second-backup-ledger-" + controlAccount;
    }

    /// The exclusion of an account, also one that has ended; empty where it never had one.
    public Optional<Exclusion> exclusion(AccountId account) {
        return exclusions.stream().filter(one -> one.account().equals(account)).findFirst();
    }

    /// The vault that takes an account's second backups.
    public Vault vaultOf(AccountId account) {
        return Assignment.of(account, vaults);
    }

    /// The organization's management account, the control account and the vaults' accounts, each once, sorted.
    public List<AccountId> ownAccounts() {
        return Stream.concat(
                        Stream.of(managementAccount, controlAccount),
                        vaults.stream().map(Vault::account))
                .distinct()
                .sorted()
                .toList();
    }

    /// Whether a vault of a source account is one that the plans fill, or once filled. A vault outlives the stack that
    /// made it, so its name may carry a hyphen and a suffix of that stack.
    public boolean isSourceVault(String name) {
        return named(sourceVault, name);
    }

    /// Whether a vault of a source account re-encrypts what it gets with a key of ours.
    public boolean isRekeyVault(String name) {
        return rekeyVault.filter(beginning -> named(beginning, name)).isPresent();
    }

    private static boolean named(String beginning, String name) {
        return name.equals(beginning) || name.startsWith(beginning + "-");
    }

    public Arn roleArn(AccountId account, String role) {
        return new Arn("arn:aws:iam::" + account + ":role/" + role);
    }

    /// ARN of a vault of ours in a source account.
    public Arn memberVault(AccountId account, Region region, String vault) {
        return new Arn("arn:aws:backup:" + region + ":" + account + ":backup-vault:" + vault);
    }
}
