package secondbackup.sweep;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.ledger.LedgerDay;

/// Keeps the ledger, while its bucket can be reached.
final class LedgerInMemory implements Ledger {
    final SortedMap<LocalDate, LedgerDay> days = new TreeMap<>();
    boolean away;

    @Override
    public Newest newest() {
        if (away) {
            return new Newest.Failed("no such bucket");
        }
        return days.isEmpty()
                ? new Newest.Read(Optional.empty(), "")
                : new Newest.Read(Optional.of(days.lastKey()), days.get(days.lastKey()) + "");
    }

    @Override
    public Kept write(LedgerDay day) {
        days.put(day.day(), day);
        return new Kept.Written(day.toString());
    }

    @Override
    public SortedMap<LocalDate, String> all() {
        var texts = new TreeMap<LocalDate, String>();
        days.forEach((day, file) -> texts.put(day, file.toString()));
        return texts;
    }
}
