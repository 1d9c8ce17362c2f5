package secondbackup.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrecedenceTest {
    private static final Precedence.Slots ONE = new Precedence.Slots(1, 0);

    @Test
    void leastSlackGoesByTheLastMomentToBegin() {
        assertThat(
                        order(
                                Precedence.LEAST_SLACK,
                                waiting(0, 1, 5),
                                waiting(1, 4, 2),
                                waiting(2, 1, -3)))
                .containsExactly(2, 1, 0);
    }

    @Test
    void equalsStandAsTheyAreNamed() {
        for (var precedence : Precedence.values()) {
            assertThat(order(precedence, waiting(0, 1, 5), waiting(1, 1, 5), waiting(2, 1, 5)))
                    .as("%s", precedence)
                    .containsExactly(0, 1, 2);
        }
    }

    @Test
    void mostWonPrefersTheShortOne() {
        assertThat(order(Precedence.MOST_WON, waiting(0, 4, 2), waiting(1, 1, 2)))
                .containsExactly(1, 0);
    }

    @Test
    void mostWonPrefersTheLongOneThatHasBeenLateForLong() {
        assertThat(order(Precedence.MOST_WON, waiting(0, 4, -90), waiting(1, 1, 0)))
                .containsExactly(0, 1);
    }

    /// Two hours of work, and the second is due after one and a half.
    @Test
    void mostInTimeLeavesTheLongestOut() {
        assertThat(order(Precedence.MOST_IN_TIME, waiting(0, 3, 0.5), waiting(1, 1, 2.5)))
                .containsExactly(1, 0);
        assertThat(order(Precedence.MOST_IN_TIME, waiting(0, 3, 0.5), waiting(1, 1, 3)))
                .containsExactly(0, 1);
    }

    @Test
    void mostInTimeTakesWhoeverIsLateByMoreThanADayBeforeAllOthers() {
        assertThat(order(Precedence.MOST_IN_TIME, waiting(0, 3, -24.1), waiting(1, 1, 0.5)))
                .containsExactly(0, 1);
        assertThat(order(Precedence.MOST_IN_TIME, waiting(0, 3, -24), waiting(1, 1, 0.5)))
                .containsExactly(1, 0);
    }

    @Test
    void firstComeGoesByWhenThePointWasSeen() {
        var late = new Waiting(0, 1, 5, 1, 30);
        var early = new Waiting(1, 1, 5, 2, 30);
        assertThat(order(Precedence.FIRST_COME, late, early)).containsExactly(1, 0);
    }

    /// With a point of this morning a promise is kept for 34 hours less the copy.
    private static Waiting waiting(int track, double hours, double slack) {
        return new Waiting(track, hours, slack, 0, 34 - hours);
    }

    private static List<Integer> order(Precedence precedence, Waiting... waiting) {
        return precedence.order(List.of(waiting), ONE).stream().map(Waiting::track).toList();
    }
}
