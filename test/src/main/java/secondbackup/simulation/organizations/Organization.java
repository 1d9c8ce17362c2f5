package secondbackup.simulation.organizations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import secondbackup.simulation.iam.Guardrails;

/// The organization's own state: accounts, units, policies, and the Regions each account may use.
public final class Organization implements Guardrails {
    /// Life cycle of an account as `State` shows it (AWS Organizations API, `Account`).
    public enum AccountState {
        PENDING_ACTIVATION,
        ACTIVE,
        SUSPENDED,
        PENDING_CLOSURE,
        CLOSED
    }

    /// One member account, or the management account.
    public static final class Account {
        public final String id;
        public final Instant joinedAt;
        public String name;
        public String email;
        public AccountState state = AccountState.ACTIVE;

        /// Root or unit it hangs from.
        public String parent;

        /// Opt-in Regions that it has enabled, beyond those enabled by default.
        public final SortedSet<String> enabledRegions = new TreeSet<>();

        public Account(String id, String name, String email, String parent, Instant joinedAt) {
            this.id = id;
            this.name = name;
            this.email = email;
            this.parent = parent;
            this.joinedAt = joinedAt;
        }
    }

    /// One organizational unit, or the root.
    public static final class Unit {
        public final String id;
        public final String name;

        /// Empty for the root.
        public final String parent;

        public Unit(String id, String name, String parent) {
            this.id = id;
            this.name = name;
            this.parent = parent;
        }
    }

    public final String id;
    public final String managementAccount;

    /// JSON of the resource-based delegation policy, or empty.
    public String delegationPolicy = "";

    public final TreeMap<String, Account> accounts = new TreeMap<>();
    public final TreeMap<String, Unit> units = new TreeMap<>();

    /// Service control policies by what they are attached to (root, unit or account id).
    public final TreeMap<String, List<String>> policies = new TreeMap<>();

    public Organization(String id, String managementAccount) {
        this.id = id;
        this.managementAccount = managementAccount;
    }

    public Optional<Account> account(String account) {
        return Optional.ofNullable(accounts.get(account));
    }

    /// Whether calls of this account in this Region are answered at all.
    public boolean regionEnabled(String account, String region) {
        return accounts.containsKey(account) && !region.isEmpty();
    }

    @Override
    public List<List<String>> serviceControlPolicies(String account) {
        return List.of();
    }

    @Override
    public String organization(String account) {
        return accounts.containsKey(account) ? id : "";
    }

    @Override
    public String organizationPath(String account) {
        return id + "/" + account;
    }
}
