package secondbackup.simulation.cloudformation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// One service-managed StackSet of the management account.
public final class StackSet {
    /// Accounts to be reached, in Regions.
    ///
    /// @param units units or the root, with all beneath them
    /// @param accounts that `filter` adds, keeps or leaves out
    record Group(
            List<String> units,
            List<String> accounts,
            AccountFilter filter,
            List<String> regions) {}

    /// Source: AWS CloudFormation API model, DeploymentTargets, `AccountFilterType`, read 2026-11-27.
    enum AccountFilter {
        NONE,
        INTERSECTION,
        DIFFERENCE,
        UNION
    }

    /// One piece of work on some of its instances. It is done in the moment in which it begins.
    ///
    /// @param action `UPDATE` where the StackSet was deployed, `CREATE` where accounts came to it
    record Operation(String action, Instant at, boolean failed) {}

    /// What a StackSet is told to do.
    ///
    /// @param automatic whether accounts that come and go are followed
    /// @param retain whether stacks of accounts that go stay
    /// @param dependsOn ARNs of the StackSets that go first when accounts come
    /// @param toleranceCount failures for each Region that stop nothing
    /// @param tolerancePercentage the same in percent of the accounts; the count wins
    record Wish(
            String template,
            SequencedMap<String, String> parameters,
            List<Group> groups,
            boolean automatic,
            boolean retain,
            List<String> dependsOn,
            Optional<Long> toleranceCount,
            long tolerancePercentage) {

        long tolerated(int accounts) {
            return toleranceCount.orElse(accounts * tolerancePercentage / 100);
        }
    }

    public final String name;

    /// Name and UUID.
    public final String id;

    public final String arn;
    final TreeMap<String, StackInstance> instances = new TreeMap<>();
    final TreeMap<String, Operation> operations = new TreeMap<>();
    Wish wish;
    int made;

    StackSet(String name, String id, String arn, Wish wish) {
        this.name = name;
        this.id = id;
        this.arn = arn;
        this.wish = wish;
    }

    /// By account and Region.
    public List<StackInstance> instances() {
        return List.copyOf(instances.values());
    }

    public Optional<StackInstance> instance(String account, String region) {
        return Optional.ofNullable(instances.get(key(account, region)));
    }

    static String key(String account, String region) {
        return account + "/" + region;
    }

    Map<String, String> parameters() {
        return wish.parameters();
    }
}
