package secondbackup.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the last days were like.
///
/// @param days every day from the first to the last that is remembered, oldest first
/// @param clusters those that are there, and those that could not be seen and may be there, by their id
public record History(List<DayCount> days, List<Track> clusters) {
    /// So many days are remembered.
    public static final int DAYS_MAX = 90;

    public History {
        days = List.copyOf(days);
        clusters = List.copyOf(clusters);
    }

    /// Of a first report.
    public static History none() {
        return new History(List.of(), List.of());
    }

    public Optional<LocalDate> lastDay() {
        return days.isEmpty() ? Optional.empty() : Optional.of(days.getLast().day());
    }
}
