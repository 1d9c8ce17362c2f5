package secondbackup.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import secondbackup.gap.Gap;

/// Every kind of gap is told where it is true and not where it is not, through the production Lambdas.
class ScenariosTest {
    private static final String FOLDER = "scenarios";

    @ParameterizedTest
    @MethodSource("scenarios")
    void tellsTheseGapsAndNoOthers(Scenario scenario) {
        Played.compare(scenario);
    }

    @Test
    void everyKindHasALoudAndASilentScenario() {
        var all = Scenario.all(FOLDER);
        for (var kind : kinds()) {
            var own = all.stream().filter(one -> one.kind().equals(kind)).toList();
            assertThat(own).as("%s has a loud-*.json", kind).anyMatch(Scenario::loud);
            assertThat(own).as("%s has a silent-*.json", kind).anyMatch(one -> !one.loud());
        }
        assertThat(all.stream().map(Scenario::kind).distinct().sorted().toList())
                .as("folders without a kind")
                .isEqualTo(kinds());
        for (var one : all) {
            var told =
                    one.gaps().stream()
                            .map(gap -> gap.split(" ", 2)[0])
                            .collect(Collectors.toSet());
            assertThat(told.contains(one.kind())).as(one.path().toString()).isEqualTo(one.loud());
            assertThat(one.name()).matches("(loud|silent)-[a-z0-9-]+\\.json");
            assertThat(one.file().path("why").asText()).as(one.path().toString()).isNotEmpty();
        }
    }

    static Stream<Named<Scenario>> scenarios() {
        return Scenario.all(FOLDER).stream()
                .map(one -> Named.of(one.kind() + "/" + one.name(), one));
    }

    private static List<String> kinds() {
        return Arrays.stream(Gap.class.getPermittedSubclasses())
                .filter(Gap.class::isAssignableFrom)
                .map(Class::getSimpleName)
                .sorted()
                .toList();
    }
}
