package secondbackup.simulation.resources;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.simulation.iam.AccessRequest;

/// Rights and attributes in few words.
final class Right {
    private Right() {}

    static List<AccessRequest> on(String arn, String... actions) {
        return List.of(actions).stream().map(action -> AccessRequest.of(action, arn)).toList();
    }

    /// The right to hand a role to a service, besides others; none where there is no role.
    ///
    /// @param service such as `lambda.amazonaws.com`
    static List<AccessRequest> passing(String roleArn, String service, List<AccessRequest> others) {
        if (roleArn.isEmpty()) {
            return others;
        }
        var all = new ArrayList<>(others);
        all.add(AccessRequest.of("iam:PassRole", roleArn).with("iam:PassedToService", service));
        return List.copyOf(all);
    }

    static SortedMap<String, String> sorted(Map<String, String> attributes) {
        return new TreeMap<>(attributes);
    }
}
