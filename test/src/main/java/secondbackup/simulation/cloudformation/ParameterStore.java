package secondbackup.simulation.cloudformation;

import java.util.TreeMap;
import secondbackup.simulation.wire.AwsError;

/// The parameters of AWS Systems Manager that templates may name, such as the version that `cdk bootstrap` leaves.
public final class ParameterStore {
    private final TreeMap<String, String> values = new TreeMap<>();

    public void put(String account, String region, String name, String value) {
        values.put(key(account, region, name), value);
    }

    /// Fails: `ValidationError` where there is none.
    String value(String account, String region, String name) {
        var value = values.get(key(account, region, name));
        if (value == null) {
            throw new AwsError(
                    400,
                    "ValidationError",
                    "Unable to fetch parameters ["
                            + name
                            + "] from parameter store for this account.");
        }
        return value;
    }

    private static String key(String account, String region, String name) {
        return account + "/" + region + "/" + name;
    }
}
