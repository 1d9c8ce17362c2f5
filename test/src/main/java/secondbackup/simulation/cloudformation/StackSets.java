package secondbackup.simulation.cloudformation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.organizations.Organization.AccountState;
import secondbackup.simulation.physics.Chance;
import secondbackup.simulation.physics.SimulatedTime;

/// The StackSets of the organization: each is brought to all its accounts and Regions when it is made or changed, and
/// those with automatic deployment look every ten minutes for accounts that came, moved or went.
///
/// How soon AWS follows an account is not documented; ten minutes stand for "after a while". An instance that failed, and
/// one whose account was suspended, waits for the StackSet's next update: automatic deployment follows accounts alone.
///
/// Source: AWS CloudFormation User Guide, "Enable or disable automatic deployments for StackSets in AWS Organizations";
/// Template Reference, "AWS::CloudFormation::StackSet AutoDeployment"; read 2026-11-27.
public final class StackSets {
    private static final Duration ROUND = Duration.ofMinutes(10);

    private final Deployments deployments;
    private final Organization organization;
    private final Targets targets;
    private final InstanceWork work;
    private final Chance chance;
    private final SimulatedTime time;
    private final TreeMap<String, StackSet> byName = new TreeMap<>();
    private boolean watching;

    public StackSets(
            Deployments deployments,
            Organization organization,
            Roles roles,
            Chance chance,
            SimulatedTime time) {
        this.deployments = deployments;
        this.organization = organization;
        this.targets = new Targets(organization);
        var role = new ExecutionRole(roles, chance, organization.managementAccount);
        this.work = new InstanceWork(deployments, organization, role);
        this.chance = chance;
        this.time = time;
    }

    public Optional<StackSet> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<StackSet> byId(String id) {
        return byName.values().stream().filter(set -> set.id.equals(id)).findFirst();
    }

    public List<StackSet> all() {
        return List.copyOf(byName.values());
    }

    Organization organization() {
        return organization;
    }

    Deployments deployments() {
        return deployments;
    }

    StackSet add(String name, String region, StackSet.Wish wish) {
        var id = name + ":" + chance.uuid("stack set", name, time.instant());
        var account = organization.managementAccount;
        var arn = "arn:aws:cloudformation:" + region + ":" + account + ":stackset/" + id;
        var set = new StackSet(name, id, arn, wish);
        byName.put(name, set);
        watch();
        return set;
    }

    /// Brings a StackSet to all that it is to reach, and away from all else.
    ///
    /// @return what failed beyond what is tolerated, or empty
    String apply(StackSet set) {
        var wanted = targets.of(set.wish.groups());
        for (var instance : set.instances()) {
            if (!wanted.containsKey(StackSet.key(instance.account, instance.region))) {
                work.remove(set, instance, false);
            }
        }
        var instances = new ArrayList<StackInstance>();
        wanted.forEach((key, target) -> instances.add(instance(set, key, target)));
        return deploy(set, "UPDATE", instances);
    }

    private String deploy(StackSet set, String action, List<StackInstance> instances) {
        if (instances.isEmpty()) {
            return "";
        }
        var id = chance.uuid("stack set operation", set.id, set.operations.size());
        instances.forEach(instance -> instance.operation = id);
        var failed = work.deploy(set, instances);
        set.operations.put(id, new StackSet.Operation(action, time.instant(), !failed.isEmpty()));
        return failed;
    }

    private StackInstance instance(StackSet set, String key, Targets.Target target) {
        var there = set.instances.get(key);
        return there != null ? there : begun(set, key, target);
    }

    private StackInstance begun(StackSet set, String key, Targets.Target target) {
        set.made++;
        var uuid = chance.uuid("stack instance", set.id, key, set.made);
        var instance =
                new StackInstance(
                        target.account(),
                        target.region(),
                        target.unit(),
                        "StackSet-" + set.name + "-" + uuid);
        set.instances.put(key, instance);
        return instance;
    }

    /// @return what could not be removed, or empty; the StackSet stays then
    String remove(StackSet set) {
        set.instances().forEach(instance -> work.remove(set, instance, false));
        if (set.instances.isEmpty()) {
            byName.remove(set.name);
            return "";
        }
        return "StackSet is not empty: " + set.instances();
    }

    private void watch() {
        if (!watching) {
            watching = true;
            time.after(ROUND, "StackSets look for accounts", this::round);
        }
    }

    private void round() {
        watching = false;
        var failed = new TreeSet<String>();
        for (var set : inOrder()) {
            if (set.wish.automatic()
                    && set.wish.dependsOn().stream().noneMatch(failed::contains)
                    && !follow(set).isEmpty()) {
                failed.add(set.arn);
            }
        }
        if (!byName.isEmpty()) {
            watch();
        }
    }

    /// Those that others depend on come first.
    private List<StackSet> inOrder() {
        var order = new ArrayList<StackSet>();
        var left = new ArrayList<>(byName.values());
        while (!left.isEmpty()) {
            var open = left.stream().map(set -> set.arn).toList();
            var next =
                    left.stream()
                            .filter(set -> set.wish.dependsOn().stream().noneMatch(open::contains))
                            .findFirst()
                            .orElse(left.getFirst());
            order.add(next);
            left.remove(next);
        }
        return order;
    }

    private String follow(StackSet set) {
        var wanted = targets.of(set.wish.groups());
        for (var instance : set.instances()) {
            var target = wanted.get(StackSet.key(instance.account, instance.region));
            if (target == null || !target.unit().equals(instance.unit)) {
                work.remove(set, instance, set.wish.retain());
            }
        }
        var come = new ArrayList<StackInstance>();
        wanted.forEach((key, target) -> {
            if (!set.instances.containsKey(key) && active(target.account())) {
                come.add(begun(set, key, target));
            }
        });
        return deploy(set, "CREATE", come);
    }

    private boolean active(String account) {
        return organization
                .account(account)
                .filter(one -> one.state == AccountState.ACTIVE)
                .isPresent();
    }
}
