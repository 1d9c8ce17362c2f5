package secondbackup.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import secondbackup.inventory.ClusterId;

/// One cluster on its way into a vault, as far as it must be known to tell who goes first and how it will end.
///
/// @param copyAgeMax how old the data of the newest copy may be
/// @param duration how long a copy will hold a slot
/// @param copiedAt when the data of the newest copy was taken, or the cluster was made where there is none
/// @param pointAt when the data of the newest recovery point was taken
/// @param every time between two recovery points
/// @param seenAfter how long after its data was taken a recovery point is usually seen
/// @param copyingUntil when the copy in progress will have arrived; empty where none is
public record Track(
        ClusterId cluster,
        Duration copyAgeMax,
        Duration duration,
        Instant copiedAt,
        Instant pointAt,
        Duration every,
        Duration seenAfter,
        Optional<Instant> copyingUntil) {}
