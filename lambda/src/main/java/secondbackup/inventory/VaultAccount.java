package secondbackup.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Who can act in a vault's account, as its IAM tells it: read there, by whoever reads the vault.
public sealed interface VaultAccount {
    AccountId account();

    record Seen(AccountId account, Instant readAt, Root root, List<User> users, List<Role> roles)
            implements VaultAccount {
        public Seen {
            users = users.stream().sorted(Comparator.comparing(User::arn)).toList();
            roles = roles.stream().sorted(Comparator.comparing(Role::arn)).toList();
        }
    }

    /// No account of this organization has been chosen for the vault.
    ///
    /// @param cause how that is known
    record Absent(AccountId account, String cause) implements VaultAccount {}

    /// IAM could not be read, so nothing is known about who can act there.
    record Unreadable(AccountId account, String cause) implements VaultAccount {}

    /// The account's root user.
    ///
    /// @param accessKey whether it has access keys
    /// @param password whether it can sign in with one
    /// @param mfa whether that needs a second factor
    record Root(boolean accessKey, boolean password, boolean mfa) {}

    /// An IAM user.
    ///
    /// @param activeKeys ids of the access keys that can be used
    record User(Arn arn, List<String> activeKeys) {
        public User {
            activeKeys = activeKeys.stream().sorted().toList();
        }
    }

    /// A role, those of AWS's services and of IAM Identity Center included.
    ///
    /// @param trust JSON of its trust policy
    record Role(Arn arn, String trust) {}
}
