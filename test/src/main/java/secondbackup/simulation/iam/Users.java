package secondbackup.simulation.iam;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The IAM users of all accounts, and their root users. Users sign in to nothing here: they are there to be seen. (Who
/// calls as an account's administrator is none of them.)
public final class Users {
    /// One user.
    public static final class User {
        public final String account;
        public final String name;

        /// Such as `/` or `/recovery/`.
        public final String path;

        public final String uniqueId;

        /// Status of each access key by its id: `Active` or `Inactive`.
        public final SequencedMap<String, String> accessKeys = new TreeMap<>();

        public User(String account, String name, String path, String uniqueId) {
            this.account = account;
            this.name = name;
            this.path = path;
            this.uniqueId = uniqueId;
        }

        public String arn() {
            return "arn:aws:iam::" + account + ":user" + path + name;
        }
    }

    /// The root user of an account, as most organizations keep it: a password that is locked away, and a second factor.
    public static final class Root {
        public boolean accessKey;
        public boolean password = true;
        public boolean mfa = true;
    }

    // By account and name: two users of an account may not share a name, whatever their paths.
    private final TreeMap<String, User> byName = new TreeMap<>();
    private final TreeMap<String, Root> roots = new TreeMap<>();

    public void put(User user) {
        byName.put(key(user.account, user.name), user);
    }

    public void remove(User user) {
        byName.remove(key(user.account, user.name));
    }

    public Optional<User> find(String account, String name) {
        return Optional.ofNullable(byName.get(key(account, name)));
    }

    /// The users of an account, by name.
    public List<User> of(String account) {
        return List.copyOf(byName.subMap(key(account, ""), key(account, "\uFFFF")).values());
    }

    public Root root(String account) {
        return roots.computeIfAbsent(account, _ -> new Root());
    }

    private static String key(String account, String name) {
        return account + "/" + name;
    }
}
