package secondbackup.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A ledger of five days from Monday.
class LedgerChainTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private static String file(LocalDate day, Optional<LocalDate> before, String text) {
        return "{\"day\":\"%s\",\"before\":%s,\"x\":0}"
                .formatted(
                        day,
                        before.map(earlier ->
                                        "{\"day\":\"%s\",\"sha256\":\"%s\"}"
                                                .formatted(earlier, LedgerChain.hash(text)))
                                .orElse("null"));
    }

    private static SortedMap<LocalDate, String> whole() {
        var files = new TreeMap<LocalDate, String>();
        var before = Optional.<LocalDate>empty();
        var text = "";
        for (var day = 0; day < 5; day++) {
            text = file(MONDAY.plusDays(day), before, text);
            before = Optional.of(MONDAY.plusDays(day));
            files.put(before.get(), text);
        }
        return files;
    }

    @Test
    void holdsAsItWasWritten() {
        var checked = LedgerChain.check(whole());

        assertThat(checked.holds()).isTrue();
        assertThat(checked.files()).isEqualTo(5);
        assertThat(checked.from()).contains(MONDAY);
        assertThat(checked.to()).contains(MONDAY.plusDays(4));
        assertThat(checked.last()).contains(LedgerChain.hash(whole().lastEntry().getValue()));
        assertThat(checked.notes()).isEmpty();
    }

    @Test
    void saysWhichFileWasChanged() {
        var files = whole();
        files.computeIfPresent(MONDAY.plusDays(2), (_, text) -> text.replace("0}", "1}"));

        assertThat(LedgerChain.check(files).problems())
                .containsExactly(
                        "2026-11-18: the file is not the one whose hash 2026-11-19 names. One of the two"
                                + " was changed");
    }

    @Test
    void saysWhereAFileIsMissing() {
        var files = whole();
        files.remove(MONDAY.plusDays(1));

        assertThat(LedgerChain.check(files).problems())
                .containsExactly(
                        "2026-11-18: names 2026-11-17 as the one before it; 2026-11-16 is. A file was left"
                                + " out, or put in");
    }

    @Test
    void saysThatItsBeginningIsMissing() {
        var files = whole();
        files.remove(MONDAY);

        assertThat(LedgerChain.check(files).problems())
                .containsExactly(
                        "2026-11-17: names 2026-11-16 as the one before it; no file is. A file was left"
                                + " out, or put in");
    }

    @Test
    void saysWhereAFileIsNone() {
        var files = whole();
        files.put(MONDAY.plusDays(4), "<html>");

        assertThat(LedgerChain.check(files).problems())
                .containsExactly("2026-11-20: the file is no ledger file of that day");
    }

    @Test
    void notesDaysOnWhichNobodyLooked() {
        var files = new TreeMap<LocalDate, String>();
        files.put(MONDAY, file(MONDAY, Optional.empty(), ""));
        files.put(
                MONDAY.plusDays(200),
                file(MONDAY.plusDays(200), Optional.of(MONDAY), files.lastEntry().getValue()));

        var checked = LedgerChain.check(files);

        assertThat(checked.holds()).isTrue();
        assertThat(checked.notes()).hasSize(1);
    }

    @Test
    void isEmptyWithoutFiles() {
        var checked = LedgerChain.check(new TreeMap<>());

        assertThat(checked.files()).isZero();
        assertThat(checked.last()).isEmpty();
        assertThat(checked.holds()).isTrue();
    }
}
