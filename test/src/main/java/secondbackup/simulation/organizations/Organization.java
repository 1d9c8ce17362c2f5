package secondbackup.simulation.organizations;

import java.time.Instant;
import java.util.ArrayList;
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

    /// The policy that allows everything, which AWS attaches to every new root, unit and account.
    ///
    /// Source: AWS Organizations User Guide, "SCP evaluation", read 2026-11-22.
    public static final String FULL_ACCESS =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}\
            """;

    public final String id;
    public final String managementAccount;

    /// JSON of the resource-based delegation policy, or empty.
    public String delegationPolicy = "";

    /// Services of AWS that it trusts, by their principals; StackSets are apart.
    public final TreeSet<String> trustedServices = new TreeSet<>();

    public boolean stackSetsTrusted;

    /// Share of listings that begin with an empty page or end with one.
    public double emptyPageShare = 0.1;

    public final TreeMap<String, Account> accounts = new TreeMap<>();
    public final TreeMap<String, Unit> units = new TreeMap<>();

    /// Accounts that live outside the organization.
    public final TreeMap<String, Account> outsiders = new TreeMap<>();

    /// A service control policy that was made by name.
    ///
    /// @param id such as `p-0123abcd`
    public record Control(String id, String name, String description, String content) {}

    /// Service control policies that were made by name, by id, whether attached or not.
    public final TreeMap<String, Control> controls = new TreeMap<>();

    /// Service control policies by what they are attached to (root, unit or account id). What has none
    /// attached allows nothing: [#FULL_ACCESS] must be attached like any other.
    public final TreeMap<String, List<String>> policies = new TreeMap<>();

    public Organization(String id, String managementAccount) {
        this.id = id;
        this.managementAccount = managementAccount;
    }

    /// An organization as AWS creates it: a root that allows everything, and the management account.
    public static Organization founded(String id, String managementAccount, Instant at) {
        var organization = new Organization(id, managementAccount);
        organization.unit("r-root", "Root", "");
        organization.join(managementAccount, "management", "r-root", at);
        return organization;
    }

    /// Adds a unit that allows everything.
    public Unit unit(String id, String name, String parent) {
        var unit = new Unit(id, name, parent);
        units.put(id, unit);
        policies.put(id, List.of(FULL_ACCESS));
        return unit;
    }

    /// Adds an account that allows everything.
    public Account join(String id, String name, String parent, Instant at) {
        var account = new Account(id, name, name + "@example.com", parent, at);
        accounts.put(id, account);
        policies.put(id, List.of(FULL_ACCESS));
        return account;
    }

    /// Lets an account leave; it lives on, outside.
    public void leave(String account) {
        var left = accounts.remove(account);
        if (left == null) {
            throw new IllegalArgumentException(account + " is no member of " + id);
        }
        policies.remove(account);
        outsiders.put(account, left);
    }

    /// Ends an account that was closed for good; nobody lists it any more.
    public void forget(String account) {
        accounts.remove(account);
        outsiders.remove(account);
        policies.remove(account);
    }

    /// A member of the organization.
    public Optional<Account> account(String account) {
        return Optional.ofNullable(accounts.get(account));
    }

    /// Any account, member or not.
    Optional<Account> anyAccount(String account) {
        return account(account).or(() -> Optional.ofNullable(outsiders.get(account)));
    }

    /// Whether calls of this account in this Region are answered at all: neither a Region that is not
    /// enabled nor an account that is suspended or closed knows its credentials.
    ///
    /// Source: AWS Account Management Reference Guide, "Enable or disable AWS Regions in your account"; AWS
    /// Organizations User Guide, "Monitor the state of your AWS accounts"; read 2026-11-22.
    public boolean regionEnabled(String account, String region) {
        return anyAccount(account).filter(found -> answers(found, region)).isPresent();
    }

    private static boolean answers(Account account, String region) {
        var alive =
                account.state == AccountState.ACTIVE
                        || account.state == AccountState.PENDING_CLOSURE;
        return alive && enabled(account, region);
    }

    static boolean enabled(Account account, String region) {
        return Regions.enabledByDefault(region)
                || (Regions.optIn(region) && account.enabledRegions.contains(region));
    }

    @Override
    public List<List<String>> serviceControlPolicies(String account) {
        if (account.equals(managementAccount) || !accounts.containsKey(account)) {
            return List.of();
        }
        var levels = new ArrayList<List<String>>();
        for (var unit : line(account)) {
            levels.add(policies.getOrDefault(unit, List.of()));
        }
        levels.add(policies.getOrDefault(account, List.of()));
        return levels;
    }

    @Override
    public String organization(String account) {
        return accounts.containsKey(account) ? id : "";
    }

    @Override
    public String organizationPath(String account) {
        return accounts.containsKey(account)
                ? id + "/" + String.join("/", line(account)) + "/"
                : "";
    }

    /// The units above an account, the root first.
    private List<String> line(String account) {
        var line = new ArrayList<String>();
        var next = account(account).map(found -> found.parent).orElse("");
        while (!next.isEmpty()) {
            line.addFirst(next);
            next = unit(next).parent;
        }
        return line;
    }

    private Unit unit(String unit) {
        var found = units.get(unit);
        if (found == null) {
            throw new IllegalStateException("no unit " + unit + " in organization " + id);
        }
        return found;
    }
}
