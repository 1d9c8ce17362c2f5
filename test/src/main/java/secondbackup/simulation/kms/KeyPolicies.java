package secondbackup.simulation.kms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The key policies that AWS itself writes.
public final class KeyPolicies {
    private KeyPolicies() {}

    /// The policy of a key made without one: the account's own policies decide.
    ///
    /// Source: AWS KMS Developer Guide, "Default key policy", read 2026-11-22.
    public static String standard(String account) {
        return read("key-default").replace("${account}", account);
    }

    /// The policy of an AWS managed key, which nobody can change: use within the account and through its
    /// service only.
    ///
    /// Source: AWS KMS Developer Guide, "AWS managed keys" and "kms:ViaService", read 2026-11-22.
    ///
    /// @param service such as `rds`
    public static String awsManaged(String account, String region, String service) {
        return read("key-aws-managed")
                .replace("${account}", account)
                .replace("${region}", region)
                .replace("${service}", service);
    }

    static String read(String name) {
        var path = "/simulation/policies/" + name + ".json";
        try (var stream = KeyPolicies.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("cannot read " + path, unreadable);
        }
    }
}
