package secondbackup.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import secondbackup.handler.PolicyFiles;

/// What a small organization promises itself: the files of a policies folder.
///
/// @param airGapped whether its vault is air-gapped
/// @param estate what `estate.json` says
/// @param promises what each file of `backup/` says
record SmallEstate(boolean airGapped, ObjectNode estate, List<ObjectNode> promises) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static SmallEstate of(Dice dice) {
        var airGapped = dice.hits(0.25);
        var promises =
                dice.hits(0.5)
                        ? List.of(everyCluster(dice))
                        : List.of(everyCluster(dice), critical(dice));
        return new SmallEstate(airGapped, estate(dice, airGapped), promises);
    }

    private static ObjectNode estate(Dice dice, boolean airGapped) {
        var estate = (ObjectNode) bundled("estate.json");
        var vault = (ObjectNode) estate.path("vaults").path(0);
        if (airGapped) {
            vault.put("kind", "air-gapped");
            vault.remove("key");
        }
        vault.put("copySlots", airGapped ? dice.between(3, 20) : dice.between(2, 5));
        estate.put("defaultEncryption", dice.hits(0.5) ? "direct" : "rekeyed");
        estate.put("copyHoursMax", dice.between(2, 12));
        if (dice.hits(0.15)) {
            estate.remove("rekeyVault");
        }
        return estate;
    }

    private static ObjectNode everyCluster(Dice dice) {
        var promise = (ObjectNode) bundled("backup/every-cluster.json");
        promise.put("copyAgeMaxHours", dice.between(26, 54));
        promise.put("retentionDays", dice.between(14, 60));
        promise.put("route", dice.of(List.of("auto", "auto", "auto", "direct", "rekeyed")));
        if (dice.hits(0.15)) {
            promise.putObject("who").putArray("units").add("ou-root-products");
        }
        return promise;
    }

    private static ObjectNode critical(Dice dice) {
        var promise = (ObjectNode) bundled("backup/every-cluster.json");
        promise.put("copyAgeMaxHours", dice.between(13, 30));
        promise.put("retentionDays", dice.between(30, 90));
        promise.putObject("who").putObject("tags").put("backup-tier", "critical");
        return promise;
    }

    private static JsonNode bundled(String name) {
        return read(PolicyFiles.read(Optional.empty()).getOrDefault(name, ""));
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    /// Writes the folder that takes the place of `policies/`.
    void write(Path folder) throws IOException {
        for (var file : PolicyFiles.read(Optional.empty()).entrySet()) {
            if (!file.getKey().startsWith("backup/")) {
                write(folder.resolve(file.getKey()), file.getValue());
            }
        }
        write(folder.resolve("estate.json"), estate.toString());
        for (var index = 0; index < promises.size(); index++) {
            write(
                    folder.resolve("backup/promise-" + index + ".json"),
                    promises.get(index).toString());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
