package secondbackup.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// All checks over all facts, in the order in which their findings are to be put right.
public final class Checkup {
    private Checkup() {}

    public static List<Finding> of(Facts facts) {
        return Stream.of(
                        OrganizationRules.of(facts),
                        new AccountRules(facts).findings(),
                        new VaultRules(facts).findings(),
                        new KeyRules(facts).findings(),
                        QuotaRules.of(facts))
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Finding::check).thenComparing(Finding::where))
                .toList();
    }
}
