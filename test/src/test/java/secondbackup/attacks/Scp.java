package secondbackup.attacks;

import java.util.ArrayList;
import java.util.List;
import secondbackup.simulation.organizations.Organization;
import secondbackup.simulation.world.SimulatedOrganization;

/// A service control policy that was made by name, and what it is attached to.
record Scp(String policy, String target) {
    static List<Scp> attached(SimulatedOrganization world) {
        var found = new ArrayList<Scp>();
        var organization = world.organization();
        organization.policies.forEach((target, contents) -> {
            for (var control : organization.controls.values()) {
                if (contents.contains(control.content())) {
                    found.add(new Scp(control.id(), target));
                }
            }
        });
        return found;
    }

    /// Detaches every one of them, as the management account's administrator may.
    static void detachAll(Hand management) {
        for (var each : attached(management.world())) {
            management
                    .organizations()
                    .detachPolicy(asked -> asked.policyId(each.policy()).targetId(each.target()));
        }
    }

    /// Takes the statement of that name out of every policy that is attached.
    static void without(Organization organization, String statement) {
        organization.policies.replaceAll((_, contents) ->
                contents.stream().map(content -> Denies.without(content, statement)).toList());
        organization.controls.replaceAll((_, control) ->
                new Organization.Control(
                        control.id(),
                        control.name(),
                        control.description(),
                        Denies.without(control.content(), statement)));
    }
}
