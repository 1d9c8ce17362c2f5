package secondbackup.operator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.world.World;
import secondbackup.simulation.world.WorldReader;

/// The rehearsal's organization before anything of ours is deployed: its accounts, Regions, keys and clusters.
final class BareWorld {
    private BareWorld() {}

    static World world() {
        return read(json());
    }

    static World read(ObjectNode json) {
        return WorldReader.read("the bare world", json.toString());
    }

    /// For whoever wants it otherwise.
    static ObjectNode json() {
        var json = (ObjectNode) SmallWorld.resource("/rehearsal/world.json");
        json.remove(List.of("oddities", "secrets", "deployed", "blueprints", "$schema"));
        var organization = (ObjectNode) json.path("organization");
        organization.put("crossAccountBackup", false);
        organization.put("trustedAccess", false);
        organization.put("organizationTrail", false);
        for (var account : json.path("accounts")) {
            ((ObjectNode) account).remove("blueprint");
        }
        return json;
    }
}
