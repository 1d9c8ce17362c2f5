package secondbackup.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import secondbackup.aws.AwsAccount;
import secondbackup.aws.AwsAccount.Survey;
import secondbackup.aws.AwsStackSets;
import secondbackup.aws.AwsVault;
import secondbackup.aws.AwsVaultAccount;
import secondbackup.aws.Calls;
import secondbackup.aws.Parallel;
import secondbackup.aws.RoleSessions;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.OtherCluster;
import secondbackup.inventory.StackSetView;
import secondbackup.inventory.VaultAccount;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Binding;
import secondbackup.policy.Estate;
import secondbackup.policy.Exclusions;
import secondbackup.policy.Policies;
import secondbackup.policy.Rights;
import secondbackup.report.Report;
import secondbackup.sweep.Judgement;
import secondbackup.sweep.OrganizationReader.Listing;

/// One look at an organization, from outside: what the Lambdas would report, before there are any.
///
/// Its calls, with `A` active accounts under one root without units, `R` enabled Regions in each, `S` of them source
/// Regions, `C` pairs of account and source Region that have clusters (up to 100 each), and `K` customer managed
/// keys of clusters, before anything is deployed:
///
/// - once: GetCallerIdentity, DescribeOrganization, ListRoots, ListOrganizationalUnitsForParent, `A/20` each of
///   ListAccounts and ListAccountsForParent, and for the vault DescribeBackupVault and, where it is refused,
///   ListBackupVaults; for the vault's account GetAccountSummary, a GetAccountAuthorizationDetails for each 100 users and
///   roles in it, and a ListAccessKeys for each user
/// - `A - 1` AssumeRole: none in the caller's own account
/// - `A * (3 + R + 4 * S)`: ListRegions and 2 GetRole; DescribeDBClusters in every Region; in source Regions
///   DescribeRegionSettings, ListBackupPlans, ListBackupVaults and ListCopyJobs
/// - `C` each of GetMetricData and ListBackupJobs, and `2 * K` for DescribeKey and GetKeyPolicy
///
/// Once deployed, a plan adds 2 calls, each of its selections and each vault of ours 1, and a Region with points one
/// DescribeDBClusterSnapshots. A vault for second backups adds 2 each of DescribeDBEngineVersions and
/// DescribeDBMajorEngineVersions for its Region, ListLegalHolds, and ListRecoveryPointsByLegalHold for each hold; the
/// recovery account ListBackupVaults, DescribeKey, DescribeDBSubnetGroups and DescribeAccountAttributes.
final class Audit {
    private static final Duration NO_HURRY = Duration.ofDays(1);
    private static final String NOT_LAID_OUT =
            "No estate has been laid out for this organization: policies/estate.json is still the"
                    + " example.";
    private static final String[] READING = {"survey-role.json", "vault-reader.json"};

    /// What came of it.
    record Result(Report report, List<OtherCluster> besidesAurora) {
        int exitCode() {
            return ExitCode.of(report);
        }
    }

    private final Ground ground;
    private final Terminal terminal;
    private final Policies policies;
    private final RoleSessions sessions;

    Audit(Ground ground, Terminal terminal) {
        this.ground = ground;
        this.terminal = terminal;
        this.policies = ground.reading();
        this.sessions = ground.sessions(List.of());
    }

    /// The calls that it makes.
    static Calls calls(Rights rights) {
        return new Calls(actions(rights));
    }

    static SortedSet<String> actions(Rights rights) {
        var actions = new TreeSet<>(rights.actions(READING));
        rights.actions("list.json").stream()
                .filter(action -> action.startsWith("organizations:"))
                .forEach(actions::add);
        actions.addAll(rights.actions("stacks-reader.json"));
        actions.add("organizations:DescribeOrganization");
        actions.add("sts:AssumeRole");
        actions.add("sts:GetCallerIdentity");
        return actions;
    }

    Result run(Instant now) {
        var others = new ArrayList<OtherCluster>();
        var inventory = inventory(now, others);
        var clusters = Binding.of(inventory, policies, now);
        var report =
                new Judgement(policies, now).of(inventory, clusters, List.of(), Optional.empty());
        return new Result(report, others.stream().sorted().toList());
    }

    /// All that can be seen of the organization.
    Inventory inventory(Instant now) {
        return inventory(now, new ArrayList<>());
    }

    private Inventory inventory(Instant now, List<OtherCluster> others) {
        var views = new ArrayList<AccountView>();
        terminal.progress("Listing the organization");
        var manifest = manifest(now);
        if (manifest instanceof Manifest.Listed listed) {
            for (var survey : surveys(listed.accounts(), now)) {
                views.add(survey.view());
                others.addAll(survey.others());
            }
        }
        return Exclusions.leaveOut(
                new Inventory(manifest, views, vaults(now), vaultAccounts(now)),
                policies.estate(),
                now);
    }

    private Manifest manifest(Instant now) {
        var sweep = now.toString();
        return switch (ground.list()) {
            case Listing.Failed(var cause) -> new Manifest.NotListed(sweep, now, cause);
            case Listing.Listed(var accounts) ->
                    new Manifest.Listed(
                            sweep, now, accounts, policies.estate().sourceRegions(), stackSets());
        };
    }

    private List<StackSetView> stackSets() {
        return ground.layout().chosen()
                ? new AwsStackSets(ground.connection(), sessions, policies.estate()).read()
                : List.of();
    }

    private List<Survey> surveys(List<MemberAccount> accounts, Instant now) {
        var reader =
                new AwsAccount(
                        ground.connection(),
                        sessions,
                        policies,
                        new Parallel(terminal.concurrency(), () -> NO_HURRY));
        var surveys = new ArrayList<Survey>();
        for (var account : accounts) {
            var survey =
                    account.active()
                            ? reader.survey(account, now)
                            : new Survey(new AccountView.Inactive(account), List.of());
            surveys.add(survey);
            terminal.progress(
                    surveys.size() + " of " + accounts.size() + ": " + Progress.of(survey.view()));
        }
        return surveys;
    }

    private List<VaultView> vaults(Instant now) {
        if (!ground.layout().chosen()) {
            return policies.estate().vaults().stream()
                    .<VaultView>map(vault -> new VaultView.Absent(vault.arn(), NOT_LAID_OUT))
                    .toList();
        }
        terminal.progress("Reading the vault");
        var reader = new AwsVault(ground.connection(), sessions, policies.estate());
        return policies.estate().vaults().stream().map(vault -> reader.read(vault, now)).toList();
    }

    private List<VaultAccount> vaultAccounts(Instant now) {
        var accounts =
                policies.estate().vaults().stream().map(Estate.Vault::account).distinct().toList();
        if (!ground.layout().chosen()) {
            return accounts.stream()
                    .<VaultAccount>map(account -> new VaultAccount.Absent(account, NOT_LAID_OUT))
                    .toList();
        }
        var reader = new AwsVaultAccount(ground.connection(), sessions, policies.estate());
        return accounts.stream().map(account -> reader.read(account, now)).toList();
    }
}
