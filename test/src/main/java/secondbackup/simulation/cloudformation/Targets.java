package secondbackup.simulation.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import secondbackup.simulation.cloudformation.StackSet.Group;
import secondbackup.simulation.organizations.Organization;

/// The accounts that a StackSet reaches. The management account is none of them.
///
/// Source: AWS CloudFormation User Guide, "Create CloudFormation StackSets with service-managed permissions" ("StackSets
/// doesn't deploy stack instances to the organization's management account"), read 2026-11-27.
record Targets(Organization organization) {

    /// @param unit that an account is reached through
    record Target(String account, String region, String unit) {}

    /// By account and Region, in the order of the Regions.
    SequencedMap<String, Target> of(List<Group> groups) {
        var found = new LinkedHashMap<String, Target>();
        for (var group : groups) {
            for (var region : group.regions()) {
                for (var account : organization.accounts.keySet()) {
                    reached(account, group)
                            .ifPresent(unit ->
                                    found.putIfAbsent(
                                            StackSet.key(account, region),
                                            new Target(account, region, unit)));
                }
            }
        }
        return found;
    }

    private Optional<String> reached(String account, Group group) {
        if (account.equals(organization.managementAccount)) {
            return Optional.empty();
        }
        var named = group.accounts().contains(account);
        var unit = nearest(account, group.units());
        return switch (group.filter()) {
            case NONE -> unit;
            case INTERSECTION -> unit.filter(_ -> named);
            case DIFFERENCE -> unit.filter(_ -> !named);
            case UNION -> named ? Optional.of(unit.orElse("")) : unit;
        };
    }

    /// The first of the units on the way up from the account.
    private Optional<String> nearest(String account, List<String> units) {
        var next = organization.account(account).map(found -> found.parent).orElse("");
        while (!next.isEmpty() && !units.contains(next)) {
            var unit = organization.units.get(next);
            next = unit == null ? "" : unit.parent;
        }
        return Optional.of(next).filter(unit -> !unit.isEmpty());
    }
}
