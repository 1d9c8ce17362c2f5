package secondbackup.simulation.kms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import secondbackup.simulation.iam.Access;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.Principal;

/// The keys of all accounts and Regions.
public final class Keys {
    /// Who manages a key (AWS KMS API, `KeyManagerType`).
    public enum Manager {
        CUSTOMER,
        AWS
    }

    /// State of a key (AWS KMS API, `KeyState`).
    public enum State {
        ENABLED,
        DISABLED,
        PENDING_DELETION
    }

    /// One key.
    public static final class Key {
        public final String account;
        public final String region;
        public final String id;
        public final Manager manager;
        public State state = State.ENABLED;
        public String policy;

        /// Alias without `alias/`, or empty.
        public String alias = "";

        public @Nullable Instant deletionAt;
        public Instant createdAt = Instant.EPOCH;
        public String description = "";

        /// Whether its material is renewed by itself.
        public boolean rotates;

        public final SequencedMap<String, String> tags = new TreeMap<>();

        public Key(String account, String region, String id, Manager manager, String policy) {
            this.account = account;
            this.region = region;
            this.id = id;
            this.manager = manager;
            this.policy = policy;
        }

        public String arn() {
            return "arn:aws:kms:" + region + ":" + account + ":key/" + id;
        }
    }

    private final TreeMap<String, Key> byArn = new TreeMap<>();
    private final List<String> drawn = new ArrayList<>();
    private final Grants grants = new Grants();
    private final KeyRequests requests = new KeyRequests(grants);
    private final Access access;

    public Keys(Access access) {
        this.access = access;
    }

    public void put(Key key) {
        byArn.put(key.arn(), key);
    }

    public void remove(Key key) {
        byArn.remove(key.arn());
    }

    public Optional<Key> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /// The keys of all accounts, by ARN.
    public List<Key> all() {
        return List.copyOf(byArn.values());
    }

    /// Says what AWS KMS will draw for the next key of the ARN's account and Region: somebody wrote it down before.
    public void drawNext(String arn) {
        drawn.add(arn);
    }

    /// The id of a new key.
    ///
    /// @param chance draws one where none was said before
    String newId(String account, String region, Supplier<String> chance) {
        var before = "arn:aws:kms:" + region + ":" + account + ":key/";
        var said = drawn.stream().filter(arn -> arn.startsWith(before)).findFirst();
        said.ifPresent(drawn::remove);
        return said.map(arn -> arn.substring(before.length())).orElseGet(chance);
    }

    /// @param alias without `alias/`
    public Optional<Key> byAlias(String account, String region, String alias) {
        return in(account, region).stream().filter(key -> key.alias.equals(alias)).findFirst();
    }

    public List<Key> in(String account, String region) {
        return byArn.values().stream()
                .filter(key -> key.account.equals(account) && key.region.equals(region))
                .toList();
    }

    public Grants grants() {
        return grants;
    }

    /// What a direct call on a key needs.
    AccessRequest request(Principal caller, Key key, String action) {
        return requests.of(caller, key, action, "");
    }

    /// Whether a principal may use a key now: it exists, is enabled, and every action is allowed.
    ///
    /// The refusals are in AWS Backup's words for jobs.
    /// Source: AWS Backup Developer Guide, "AWS Backup console dashboards", message categories, read
    /// 2026-11-22.
    ///
    /// @param actions such as `kms:CreateGrant`
    /// @param viaService such as `rds.eu-west-1.amazonaws.com`, for `kms:ViaService`
    public Decision use(Principal caller, String keyArn, List<String> actions, String viaService) {
        var key = byArn.get(keyArn);
        if (key == null) {
            return new Decision.Denied("Given key ID does not exist");
        }
        var may =
                key.state == State.ENABLED
                        && actions.stream()
                                .allMatch(action -> allows(caller, key, action, viaService));
        return may
                ? new Decision.Allowed()
                : new Decision.Denied(
                        "KMS key is either disabled or pending deletion or access to KMS key is denied");
    }

    private boolean allows(Principal caller, Key key, String action, String viaService) {
        var request = requests.of(caller, key, action, viaService);
        return access.decide(caller, key.region, request).allowed();
    }
}
