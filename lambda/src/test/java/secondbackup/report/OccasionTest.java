package secondbackup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 2026-11-23 is a Monday.
class OccasionTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-27T00:00:00Z, 2026-11-27T12:00:00Z, NEWS",
        "2026-11-26T23:59:59Z, 2026-11-27T00:00:00Z, DAY",
        "2026-11-23T06:00:00Z, 2026-11-29T06:00:00Z, DAY",
        "2026-11-22T23:59:59Z, 2026-11-23T00:00:00Z, WEEK",
        "2026-11-20T06:00:00Z, 2026-11-24T06:00:00Z, WEEK",
        "2025-11-24T06:00:00Z, 2026-11-24T06:00:00Z, WEEK",
        "2026-12-31T06:00:00Z, 2027-01-01T06:00:00Z, DAY",
        "2026-11-28T06:00:00Z, 2026-11-27T06:00:00Z, NEWS"
    })
    void goesByDaysAndWeeks(Instant last, Instant now, Occasion occasion) {
        assertThat(Occasion.of(Optional.of(last), now)).isEqualTo(occasion);
    }

    @Test
    void isAWholeOneForAChannelThatHasNeverHeard() {
        assertThat(Occasion.of(Optional.empty(), Instant.parse("2026-11-27T06:00:00Z")))
                .isEqualTo(Occasion.WEEK);
    }
}
