package secondbackup.simulation.iam;

import java.util.List;

/// The condition keys of a request.
@FunctionalInterface
interface Keys {
    /// @param key in lower case
    /// @return empty where the request does not have the key
    List<String> values(String key);
}
