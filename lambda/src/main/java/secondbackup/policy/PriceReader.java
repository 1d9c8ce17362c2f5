package secondbackup.policy;

import com.fasterxml.jackson.databind.JsonNode;
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
    static final String FILE = "prices.json";
    static final String SCHEMA = "prices.schema.json";

    private PriceReader() {}

    /// @param files text by name
    public static Prices read(SortedMap<String, String> files) {
        return CheckedFile.read(files, FILE, SCHEMA)
                .map(PriceReader::checked)
                .orElseGet(Prices::none);
    }

    private static Prices checked(JsonNode document) {
        CheckedFile.refuse(problems(document));
        return prices(document);
    }

    /// What the schema cannot say.
    static List<String> problems(JsonNode document) {
        var problems = new ArrayList<String>();
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
        return problems;
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
