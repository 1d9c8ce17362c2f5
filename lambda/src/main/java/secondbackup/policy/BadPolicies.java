package secondbackup.policy;

import java.util.List;

/// `policies/` cannot be used. The message names every problem: file, field, value, what was expected.
public final class BadPolicies extends RuntimeException {
    public BadPolicies(List<String> problems) {
        super(problems.size() + " problems in policies:\n  - " + String.join("\n  - ", problems));
    }
}
