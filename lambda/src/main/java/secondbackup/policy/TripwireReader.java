package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Stream;
import secondbackup.policy.Tripwire.About;
import secondbackup.policy.Tripwire.Place;
import secondbackup.policy.Tripwire.Silence;

/// Reads `policies/watch/tripwires.json`.
///
/// Fails: [BadPolicies], one message that names every problem of the file.
public final class TripwireReader {
    static final String FILE = "watch/tripwires.json";
    static final String SCHEMA = "tripwires.schema.json";

    private TripwireReader() {}

    /// @param files text of `policies/` by name
    /// @param estate whose names stand for `${...}`
    public static Tripwires read(SortedMap<String, String> files, Estate estate) {
        var checked = new CheckedFiles(files);
        checked.one(FILE, SCHEMA);
        checked.failIfWrong();
        var wires = checked.document(FILE).orElseThrow().path("tripwires");
        return new Tripwires(
                PolicyDocuments.list(wires).stream().map(wire -> wire(wire, estate)).toList(),
                estate);
    }

    private static Tripwire wire(JsonNode wire, Estate estate) {
        return new Tripwire(
                wire.path("name").asText(),
                wire.path("why").asText(),
                wire.path("next").asText(),
                PolicyDocuments.texts(wire.path("places")).stream()
                        .map(place -> Place.valueOf(place.toUpperCase(Locale.ROOT)))
                        .toList(),
                wire.path("everywhere").asBoolean(),
                wire.path("service").asText(),
                PolicyDocuments.texts(wire.path("calls")),
                wire.path("about").properties().stream()
                        .findFirst()
                        .map(about -> about(about.getKey(), about.getValue(), estate)),
                PolicyDocuments.list(wire.path("silent")).stream()
                        .map(TripwireReader::silence)
                        .toList());
    }

    private static About about(String parameter, JsonNode values, Estate estate) {
        var filled =
                PolicyDocuments.texts(values).stream()
                        .flatMap(value -> filled(value, estate))
                        .toList();
        return new About(parameter, filled);
    }

    /// More than one where the estate has more than one of what a name stands for, none where it has none.
    private static Stream<String> filled(String value, Estate estate) {
        if (value.contains("${rekeyVault}")) {
            return estate.rekeyVault().stream().map(vault -> value.replace("${rekeyVault}", vault));
        }
        if (value.contains("${vaultAccount}")) {
            return estate.vaults().stream()
                    .map(vault -> value.replace("${vaultAccount}", vault.account().value()))
                    .distinct();
        }
        return Stream.of(
                value.replace("${sourceVault}", estate.sourceVault())
                        .replace("${controlAccount}", estate.controlAccount().value())
                        .replace("${backupRole}", estate.roles().backup())
                        .replace("${copyRole}", estate.roles().copy())
                        .replace("${surveyRole}", estate.roles().survey()));
    }

    private static Silence silence(JsonNode silence) {
        return silence.has("role")
                ? new Silence.Role(silence.path("role").asText())
                : new Silence.InvokedBy(silence.path("invokedBy").asText());
    }
}
