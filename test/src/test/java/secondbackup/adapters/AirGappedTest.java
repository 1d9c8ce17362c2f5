package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import secondbackup.handler.PolicyFiles;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.world.World;

/// The same organization with a logically air-gapped vault, whose snapshots nobody can list.
final class AirGappedTest {
    @TempDir Path folder;

    private static World world() {
        var json = SmallWorld.json();
        for (var account : json.path("accounts")) {
            for (var vault : account.at("/regions/" + SmallWorld.HOME).path("vaults")) {
                var made = (ObjectNode) vault;
                made.put("kind", "air-gapped").remove("key");
                made.putObject("lock").put("min", 7).put("max", 400);
            }
        }
        var basket = SmallWorld.clusters(json, SmallWorld.SHOP, SmallWorld.STOCKHOLM).get(0);
        ((ObjectNode) basket).put("encryption", "none");
        return SmallWorld.read(json);
    }

    /// The policies, with another kind of vault.
    private String policies() throws IOException {
        for (var file : PolicyFiles.read(Optional.empty()).entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(folder));
            Files.writeString(path, String.valueOf(file.getValue()));
        }
        var estate = (ObjectNode) SmallWorld.policies("estate.json");
        ((ObjectNode) estate.path("vaults").path(0)).put("kind", "air-gapped").remove("key");
        Files.writeString(folder.resolve("estate.json"), estate.toString());
        return folder.toUri().toString();
    }

    /// The cluster without encryption cannot go there, and that is said.
    @Test
    void copiesIntoItAndSeesWhatIsThereWithoutItsSnapshots() throws IOException {
        var day = Day.of(world());
        var environment = new TreeMap<String, String>();
        environment.put("SECOND_BACKUP_POLICIES", policies());
        var lambdas = day.with(day.slack().poster(), environment);
        day.pass(6);
        day.look(lambdas, "");
        assertThat(lambdas.copy(List.of()).path("started").asInt()).isEqualTo(1);
        day.pass(6);
        var report = day.look(lambdas, "");

        assertThat(day.vault().points).hasSize(1);
        assertThat(Day.line(report, SmallWorld.ORDERS).path("standing").asText())
                .isEqualTo("PROTECTED");
        assertThat(Day.gaps(report, SmallWorld.VAULT_ARN)).isEmpty();
        assertThat(Day.gaps(report, SmallWorld.BASKET))
                .contains("NoCopy", "KeyNotShareable", "Unencrypted");
    }
}
