package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.handler.PolicyFiles;
import secondbackup.inventory.Region;

class PriceReaderTest {
    private static final SortedMap<String, String> FILES = PolicyFiles.read(Optional.empty());

    private static SortedMap<String, String> with(String prices) {
        var files = new TreeMap<>(FILES);
        files.put("prices.json", prices);
        return files;
    }

    @Test
    void readsTheShippedPricesWithSourceAndDate() {
        var prices = PriceReader.read(FILES);

        assertThat(prices.of(new Region("us-east-1")).orElseThrow().usdPerGbMonth())
                .isEqualByComparingTo("0.021");
        assertThat(prices.of(new Region("eu-central-1"))).isEqualTo(prices.otherRegions());
        assertThat(prices.otherRegions().orElseThrow().source()).contains("assumption");
    }

    @Test
    void takesAMissingFileForNoPrices() {
        var files = new TreeMap<>(FILES);
        files.remove("prices.json");

        assertThat(PriceReader.read(files)).isEqualTo(Prices.none());
    }

    @Test
    void namesEveryProblemAtOnce() {
        var wrong =
                FILES.getOrDefault("prices.json", "")
                        .replace("0.021,", "-1,")
                        .replace("\"us-east-1\"", "\"virginia\"");

        assertThatThrownBy(() -> PriceReader.read(with(wrong)))
                .isInstanceOf(BadPolicies.class)
                .hasMessageContaining("/snapshotStorage/0/usdPerGbMonth: '-1'")
                .hasMessageContaining("'virginia'");
    }

    @Test
    void refusesADayThatIsNoneAndWhatIsNoJson() {
        var wrong = FILES.getOrDefault("prices.json", "").replace("2026-11-27", "2026-02-30");

        assertThatThrownBy(() -> PriceReader.read(with(wrong)))
                .hasMessageContaining("/otherRegions/readOn: '2026-02-30': expected a day");
        assertThatThrownBy(() -> PriceReader.read(with("{")))
                .hasMessageContaining("prices.json: no JSON");
    }
}
