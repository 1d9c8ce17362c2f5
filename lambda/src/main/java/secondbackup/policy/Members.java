package secondbackup.policy;

import java.util.List;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.MemberAccount;

/// What every account with clusters is to have of ours, and which accounts those are.
///
/// @param units ids of organizational units, or of the root, whose accounts get it
/// @param spared accounts below them that never get it
public record Members(List<String> units, List<AccountId> spared, List<Role> roles) {
    /// The StackSet that puts the roles into one Region of every account.
    public static final String ROLES_STACK_SET = "second-backup-member-roles";

    /// The StackSet that puts key, vaults and plans into every source Region.
    public static final String BACKUP_STACK_SET = "second-backup-member-backup";

    public static final List<String> STACK_SETS = List.of(ROLES_STACK_SET, BACKUP_STACK_SET);

    /// Role of the management account that reads the StackSets and nothing else.
    public static final String STACKS_READER = "second-backup-stacks-reader";

    /// Files of the roles that every member account has.
    public static final List<String> ROLE_FILES =
            List.of(
                    "backup-role.json",
                    "copy-starter.json",
                    "member-events.json",
                    "survey-role.json");

    /// Stands for the account's number in a role's documents.
    static final String ACCOUNT = "#account#";

    /// One role of ours.
    ///
    /// @param file in `policies/rights`
    /// @param trust JSON of who may take it
    /// @param policy JSON of what it may do
    public record Role(String name, String file, String trust, String policy) {
        /// The same, as it is in one account.
        public Role in(AccountId account) {
            return new Role(
                    name,
                    file,
                    trust.replace(ACCOUNT, account.value()),
                    policy.replace(ACCOUNT, account.value()));
        }
    }

    public Members {
        units = List.copyOf(units);
        spared = spared.stream().distinct().sorted().toList();
        roles = List.copyOf(roles);
    }

    /// The same roles, where nothing has been laid out yet: no account is to have them.
    public Members unchosen() {
        return new Members(List.of(), spared, roles);
    }

    public List<String> roleNames() {
        return roles.stream().map(Role::name).toList();
    }

    /// Whether StackSets reach the account. The management account is never one of them.
    public boolean reach(MemberAccount account, Estate estate) {
        return account.units().stream().anyMatch(units::contains)
                && !spared.contains(account.id())
                && !account.id().equals(estate.managementAccount());
    }
}
