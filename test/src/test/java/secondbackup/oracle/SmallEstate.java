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
import java.util.SortedMap;
import secondbackup.handler.PolicyFiles;

/// What a small organization promises itself: the files of a policies folder.
///
/// @param airGapped whether its vault is air-gapped
/// @param numbers those of its numbers that stand in templates
/// @param estate what `estate.json` says
/// @param promises what each file of `backup/` says
record SmallEstate(
        boolean airGapped, Numbers numbers, ObjectNode estate, List<ObjectNode> promises) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param snapshotHour of the day, in UTC
    /// @param sourceRetentionDays how long the source vault keeps a point
    /// @param copyMinutes between two runs of Copy
    record Numbers(String snapshotHour, int sourceRetentionDays, int copyMinutes) {
        static Numbers of(Dice dice) {
            return new Numbers(
                    String.valueOf(dice.between(0, 23)),
                    dice.between(3, 9),
                    dice.of(List.of(45, 60, 60)));
        }
    }

    static SmallEstate of(Dice dice) {
        var numbers = Numbers.of(dice);
        var airGapped = dice.hits(0.25);
        var promises =
                dice.hits(0.5)
                        ? List.of(everyCluster(dice))
                        : List.of(everyCluster(dice), critical(dice));
        return new SmallEstate(airGapped, numbers, estate(dice, airGapped), promises).counted();
    }

    private static ObjectNode estate(Dice dice, boolean airGapped) {
        var estate = (ObjectNode) bundled("estate.json");
        var vault = (ObjectNode) estate.path("vaults").path(0);
        if (airGapped) {
            vault.put("kind", "air-gapped").remove(List.of("key", "mode"));
            estate.put("complianceLock", "NOBODY CAN UNDO THIS, NOT EVEN AWS");
        }
        vault.put("copySlots", airGapped ? dice.between(3, 20) : dice.between(2, 5));
        estate.remove("recovery");
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

    /// With its numbers in its files. A sweep is due every six hours.
    private SmallEstate counted() {
        var schedules = estate.withObject("/schedules");
        schedules.put("copyMinutes", numbers.copyMinutes());
        schedules.withObject("/sweep").put("cron", "cron(0 3/6 * * ? *)").put("timeZone", "UTC");
        for (var promise : promises) {
            promise.put("sourceRetentionDays", numbers.sourceRetentionDays());
            promise.withObject("/schedule")
                    .put("cron", "cron(0 " + numbers.snapshotHour() + " * * ? *)")
                    .put("timeZone", "UTC");
        }
        return this;
    }

    /// The same with other numbers.
    SmallEstate with(Numbers others) {
        return new SmallEstate(
                        airGapped,
                        others,
                        estate.deepCopy(),
                        promises.stream().map(ObjectNode::deepCopy).toList())
                .counted();
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

    /// Text by name, as in `policies/`.
    SortedMap<String, String> files() {
        var files = PolicyFiles.read(Optional.empty());
        files.keySet().removeIf(name -> name.startsWith("backup/"));
        files.put("estate.json", estate.toString());
        for (var index = 0; index < promises.size(); index++) {
            files.put("backup/promise-" + index + ".json", promises.get(index).toString());
        }
        return files;
    }

    /// Writes the folder that takes the place of `policies/`.
    void write(Path folder) throws IOException {
        for (var file : files().entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
