package secondbackup.simulation.iam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What AWS lets its service-linked roles do.
final class ServiceLinkedPolicies {
    // Source: AWS Managed Policy Reference, AWSBackupServiceLinkedRolePolicyForBackup v31, read
    // 2026-11-22:
    // its statements on the services that are simulated.
    private static final String BACKUP =
            read("/simulation/AWSBackupServiceLinkedRolePolicyForBackup.json");

    private ServiceLinkedPolicies() {}

    /// Fails: IllegalArgumentException naming a role whose policy was never written down.
    static String of(String role) {
        if (role.equals("AWSServiceRoleForBackup")) {
            return BACKUP;
        }
        throw new IllegalArgumentException("no policy known for the service-linked role " + role);
    }

    private static String read(String resource) {
        try (var stream = ServiceLinkedPolicies.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("reading " + resource, failure);
        }
    }
}
