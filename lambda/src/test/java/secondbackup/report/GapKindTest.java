package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import secondbackup.gap.Gap;

class GapKindTest {
    @Test
    void areTheKindsOfGapsAndNoOthers() {
        assertThat(Arrays.stream(GapKind.values()).map(GapKind::title))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Gap.class.getPermittedSubclasses())
                                .map(Class::getSimpleName)
                                .toList());
    }
}
