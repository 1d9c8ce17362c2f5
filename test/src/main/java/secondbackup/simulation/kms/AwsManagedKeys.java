package secondbackup.simulation.kms;

import java.time.InstantSource;
import secondbackup.simulation.physics.Chance;

/// The keys that AWS makes in an account when a service first needs one.
///
/// Source: AWS KMS Developer Guide, "AWS managed keys", read 2026-11-22.
public final class AwsManagedKeys {
    private final Keys keys;
    private final Chance chance;
    private final InstantSource time;

    public AwsManagedKeys(Keys keys, Chance chance, InstantSource time) {
        this.keys = keys;
        this.chance = chance;
        this.time = time;
    }

    /// @param service such as `rds`, for the alias `aws/rds`
    public Keys.Key of(String account, String region, String service) {
        var alias = "aws/" + service;
        return keys.byAlias(account, region, alias).orElseGet(() -> make(account, region, service));
    }

    private Keys.Key make(String account, String region, String service) {
        var alias = "aws/" + service;
        var key =
                new Keys.Key(
                        account,
                        region,
                        chance.uuid("key", account, region, alias),
                        Keys.Manager.AWS,
                        KeyPolicies.awsManaged(account, region, service));
        key.alias = alias;
        key.description = "Default key that protects my " + service + " data";
        key.createdAt = time.instant();
        keys.put(key);
        return key;
    }
}
