package secondbackup.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import secondbackup.proof.Day;
import secondbackup.proof.OwnEstate;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.Lambdas;
import secondbackup.simulation.world.World;

/// A cluster under a key of a third account, which keeps its policy to itself: only a copy can show whether it
/// admits the vault account.
final class ForeignKeyTest {
    private static final String KEY = "arn:aws:kms:eu-west-1:222222222222:key/platform";

    /// @param admitted accounts that the key admits besides its own
    private static World world(String... admitted) {
        var json = SmallWorld.bare();
        for (var account : json.path("accounts")) {
            if (account.path("id").asText().equals(SmallWorld.CONTROL)) {
                var place = ((ObjectNode) account).withObject("/regions/" + SmallWorld.IRELAND);
                var key = place.withArray("keys").addObject();
                key.put("id", "platform").put("alias", "platform");
                key.set("policy", policy(admitted));
            }
        }
        for (var cluster : SmallWorld.clusters(json, SmallWorld.SHOP, SmallWorld.IRELAND)) {
            ((ObjectNode) cluster).put("encryption", KEY);
        }
        return SmallWorld.read(json);
    }

    private static JsonNode policy(String... admitted) {
        var policy =
                (ObjectNode)
                        SmallWorld.parse(
                                """
                                {"Version": "2012-10-17", "Statement": [
                                  {"Effect": "Allow", "Action": "kms:*", "Resource": "*",
                                   "Principal": {"AWS": ["arn:aws:iam::222222222222:root"]}}]}
                                """);
        var principals = (ObjectNode) policy.at("/Statement/0/Principal");
        for (var account : admitted) {
            principals.withArray("AWS").add("arn:aws:iam::" + account + ":root");
        }
        return policy;
    }

    /// The Lambdas under a promise that goes straight to the vault.
    private static Lambdas direct(Day day) {
        return day.under(
                OwnEstate.policies(
                        "foreign-key-direct",
                        Map.of(
                                "backup/every-cluster.json",
                                promise -> promise.put("route", "direct"))));
    }

    private static List<String> gaps(Day day) {
        return Day.gaps(day.report(), SmallWorld.ORDERS);
    }

    private static String standing(Day day) {
        return Day.line(day.report(), SmallWorld.ORDERS).path("standing").asText();
    }

    private static void live(Day day, Lambdas lambdas) {
        day.pass(6);
        day.look(lambdas, "");
        lambdas.copy(List.of());
        day.pass(6);
        day.look(lambdas, "");
    }

    @Test
    void isUnknownUntilACopyHasArrived() {
        var day = Day.deployed(world(SmallWorld.SHOP, SmallWorld.VAULT));
        var lambdas = direct(day);
        day.look(lambdas, "");
        assertThat(gaps(day)).contains("StateUnknown").doesNotContain("KeyNotShareable");
        assertThat(said(day)).contains(KEY, "it belongs to account 222222222222");

        live(day, lambdas);
        assertThat(standing(day)).isEqualTo("PROTECTED");
        assertThat(gaps(day)).isEmpty();
    }

    @Test
    void isUnknownUntilACopyHasFailed() {
        var day = Day.deployed(world(SmallWorld.SHOP));
        var lambdas = direct(day);
        day.look(lambdas, "");
        assertThat(gaps(day)).contains("StateUnknown").doesNotContain("KeyNotShareable");

        live(day, lambdas);
        assertThat(standing(day)).isEqualTo("UNPROTECTED");
        assertThat(gaps(day)).contains("NoCopy", "CopyFailing").doesNotContain("StateUnknown");
    }

    /// Nobody has to admit the vault account where the copy is re-keyed first.
    @Test
    void isNotNeededInTheVaultAccountWhereCopiesAreRekeyed() {
        var day = Day.deployed(world(SmallWorld.SHOP));
        day.sweep();
        assertThat(gaps(day)).contains("StateUnknown").doesNotContain("KeyNotShareable");

        day.pass(6);
        day.sweep();
        day.pass(3);
        day.sweep();
        day.pass(3);
        day.sweep();
        assertThat(standing(day)).isEqualTo("PROTECTED");
        assertThat(gaps(day)).isEmpty();
    }

    private static String said(Day day) {
        for (var gap : day.report().path("gaps")) {
            if (gap.path("kind").asText().equals("StateUnknown")) {
                return gap.path("what").asText() + " " + gap.path("cause").asText();
            }
        }
        return "";
    }
}
