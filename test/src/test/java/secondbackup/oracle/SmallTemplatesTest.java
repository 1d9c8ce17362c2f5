package secondbackup.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.proof.OwnEstate;
import secondbackup.rehearsal.Templates.Synthesized;

/// The templates that seeds deploy are those that a synthesis of their own estates writes.
final class SmallTemplatesTest {
    private static final List<Long> COMPARED = List.of(4L, 27L, 64L, 7L, 75L, 35L, 87L);

    /// Two estates whose templates have the same resources, and are otherwise as unlike as can be; the last two have none
    /// beside them. What is synthesized for both is synthesized of the first, unless a test before asked for another.
    @ParameterizedTest
    @CsvSource({"1, 4", "24, 27", "10, 64", "3, 7", "30, 75", "35, 35", "87, 87"})
    void areWhatIsSynthesizedOfTheEstateItself(long first, long seed) {
        assertThat(SmallTemplates.of(estate(first)).all()).isNotEmpty();
        var estate = estate(seed);
        var own = OwnEstate.of("of-seed-" + seed, estate.files()).templates();

        assertThat(SmallTemplates.resources(estate(first)))
                .isEqualTo(SmallTemplates.resources(estate));
        assertThat(SmallTemplates.of(estate).all()).containsExactlyElementsOf(own.all());
        assertThat(own.all())
                .extracting(Synthesized::template)
                .anyMatch(template ->
                        template.contains("rate(" + estate.numbers().copyMinutes() + " minutes)"));
    }

    /// The hundred seeds that are lived through.
    @Test
    void noSeedHasResourcesThatAreNotCompared() {
        var all = new TreeSet<String>();
        LongStream.rangeClosed(1, 100)
                .forEach(seed -> all.add(SmallTemplates.resources(estate(seed))));

        assertThat(COMPARED.stream().map(seed -> SmallTemplates.resources(estate(seed))))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    private static SmallEstate estate(long seed) {
        return SmallEstate.of(new Dice(seed));
    }
}
