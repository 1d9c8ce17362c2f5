package secondbackup.policy;

import java.time.Duration;

/// Some of a promise's copies are kept longer than the rest: those of one day of the week or of the month.
///
/// @param day day of the week, 1 for Monday to 7 for Sunday, or day of the month, 1 to 28
/// @param sourceRetentionDays how long the source vault keeps such a point
/// @param retentionDays how long its copy is kept, from the moment its data was taken
/// @param floorCopy whether the plan itself copies such a point, so that something is copied even when nobody orders it
public record Tier(
        Period period, int day, int sourceRetentionDays, int retentionDays, boolean floorCopy) {

    /// How often.
    public enum Period {
        WEEKLY("weekly", 7),
        MONTHLY("monthly", 31);

        private final String word;
        private final int days;

        Period(String word, int days) {
            this.word = word;
            this.days = days;
        }

        /// Between two of them at most.
        public Duration interval() {
            return Duration.ofDays(days);
        }

        /// As policies say it, and name of the plan's rule that takes such points.
        public String word() {
            return word;
        }
    }
}
