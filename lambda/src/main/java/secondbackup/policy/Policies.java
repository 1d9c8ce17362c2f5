package secondbackup.policy;

import java.util.Comparator;
import java.util.List;

/// All that `policies/` says.
public record Policies(Estate estate, List<PromiseRule> rules, Roster roster) {
    public Policies {
        rules = rules.stream().sorted(Comparator.comparing(PromiseRule::file)).toList();
    }
}
