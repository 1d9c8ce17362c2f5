package secondbackup.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.copy.Groundwork;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.VaultAccount;
import secondbackup.page.Papers;
import secondbackup.page.Template;
import secondbackup.policy.Binding;
import secondbackup.policy.Estate;
import secondbackup.policy.Exclusions;
import secondbackup.policy.Policies;
import secondbackup.policy.Prices;
import secondbackup.report.PlainText;
import secondbackup.report.Report;
import secondbackup.verify.LastCopies;

/// Ends a sweep: reads the vaults and who can act in their accounts, judges every cluster, finds the gaps and writes the report. It works from
/// the manifest, so an account whose survey left nothing behind is an account that was not seen.
///
/// A sweep that could not list the organization leaves what the next orders hang on as it was: copies of the
/// clusters that are known go on.
///
/// The report that machines read is written last: where it is, the page and the sheets are too.
///
/// A sweep that began too long ago is reported all the same, with the gap that says so.
///
/// Fails: IllegalArgumentException when the sweep has no manifest, or a newer one has been reported already.
public record VerifySweep(
        SweepStore store,
        VaultReader vaults,
        VaultAccountReader vaultAccounts,
        Policies policies,
        Prices prices,
        Template template,
        Ledger ledger,
        HoldSetter holds) {
    public Report run(String sweep, Instant now) {
        var manifest =
                store.manifest(sweep)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "sweep '" + sweep + "' has no manifest"));
        var latest = store.latestReport();
        latest.ifPresent(report -> refuseAnOlder(sweep, report.sweep()));
        var seen =
                policies.estate().vaults().stream().map(vault -> vaults.read(vault, now)).toList();
        var inventory =
                Exclusions.leaveOut(
                        new Inventory(manifest, accounts(manifest), seen, vaultAccounts(now)),
                        policies.estate(),
                        now);
        var clusters = Binding.of(inventory, policies, now);
        if (manifest instanceof Manifest.Listed) {
            store.write(Groundwork.of(inventory, clusters, policies.estate()));
        }
        var before = before(sweep, latest);
        var orders = store.latestOrders().orElseGet(() -> OrderPart.empty(now));
        var judgement = new Judgement(policies, prices, orders.waiting(), now);
        var verdicts = judgement.verdicts(inventory, clusters);
        var report =
                judgement
                        .of(inventory, clusters, verdicts, orders.refusals(), before)
                        .withUnseen(new LedgerKeeping(ledger).keep(before, now))
                        .withUnseen(hold(LastCopies.of(verdicts, policies.estate(), now)));
        store.write(sweep, Papers.of(report, template));
        store.write(report);
        return report;
    }

    private List<VaultAccount> vaultAccounts(Instant now) {
        return policies.estate().vaults().stream()
                .map(Estate.Vault::account)
                .distinct()
                .map(account -> vaultAccounts.read(account, now))
                .toList();
    }

    /// @return a sentence for each last copy that could not be held
    private List<String> hold(LastCopies last) {
        return last.orders().stream()
                .flatMap(order ->
                        holds.set(order).stream()
                                .map(cause ->
                                        "The legal hold that was to keep copy "
                                                + order.copy()
                                                + ": "
                                                + PlainText.message(cause)))
                .toList();
    }

    /// What was seen later stands: people, and the next orders, go by the newest.
    private static void refuseAnOlder(String sweep, String reported) {
        if (Instant.parse(sweep).isBefore(Instant.parse(reported))) {
            throw new IllegalArgumentException(
                    "sweep '"
                            + sweep
                            + "' is older than the last that was reported, '"
                            + reported
                            + "'");
        }
    }

    /// The report of the sweep before this one, also when this one is verified a second time.
    private Optional<Report> before(String sweep, Optional<Report> latest) {
        return latest.filter(report -> report.sweep().equals(sweep)).isPresent()
                ? latest.flatMap(Report::lastSweep).flatMap(store::report)
                : latest;
    }

    private List<AccountView> accounts(Manifest manifest) {
        return switch (manifest) {
            case Manifest.NotListed _ -> List.of();
            case Manifest.Listed listed -> {
                var parts = parts(listed.sweep());
                yield listed.accounts().stream().map(account -> view(account, parts)).toList();
            }
        };
    }

    private SortedMap<AccountId, AccountView> parts(String sweep) {
        var parts = new TreeMap<AccountId, AccountView>();
        store.parts(sweep).forEach(part -> parts.put(part.account().id(), part));
        return parts;
    }

    private static AccountView view(
            MemberAccount account, SortedMap<AccountId, AccountView> parts) {
        var part = parts.get(account.id());
        if (part != null) {
            return part;
        }
        return account.active()
                ? new AccountView.Unreadable(
                        account, "its survey left nothing behind that can be read")
                : new AccountView.Inactive(account);
    }
}
