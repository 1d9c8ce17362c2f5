package secondbackup.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import secondbackup.inventory.Region;

/// Reads `policies/prices.json`. Policies without that file have no prices, and reports no estimate.
///
/// Fails: [BadPolicies], one message that names every problem.
public final class PriceReader {
    private static final String FILE = "prices.json";
    private static final String SCHEMA = "schema/prices.schema.json";
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private PriceReader() {}

    /// @param files text by name
    public static Prices read(SortedMap<String, String> files) {
        var text = files.get(FILE);
        return text == null ? Prices.none() : read(text, files.getOrDefault(SCHEMA, ""));
    }

    private static Prices read(String text, String schema) {
        if (schema.isEmpty()) {
            throw new BadPolicies(List.of(SCHEMA + ": missing; expected a JSON Schema"));
        }
        try {
            var document = JSON.readTree(text);
            var problems = new ArrayList<>(new Schema(schema).problems(FILE, document));
            if (problems.isEmpty()) {
                check(document, problems);
            }
            if (!problems.isEmpty()) {
                throw new BadPolicies(problems);
            }
            return prices(document);
        } catch (JsonProcessingException bad) {
            throw new BadPolicies(List.of(FILE + ": no JSON: " + bad.getOriginalMessage()));
        }
    }

    /// What the schema cannot say.
    private static void check(JsonNode document, List<String> problems) {
        var regions = new TreeSet<String>();
        for (var one : document.path("snapshotStorage")) {
            var region = one.path("region").asText();
            if (!regions.add(region)) {
                problems.add(
                        FILE + " /snapshotStorage: '" + region + "': expected each Region once");
            }
            day(one, "/snapshotStorage", problems);
        }
        day(document.path("otherRegions"), "/otherRegions", problems);
    }

    private static void day(JsonNode price, String field, List<String> problems) {
        var text = price.path("readOn").asText();
        try {
            LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            problems.add(FILE + " " + field + "/readOn: '" + text + "': expected a day");
        }
    }

    private static Prices prices(JsonNode document) {
        var regions = new ArrayList<Prices.OfRegion>();
        for (var one : document.path("snapshotStorage")) {
            regions.add(new Prices.OfRegion(new Region(one.path("region").asText()), price(one)));
        }
        return new Prices(regions, Optional.of(price(document.path("otherRegions"))));
    }

    private static Prices.Price price(JsonNode price) {
        return new Prices.Price(
                price.path("usdPerGbMonth").decimalValue(),
                price.path("source").asText(),
                LocalDate.parse(price.path("readOn").asText()));
    }
}
