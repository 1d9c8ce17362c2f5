package secondbackup.sweep;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import secondbackup.ledger.LedgerDay;

/// Port. The files of the ledger. Its edge is `aws.S3Ledger`.
public interface Ledger {
    /// What came of a look at the newest file.
    sealed interface Newest {
        /// @param text the newest file; empty where there is none yet
        record Read(Optional<LocalDate> day, String text) implements Newest {}

        record Failed(String cause) implements Newest {}
    }

    /// What came of writing one.
    sealed interface Kept {
        /// @param text the file as it was written
        record Written(String text) implements Kept {}

        record Failed(String cause) implements Kept {}
    }

    Newest newest();

    Kept write(LedgerDay day);

    /// All files by day.
    SortedMap<LocalDate, String> all();
}
