package secondbackup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.backup.model.CalculatedLifecycle;
import software.amazon.awssdk.services.backup.model.Lifecycle;
import software.amazon.awssdk.services.backup.model.RecoveryPointByBackupVault;

class PointReaderTest {
    private static final Instant MADE = Instant.parse("2026-11-20T01:00:00Z");

    @Test
    void goesByTheEndThatAwsHasCalculated() {
        var end = MADE.plusSeconds(60);
        assertThat(expiresAt(Optional.of(end), 35L)).contains(end);
    }

    @Test
    void doesNotTakeAPointForEternalOnlyBecauseItsEndIsNotCalculatedYet() {
        assertThat(expiresAt(Optional.empty(), 35L)).contains(MADE.plus(Duration.ofDays(35)));
        assertThat(expiresAt(Optional.empty(), -1L)).isEmpty();
    }

    private static Optional<Instant> expiresAt(Optional<Instant> end, long days) {
        var point =
                RecoveryPointByBackupVault.builder()
                        .creationDate(MADE)
                        .lifecycle(Lifecycle.builder().deleteAfterDays(days).build());
        end.ifPresent(at ->
                point.calculatedLifecycle(CalculatedLifecycle.builder().deleteAt(at).build()));
        return PointReader.expiresAt(point.build());
    }
}
