package secondbackup.simulation.secrets;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The secrets of all accounts and Regions.
public final class Secrets {
    /// One secret.
    public static final class Secret {
        public final String account;
        public final String region;
        public final String name;

        /// The six letters that Secrets Manager adds to the name in the ARN.
        public final String suffix;

        public final Instant createdAt;

        public String text;
        public String versionId;

        /// JSON, or empty.
        public String policy = "";

        /// ARN of a customer managed key, or empty for the account's `aws/secretsmanager`.
        public String keyArn = "";

        public Secret(
                String account,
                String region,
                String name,
                String suffix,
                Instant createdAt,
                String versionId,
                String text) {
            this.account = account;
            this.region = region;
            this.name = name;
            this.suffix = suffix;
            this.createdAt = createdAt;
            this.versionId = versionId;
            this.text = text;
        }

        public String arn() {
            return partialArn() + "-" + suffix;
        }

        String partialArn() {
            return "arn:aws:secretsmanager:" + region + ":" + account + ":secret:" + name;
        }
    }

    private final TreeMap<String, Secret> byArn = new TreeMap<>();

    public void put(Secret secret) {
        byArn.put(secret.arn(), secret);
    }

    public void remove(Secret secret) {
        byArn.remove(secret.arn());
    }

    /// @param id name, ARN, or ARN without the six letters; other accounts' secrets only by ARN
    public Optional<Secret> find(String account, String region, String id) {
        return byArn.values().stream()
                .filter(secret -> secret.region.equals(region))
                .filter(secret ->
                        (secret.account.equals(account) && secret.name.equals(id))
                                || secret.arn().equals(id)
                                || secret.partialArn().equals(id))
                .findFirst();
    }

    public List<Secret> all() {
        return List.copyOf(byArn.values());
    }
}
