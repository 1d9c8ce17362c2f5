package secondbackup.benchmark;

/// How many calls a sweep makes, from List to Verify, in an organization whose plans have one selection each, and whose
/// clusters lie in one source Region of each account.
///
/// Everything is a look at something that no other call tells, on pages as large as AWS makes them: 1,000 recovery
/// points, copy jobs and files, 100 clusters and snapshots, 20 accounts. So this is also the least that is possible, but
/// for one thing: each Survey reads the manifest, which its event could tell. A sweep is to believe no event, and pays
/// one call for each account.
///
/// - The organization: its roots once, of each unit its accounts and its units, and all accounts once more: one that
///   moves while the tree is read must not be missed. How the instances of the two StackSets stand.
/// - Each account: a session, its Regions, the four roles of ours with whom they trust and what they may do, its
///   clusters in every Region, and the file of what was seen. The vault account has but one of the roles, no plan and no
///   vault of a member; the recovery account is asked for four things more that a restore needs.
/// - Each source Region: the opt-in, plans and selections, the vaults, their points, the copy jobs of 30 days; where
///   there are clusters, their sizes and keys, and the last backup jobs; where there are points, the snapshots behind them.
/// - The vault: what it is, its policy, its key, its legal holds, the points in it, and the snapshots behind them; which
///   engine versions can be created there, and who can act in its account. A list of 35,000 copies says nothing of the
///   snapshot behind one, and RDS lists no more than 100 at a time.
/// - The files: each account's, the manifest twice, the newest orders and report, what the next orders hang on, and
///   the report with page and sheets, by its own name and as the latest.
///
/// So the calls grow with pages alone: a day more of history costs a call for each 1,000 points and each 100 snapshots.
///
/// @param accounts active ones, of which `guarded` have clusters
/// @param units organizational units and the root
/// @param regions enabled in each account
/// @param sourceRegions with plans
/// @param clusters in each guarded account, under one key
/// @param days of copies in the vault
public record SweepCalls(
        long accounts,
        long guarded,
        long units,
        long regions,
        long sourceRegions,
        long clusters,
        long days) {
    private static final long ACCOUNTS_PAGE = 20;
    private static final long STACKS_PAGE = 100;
    private static final long ROLES = 4;

    /// Users in the vault account, each asked for its access keys.
    private static final long PEOPLE = 2;

    private static final long PAGE = 1_000;
    private static final long RDS_PAGE = 100;
    private static final long SIZES_PAGE = 500;
    private static final long SOURCE_DAYS = 7;
    private static final long JOB_DAYS = 30;

    /// @param pages of the units' accounts, together
    public long total(long pages) {
        return organization(pages)
                + stackSets()
                + accounts * account()
                + roles()
                + (accounts - 1) * sourceRegions * member()
                + restore()
                + places()
                + vault()
                + files();
    }

    /// Without the manifest that each Survey reads.
    ///
    /// @param pages of the units' accounts, together
    public long least(long pages) {
        return total(pages) - accounts;
    }

    private long organization(long pages) {
        return 1 + pages + units + pages(accounts, ACCOUNTS_PAGE);
    }

    /// In every account but the vault's and the management account.
    private long stackSets() {
        var session = 1;
        var instances = accounts - 2;
        return session
                + pages(instances, STACKS_PAGE)
                + pages(instances * sourceRegions, STACKS_PAGE);
    }

    /// Without what there is to see only where clusters, or plans, are.
    private long account() {
        var session = 1;
        var listRegions = 1;
        var optIn = 1;
        var plans = 1;
        var vaults = 1;
        var jobs = 1;
        return session + listRegions + regions + sourceRegions * (optIn + plans + vaults + jobs);
    }

    /// One policy each. The vault account lacks three of the four.
    private long roles() {
        var role = 1 + 1 + 1 + 1;
        return (accounts - 1) * ROLES * role + role + ROLES - 1;
    }

    /// One plan with one selection, and two vaults.
    private static long member() {
        return 3 + 2;
    }

    private static long restore() {
        return 4;
    }

    private long places() {
        var points = clusters * Math.min(days, SOURCE_DAYS);
        var more =
                pages(clusters, RDS_PAGE)
                        - 1
                        + pages(points, PAGE)
                        - 1
                        + pages(clusters * Math.min(days, JOB_DAYS), PAGE)
                        - 1;
        var snapshots = points == 0 ? 0 : pages(points, RDS_PAGE);
        var key = 2;
        var backupJobs = 1;
        return guarded * (more + snapshots + pages(clusters, SIZES_PAGE) + key + backupJobs);
    }

    private long vault() {
        var copies = guarded * clusters * days;
        var session = 1;
        var vaultAndPolicy = 2;
        var key = 2;
        var holds = 1;
        var engines = 2 * 2;
        var whoCanAct = 2 + PEOPLE;
        return session
                + vaultAndPolicy
                + key
                + holds
                + engines
                + whoCanAct
                + pages(copies, PAGE)
                + pages(copies, RDS_PAGE);
    }

    private long files() {
        var manifest = 2;
        var latest = 2;
        var inventory = 1;
        var report = 2 * 4;
        return manifest
                + latest
                + inventory
                + report
                + pages(accounts, PAGE)
                + accounts * (1 + 1 + 1);
    }

    /// An empty list is told on one page, too.
    private static long pages(long items, long page) {
        return Math.max(1, (items + page - 1) / page);
    }
}
