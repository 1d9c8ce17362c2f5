package secondbackup.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {
    private static final List<Integer> THINGS = IntStream.range(0, 50).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void keepsTheOrderOfTheThings(int concurrency) {
        var parallel = new Parallel(concurrency, () -> Duration.ofMinutes(1));
        assertThat(parallel.map(THINGS, thing -> thing * 2, _ -> -1))
                .isEqualTo(THINGS.stream().map(thing -> thing * 2).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void saysOfEachThingThatNoTimeWasLeft(int concurrency) {
        var parallel = new Parallel(concurrency, () -> Duration.ZERO);
        assertThat(parallel.map(List.of(1, 2), thing -> thing, _ -> -1)).containsExactly(-1, -1);
    }

    @Test
    void doesNotHideAnErrorOfOurs() {
        var parallel = new Parallel(2, () -> Duration.ofMinutes(1));
        assertThatThrownBy(() -> parallel.map(List.of(1, 0), thing -> 1 / thing, _ -> -1))
                .hasMessageContaining("while reading 0");
    }
}
