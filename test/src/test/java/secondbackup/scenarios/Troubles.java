package secondbackup.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.backup.Vaults;

/// What happens to a world, and no oddity does.
final class Troubles {
    private static final double PERCENT = 100;

    private Troubles() {}

    static void happen(JsonNode trouble, Day day) {
        var world = day.world();
        var what = trouble.path("do").asText();
        switch (what) {
            case "loseSnapshots" ->
                    world.snapshots()
                            .in(SmallWorld.VAULT, SmallWorld.HOME)
                            .forEach(world.snapshots()::remove);
            case "failBackups" ->
                    world.backup()
                            .troubles()
                            .fail(
                                    _ -> true,
                                    trouble.path("category").asText(),
                                    trouble.path("message").asText());
            case "calm" -> world.backup().troubles().calm();
            case "breakCopies" ->
                    day.vault().points.values().forEach(point -> point.status = "PARTIAL");
            case "shuffleVaultPolicy" ->
                    day.vault().accessPolicy = shuffled(day.vault().accessPolicy);
            case "unlock" -> day.vault().lock = null;
            case "lock" ->
                    day.vault().lock =
                            new Vaults.Lock(
                                    trouble.path("min").asLong(),
                                    trouble.path("max").asLong(),
                                    Instant.parse(trouble.path("lockAt").asText()));
            case "disableRegion" ->
                    world.organization()
                            .account(trouble.path("account").asText())
                            .orElseThrow()
                            .enabledRegions
                            .remove(trouble.path("region").asText());
            case "resize" -> {
                var cluster = world.clusters().find(trouble.path("cluster").asText()).orElseThrow();
                var now = world.time().instant();
                var change = cluster.sizeBytesAt(now) * trouble.path("percent").asInt() / PERCENT;
                cluster.jumps.put(now, (long) change);
            }
            default -> throw new IllegalArgumentException("no trouble is called '" + what + "'");
        }
    }

    /// The same statements, the last one first and without their ids.
    private static String shuffled(String policy) {
        var document = (ObjectNode) SmallWorld.parse(policy);
        var statements = new ArrayList<JsonNode>();
        document.path("Statement")
                .forEach(each -> statements.addFirst(((ObjectNode) each).without("Sid")));
        document.putArray("Statement").addAll(statements);
        return document.toString();
    }
}
