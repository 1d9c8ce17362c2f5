package secondbackup.simulation.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The roles of all accounts.
public final class Roles {
    /// One role. Policies are JSON; a policy's name is its key.
    public static final class Role {
        public final String account;
        public final String name;
        public final String uniqueId;
        public String trustPolicy;
        public final SequencedMap<String, String> policies = new TreeMap<>();

        public Role(String account, String name, String uniqueId, String trustPolicy) {
            this.account = account;
            this.name = name;
            this.uniqueId = uniqueId;
            this.trustPolicy = trustPolicy;
        }

        public String arn() {
            return "arn:aws:iam::" + account + ":role/" + name;
        }
    }

    private final TreeMap<String, Role> byArn = new TreeMap<>();

    public void put(Role role) {
        byArn.put(role.arn(), role);
    }

    public void remove(String account, String name) {
        byArn.remove("arn:aws:iam::" + account + ":role/" + name);
    }

    public Optional<Role> find(String account, String name) {
        return Optional.ofNullable(byArn.get("arn:aws:iam::" + account + ":role/" + name));
    }

    public List<Role> of(String account) {
        var found = new ArrayList<Role>();
        for (var role : byArn.values()) {
            if (role.account.equals(account)) {
                found.add(role);
            }
        }
        return found;
    }
}
