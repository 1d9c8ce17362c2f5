package secondbackup.gap;

import java.util.List;
import java.util.stream.Stream;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Manifest;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.VaultAccount;
import secondbackup.policy.Estate;
import secondbackup.policy.Policies;
import secondbackup.policy.Roster;

/// Who can act in the vaults' accounts, against the roster.
final class VaultAccountGaps {
    private static final String WHAT = "who can act in the vault's account";

    private final Roster roster;

    private VaultAccountGaps(Roster roster) {
        this.roster = roster;
    }

    static Stream<Gap> of(Inventory inventory, Policies policies) {
        var rule = new VaultAccountGaps(policies.roster());
        return policies.estate().vaults().stream()
                .map(Estate.Vault::account)
                .distinct()
                .sorted()
                .flatMap(account -> rule.of(account, inventory));
    }

    private Stream<Gap> of(AccountId account, Inventory inventory) {
        var subject = new Subject.OfAccount(known(account, inventory));
        var view =
                inventory.vaultAccounts().stream()
                        .filter(found -> found.account().equals(account))
                        .findFirst();
        return view.isEmpty()
                ? Stream.of(new Gap.StateUnknown(subject, WHAT, NotRead.CAUSE))
                : of(subject, view.get());
    }

    private Stream<Gap> of(Subject subject, VaultAccount view) {
        return switch (view) {
            case VaultAccount.Unreadable(_, var cause) ->
                    Stream.of(new Gap.StateUnknown(subject, WHAT, cause));
            case VaultAccount.Absent _ -> Stream.of();
            case VaultAccount.Seen seen ->
                    Stream.of(
                                    ofRoot(seen.root()),
                                    seen.users().stream().flatMap(this::ofUser),
                                    seen.roles().stream().flatMap(this::ofRole))
                            .flatMap(exposures -> exposures)
                            .map(exposure -> new Gap.VaultAccountExposed(subject, exposure));
        };
    }

    private static Stream<Exposure> ofRoot(VaultAccount.Root root) {
        var alone = root.password() && !root.mfa();
        return Stream.concat(
                root.accessKey() ? Stream.of(new Exposure.RootAccessKey()) : Stream.of(),
                alone ? Stream.of(new Exposure.RootWithoutMfa()) : Stream.of());
    }

    /// Whoever may be there may still be there with something that was not to be.
    private Stream<Exposure> ofUser(VaultAccount.User user) {
        return roster.names(user.arn())
                ? user.activeKeys().stream().map(key -> new Exposure.AccessKey(user.arn(), key))
                : Stream.of(new Exposure.Stranger(user.arn(), user.activeKeys()));
    }

    private Stream<Exposure> ofRole(VaultAccount.Role role) {
        var outsiders = roster.outsiders(role);
        return roster.names(role.arn())
                ? outsiders.stream().map(whom -> new Exposure.LetsIn(role.arn(), whom))
                : Stream.of(new Exposure.Stranger(role.arn(), outsiders));
    }

    /// The account as the organization lists it.
    private static MemberAccount known(AccountId account, Inventory inventory) {
        return listed(inventory.manifest()).stream()
                .filter(listed -> listed.id().equals(account))
                .findFirst()
                .orElseGet(() -> new MemberAccount(account, "vault", "", List.of()));
    }

    private static List<MemberAccount> listed(Manifest manifest) {
        return switch (manifest) {
            case Manifest.Listed list -> list.accounts();
            case Manifest.NotListed _ -> List.of();
        };
    }
}
