package secondbackup.report;

import java.util.function.Predicate;
import java.util.stream.Stream;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.RecoveryView;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.RoleView;
import secondbackup.inventory.StackSetView;
import secondbackup.inventory.VaultAccount;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;
import secondbackup.report.Report.GapLine;
import secondbackup.verify.RestoreChecker;

/// What a sweep did not see. Each question is answered with yes where that could not be read, and where it was to be
/// read and is not in the inventory at all.
final class Unseen {
    private static final String VAULT = ":backup-vault:";

    private final Inventory inventory;
    private final Estate estate;
    private final Sight sight;

    Unseen(Inventory inventory, Estate estate) {
        this.inventory = inventory;
        this.estate = estate;
        this.sight = new Sight(inventory, estate);
    }

    static boolean ofVault(GapLine line) {
        return line.arn().contains(VAULT);
    }

    /// The list of accounts.
    boolean organization() {
        return inventory.manifest() instanceof Manifest.NotListed;
    }

    /// The account that a gap is about, or the Region in it.
    boolean place(GapLine line) {
        return line.account().filter(id -> place(id, line.region())).isPresent();
    }

    /// @param region may be empty
    boolean place(AccountId id, String region) {
        var view =
                inventory.accounts().stream()
                        .filter(account -> account.account().id().equals(id))
                        .findFirst();
        if (view.isEmpty()) {
            return organization()
                    || sight.withoutPart().stream().anyMatch(account -> account.id().equals(id));
        }
        return switch (view.get()) {
            case AccountView.Unreadable _, AccountView.Inactive _ -> true;
            case AccountView.Excluded _ -> false;
            case AccountView.Seen seen ->
                    !region.isEmpty()
                            && seen.regions().stream()
                                    .filter(Unseen::read)
                                    .noneMatch(found -> found.region().value().equals(region));
        };
    }

    /// Whoever closes or disables a Region, or takes it from the list, does not make its clusters disappear.
    ///
    /// Source: AWS Account Management API, `DisableRegion`, read 2026-11-22: disabling a Region removes the access
    /// to what resides in it.
    private static boolean read(RegionView view) {
        return switch (view) {
            case RegionView.Source _, RegionView.Elsewhere _ -> true;
            case RegionView.Closed _, RegionView.NotEnabled _, RegionView.Unreadable _ -> false;
        };
    }

    /// Some account, or some Region of one, of all that are not left out.
    boolean somewhere() {
        return organization()
                || !sight.withoutPart().isEmpty()
                || inventory.accounts().stream().anyMatch(this::partly);
    }

    /// The same of all that are active. From others nothing is copied, so they take no slots.
    boolean somewhereActive() {
        return organization()
                || sight.withoutPart().stream().anyMatch(MemberAccount::active)
                || inventory.accounts().stream()
                        .anyMatch(view -> !(view instanceof AccountView.Inactive) && partly(view));
    }

    /// An account, or some Region of it.
    boolean anywhereIn(AccountId id) {
        return place(id, "")
                || inventory.accounts().stream()
                        .anyMatch(view -> view.account().id().equals(id) && partly(view));
    }

    private boolean partly(AccountView view) {
        return switch (view) {
            case AccountView.Unreadable _, AccountView.Inactive _ -> true;
            case AccountView.Excluded _ -> false;
            case AccountView.Seen seen ->
                    seen.regions().stream().anyMatch(region -> sight.cause(region).isPresent());
        };
    }

    /// A role of ours in the account that a gap is about.
    boolean role(GapLine line) {
        return seen().filter(view -> line.account().filter(view.account().id()::equals).isPresent())
                .flatMap(view -> view.roles().stream())
                .anyMatch(RoleView.Unreadable.class::isInstance);
    }

    /// A StackSet of ours.
    boolean stackSets() {
        return inventory.manifest() instanceof Manifest.Listed listed
                && listed.stackSets().stream().anyMatch(StackSetView.Unreadable.class::isInstance);
    }

    /// The vault that a gap is about.
    boolean vault(GapLine line) {
        return estate.vaults().stream()
                .filter(vault -> vault.arn().value().equals(line.arn()))
                .anyMatch(this::unread);
    }

    boolean anyVault() {
        return estate.vaults().stream().anyMatch(this::unread);
    }

    private boolean unread(Estate.Vault vault) {
        return inventory.vaults().stream()
                .filter(view -> view.vault().equals(vault.arn()))
                .allMatch(VaultView.Unreadable.class::isInstance);
    }

    boolean vaultKey(GapLine line) {
        return vaults(view ->
                view.vault().value().equals(line.arn())
                        && view.key() instanceof VaultView.VaultKey.Unreadable);
    }

    /// Which engine versions there are where a vault is.
    boolean engines() {
        return vaults(view -> view.engines() instanceof EngineCatalog.Unread);
    }

    /// Who can act in the account that a gap is about, as long as it is a vault's.
    boolean vaultAccount(GapLine line) {
        return line.account()
                .filter(id -> estate.vaults().stream().anyMatch(one -> one.account().equals(id)))
                .filter(id ->
                        inventory.vaultAccounts().stream()
                                .filter(view -> view.account().equals(id))
                                .allMatch(VaultAccount.Unreadable.class::isInstance))
                .isPresent();
    }

    /// Where copies are brought back, which nobody looks at without having seen a vault.
    boolean recovery() {
        return !vaults(_ -> true)
                || estate.recoveryVault()
                        .map(vault -> RestoreChecker.view(vault, inventory))
                        .filter(RecoveryView.Unreadable.class::isInstance)
                        .isPresent();
    }

    /// Whether a gap is about the place into which copies are brought back.
    boolean ofRecovery(GapLine line) {
        return estate.recoveryVault()
                .filter(vault -> vault.regionText().equals(line.region()))
                .flatMap(vault ->
                        line.account().filter(id -> id.value().equals(vault.accountText())))
                .isPresent();
    }

    private boolean vaults(Predicate<VaultView.Seen> which) {
        return inventory.vaults().stream()
                .filter(VaultView.Seen.class::isInstance)
                .map(VaultView.Seen.class::cast)
                .anyMatch(which);
    }

    private Stream<AccountView.Seen> seen() {
        return inventory.accounts().stream()
                .filter(AccountView.Seen.class::isInstance)
                .map(AccountView.Seen.class::cast);
    }
}
