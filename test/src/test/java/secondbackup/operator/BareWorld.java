package secondbackup.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import secondbackup.simulation.world.World;
import secondbackup.simulation.world.WorldReader;

/// The rehearsal's organization before anything of ours is deployed: its accounts, Regions, keys and clusters.
final class BareWorld {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VAULT_REGION = "eu-central-1";

    private BareWorld() {}

    static World world() {
        return read(json());
    }

    static World read(ObjectNode json) {
        return WorldReader.read("the bare world", json.toString());
    }

    /// As it is once everything is deployed.
    static ObjectNode deployed() {
        try (var stream =
                BareWorld.class.getResourceAsStream("/secondbackup/proof/hand-made.json")) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(stream, "rehearsal's world"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// For whoever wants it otherwise.
    static ObjectNode json() {
        var json = deployed();
        json.remove(
                List.of(
                        "oddities",
                        "retiredVersions",
                        "buckets",
                        "secrets",
                        "blueprints",
                        "$schema"));
        var organization = (ObjectNode) json.path("organization");
        organization.remove("delegationPolicy");
        organization.put("crossAccountBackup", false);
        organization.put("trustedAccess", false);
        organization.put("organizationTrail", false);
        for (var account : json.path("accounts")) {
            ((ObjectNode) account).remove(List.of("blueprint", "roles"));
            var regions = (ObjectNode) account.path("regions");
            if (regions.path(VAULT_REGION).has("vaults")) {
                regions.remove(VAULT_REGION);
            }
        }
        return json;
    }
}
