package secondbackup.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.proof.OwnEstate;
import secondbackup.rehearsal.Templates.Synthesized;

/// The templates that seeds deploy are those that a synthesis of their own estates writes.
final class SmallTemplatesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 10, 24, 87})
    void areWhatIsSynthesizedOfTheEstateItself(long seed) {
        var estate = SmallEstate.of(new Dice(seed));
        var own = OwnEstate.of("of-seed-" + seed, estate.files()).templates();

        assertThat(SmallTemplates.of(estate).all())
                .isNotEmpty()
                .containsExactlyElementsOf(own.all());
        assertThat(own.all())
                .extracting(Synthesized::template)
                .anyMatch(template ->
                        template.contains("rate(" + estate.numbers().copyMinutes() + " minutes)"));
    }
}
