package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import secondbackup.policy.Tripwire.About;
import secondbackup.policy.Tripwire.Place;
import secondbackup.policy.Tripwire.Silence;

/// Reads `policies/watch/tripwires.json`.
///
/// Fails: [BadPolicies], one message that names every problem of the file.
public final class TripwireReader {
    private static final String FILE = "watch/tripwires.json";
    private static final String SCHEMA = "schema/tripwires.schema.json";

    private TripwireReader() {}

    /// @param files text of `policies/` by name
    /// @param estate whose names stand for `${...}`
    public static Tripwires read(SortedMap<String, String> files, Estate estate) {
        var text = Optional.ofNullable(files.get(FILE));
        var document = text.flatMap(PolicyDocuments::read);
        var schema = Optional.ofNullable(files.get(SCHEMA));
        if (document.isEmpty() || schema.isEmpty()) {
            throw new BadPolicies(
                    List.of(FILE + " and " + SCHEMA + ": expected JSON objects, each key once"));
        }
        var problems = new Schema(schema.get()).problems(FILE, document.get());
        if (!problems.isEmpty()) {
            throw new BadPolicies(problems);
        }
        var wires =
                PolicyDocuments.list(document.get().path("tripwires")).stream()
                        .map(wire -> wire(wire, estate))
                        .toList();
        return new Tripwires(wires, estate);
    }

    private static Tripwire wire(JsonNode wire, Estate estate) {
        return new Tripwire(
                wire.path("name").asText(),
                wire.path("why").asText(),
                wire.path("next").asText(),
                PolicyDocuments.texts(wire.path("places")).stream()
                        .map(place -> Place.valueOf(place.toUpperCase(Locale.ROOT)))
                        .toList(),
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
            return estate.rekeyVault().stream()
                    .map(vault -> value.replace("${rekeyVault}", vault));
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
