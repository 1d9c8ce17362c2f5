package secondbackup.simulation.wire;

import java.util.Optional;
import secondbackup.simulation.iam.Principal;

/// Who holds an access key. Its edge is STS.
@FunctionalInterface
public interface Credentials {
    /// @return empty where nobody does, or where the session has expired
    Optional<Principal> holder(String accessKeyId);

    /// Whether a key without a holder once had one: AWS tells expired sessions from unknown keys.
    default boolean expired(String accessKeyId) {
        return false;
    }
}
