package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.proof.Day;
import secondbackup.proof.OwnEstate;
import secondbackup.proof.SmallWorld;

/// The same organization with a logically air-gapped vault, whose snapshots nobody can list.
final class AirGappedTest {
    private static void airGapped(ObjectNode estate) {
        ((ObjectNode) estate.at("/vaults/0"))
                .put("kind", "air-gapped")
                .remove(List.of("key", "mode"));
        estate.put("complianceLock", "NOBODY CAN UNDO THIS, NOT EVEN AWS");
    }

    /// The cluster without encryption cannot go there, and that is said.
    @Test
    void copiesIntoItAndSeesWhatIsThereWithoutItsSnapshots() {
        var own = OwnEstate.of("air-gapped-day", AirGappedTest::airGapped);
        var json = SmallWorld.bare();
        var basket = SmallWorld.clusters(json, SmallWorld.SHOP, SmallWorld.STOCKHOLM).get(0);
        ((ObjectNode) basket).put("encryption", "none");
        var day = Day.deployed(SmallWorld.read(json), own);
        day.pass(6);
        day.look();
        assertThat(day.lambdas().copy(List.of()).path("started").asInt()).isEqualTo(1);
        day.pass(6);
        var report = day.look();

        assertThat(day.vault().points).hasSize(1);
        assertThat(Day.line(report, SmallWorld.ORDERS).path("standing").asText())
                .isEqualTo("PROTECTED");
        assertThat(Day.gaps(report, SmallWorld.VAULT_ARN)).isEmpty();
        assertThat(Day.gaps(report, SmallWorld.BASKET))
                .contains("NoCopy", "KeyNotShareable", "Unencrypted");
    }
}
