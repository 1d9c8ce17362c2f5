package secondbackup.simulation.iam;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The roles of all accounts.
public final class Roles {
    /// Longest session of a role that says nothing of it.
    public static final int SESSION_SECONDS = 3600;

    /// One role. Policies are JSON.
    public static final class Role {
        public final String account;
        public final String name;

        /// Such as `/` or `/aws-service-role/backup.amazonaws.com/`.
        public final String path;

        public final String uniqueId;
        public String trustPolicy;

        /// Longest session it allows (IAM API, `Role.MaxSessionDuration`).
        public Duration longestSession = Duration.ofSeconds(SESSION_SECONDS);

        /// Inline policies by name.
        public final SequencedMap<String, String> policies = new TreeMap<>();

        /// Managed policies by ARN.
        public final SequencedMap<String, String> attached = new TreeMap<>();

        public Role(String account, String name, String uniqueId, String trustPolicy) {
            this(account, name, "/", uniqueId, trustPolicy);
        }

        public Role(String account, String name, String path, String uniqueId, String trustPolicy) {
            this.account = account;
            this.name = name;
            this.path = path;
            this.uniqueId = uniqueId;
            this.trustPolicy = trustPolicy;
        }

        public String arn() {
            return "arn:aws:iam::" + account + ":role" + path + name;
        }
    }

    // By account and name: two roles of an account may not share a name, whatever their paths.
    private final TreeMap<String, Role> byName = new TreeMap<>();
    private final ManagedPolicies managed = new ManagedPolicies();
    private int made;

    /// The policies that can be attached to roles.
    public ManagedPolicies managed() {
        return managed;
    }

    /// How many roles were ever made, so that one that is made anew is another one.
    public int made() {
        return made;
    }

    public void put(Role role) {
        made++;
        byName.put(key(role.account, role.name), role);
    }

    public void remove(String account, String name) {
        byName.remove(key(account, name));
    }

    public Optional<Role> find(String account, String name) {
        return Optional.ofNullable(byName.get(key(account, name)));
    }

    /// The roles of an account, by name.
    public List<Role> of(String account) {
        return List.copyOf(byName.subMap(key(account, ""), key(account, "\uFFFF")).values());
    }

    private static String key(String account, String name) {
        return account + "/" + name;
    }
}
