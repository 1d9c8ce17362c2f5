package secondbackup.oracle;

import java.util.SortedSet;
import java.util.TreeSet;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.iam.Decision;
import secondbackup.simulation.iam.Principal;
import secondbackup.simulation.organizations.Organization.AccountState;
import secondbackup.simulation.world.SimulatedOrganization;

/// Knows what nobody could read, however hard they tried: asks the world's own roles and guardrails.
final class Reach {
    private final SimulatedOrganization world;
    private final Rules rules;
    private final SortedSet<String> deniedBefore = new TreeSet<>();

    /// Made at the world's start: what is denied then is denied by the rights themselves, which name their
    /// resources, and tells nothing.
    Reach(SimulatedOrganization world, Rules rules) {
        this.world = world;
        this.rules = rules;
        for (var cluster : world.clusters().all()) {
            deniedBefore.addAll(denied(cluster.account, cluster.region));
        }
    }

    boolean vault() {
        var account = rules.vault().path("arn").asText().split(":", 6)[4];
        return world.roles().find(account, rules.vaultReaderRole()).isPresent();
    }

    boolean account(String id) {
        return world.organization()
                        .account(id)
                        .filter(account -> account.state == AccountState.ACTIVE)
                        .isPresent()
                && world.roles().find(id, rules.surveyRole()).isPresent();
    }

    /// Whether everything that the survey role is to read can be read there.
    boolean region(String account, String region) {
        return world.organization().regionEnabled(account, region)
                && deniedBefore.containsAll(denied(account, region));
    }

    private SortedSet<String> denied(String account, String region) {
        var caller = new Principal.RoleSession(account, rules.surveyRole(), "oracle", "");
        var denied = new TreeSet<String>();
        for (var action : rules.surveyRights()) {
            var request = AccessRequest.of(action, "*");
            if (world.access().decide(caller, region, request) instanceof Decision.Denied) {
                denied.add(account + " " + region + " " + action);
            }
        }
        return denied;
    }
}
