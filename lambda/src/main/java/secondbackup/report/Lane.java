package secondbackup.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import secondbackup.inventory.Arn;

/// The copy slots of one vault over a day, and what the next day will be like if it is like the last one.
///
/// @param slots copies that AWS lets run into it at a time
/// @param from begin of the first hour of `used`
/// @param used the most copy jobs in progress at a time, in each of the hours up to now
/// @param forecast the most slots that will be in use at a time, in each of the hours from now
/// @param waiting copies that are due and have no slot
/// @param usual half of the ended copies took no longer; empty where none is known
/// @param doneAt when the copies in progress and waiting will all have ended; empty where there are none, or
///     nobody knows how long one takes
public record Lane(
        Arn vault,
        int slots,
        Instant from,
        List<Integer> used,
        List<Integer> forecast,
        int waiting,
        Optional<Duration> usual,
        Optional<Instant> doneAt) {
    public Lane {
        used = List.copyOf(used);
        forecast = List.copyOf(forecast);
    }
}
