package secondbackup.report;

import java.util.List;
import java.util.Optional;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.policy.Binding;
import secondbackup.policy.Policies;
import secondbackup.sweep.Judgement;

/// What one sweep looked at, and the report that follows from it and the one before.
record Looked(String how, Inventory inventory, Policies policies) {
    static Looked at(String how, Given given) {
        return new Looked(how, given.inventory(), given.policies());
    }

    /// The organization could not be listed, so no account was surveyed; the vault was read.
    static Looked unlisted() {
        var manifest = new Manifest.NotListed(Sample.NOW.toString(), Sample.NOW, "AccessDenied");
        return of("organization not listed", manifest, List.of());
    }

    /// The organization has one account.
    static Looked alone(String how, AccountView view) {
        return listed(how, List.of(view));
    }

    /// The organization lists no account any more.
    static Looked nobody() {
        return listed("nobody listed", List.of());
    }

    private static Looked listed(String how, List<AccountView> views) {
        var manifest =
                new Manifest.Listed(
                        Sample.NOW.toString(),
                        Sample.NOW,
                        views.stream().map(AccountView::account).toList(),
                        List.of(Sample.REGION),
                        List.of());
        return of(how, manifest, views);
    }

    private static Looked of(String how, Manifest manifest, List<AccountView> accounts) {
        var given = Given.nothing();
        var vaults = given.inventory().vaults();
        var vaultAccounts = given.inventory().vaultAccounts();
        var inventory = new Inventory(manifest, accounts, vaults, vaultAccounts);
        return new Looked(how, inventory, given.policies());
    }

    Report report(Optional<Report> last) {
        var clusters = Binding.of(inventory, policies, Sample.NOW);
        return new Judgement(policies, Sample.NOW).of(inventory, clusters, List.of(), last);
    }
}
