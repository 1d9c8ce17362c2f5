package secondbackup.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.Given;
import secondbackup.Sample;
import secondbackup.history.Mark;
import secondbackup.ledger.LedgerChain;
import secondbackup.ledger.LedgerDay;
import secondbackup.ledger.LedgerDay.Before;
import secondbackup.report.Report;

/// The last report's day is Friday, 2026-11-20.
class LedgerKeepingTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    private final LedgerInMemory ledger = new LedgerInMemory();

    private static Report report(Optional<Report> last, Instant at) {
        var given = Given.protectedCluster(Sample.cluster("orders"));
        return new Judgement(given.policies(), at)
                .of(given.inventory(), given.everyGuarded(), List.of(), last);
    }

    private List<String> keep(Report last, Duration later) {
        return new LedgerKeeping(ledger).keep(Optional.of(last), Sample.NOW.plus(later));
    }

    private LedgerDay day(LocalDate day) {
        return Optional.ofNullable(ledger.days.get(day)).orElseThrow();
    }

    @Test
    void writesNothingWhileTheDayLasts() {
        assertThat(keep(report(Optional.empty(), Sample.NOW), Duration.ofHours(11))).isEmpty();
        assertThat(new LedgerKeeping(ledger).keep(Optional.empty(), Sample.NOW)).isEmpty();
        assertThat(ledger.days).isEmpty();
    }

    @Test
    void writesTheDayWhenItIsOverWithItsVerdicts() {
        assertThat(keep(report(Optional.empty(), Sample.NOW), Duration.ofHours(12))).isEmpty();

        var day = day(FRIDAY);
        assertThat(ledger.days).containsOnlyKeys(FRIDAY);
        assertThat(day.before()).isEmpty();
        assertThat(day.clusters().getFirst().mark()).isEqualTo(Mark.KEPT);
        assertThat(day.clusters().getFirst().verdict().orElseThrow().copies()).isEqualTo(1);
    }

    @Test
    void writesTheSameWhenItIsAskedTwice() {
        keep(report(Optional.empty(), Sample.NOW), Duration.ofHours(12));
        var first = ledger.all();
        keep(report(Optional.empty(), Sample.NOW), Duration.ofHours(13));

        assertThat(ledger.all()).isEqualTo(first);
    }

    @Test
    void namesTheHashOfTheDayBefore() {
        var friday = report(Optional.empty(), Sample.NOW);
        keep(friday, Duration.ofDays(1));
        keep(report(Optional.of(friday), Sample.NOW.plus(Duration.ofDays(1))), Duration.ofDays(2));

        assertThat(day(FRIDAY.plusDays(1)).before())
                .contains(new Before(FRIDAY, LedgerChain.hash(ledger.all().get(FRIDAY) + "")));
    }

    @Test
    void saysWhatItCouldNotWriteAndWritesItLater() {
        ledger.away = true;
        var friday = report(Optional.empty(), Sample.NOW);
        assertThat(keep(friday, Duration.ofDays(1)))
                .containsExactly("The ledger, so that nothing was added to it: no such bucket");

        ledger.away = false;
        keep(friday, Duration.ofDays(1));
        var tuesday = report(Optional.of(friday), Sample.NOW.plus(Duration.ofDays(4)));
        assertThat(keep(tuesday, Duration.ofDays(5))).isEmpty();

        assertThat(ledger.days)
                .containsOnlyKeys(
                        FRIDAY,
                        FRIDAY.plusDays(1),
                        FRIDAY.plusDays(2),
                        FRIDAY.plusDays(3),
                        FRIDAY.plusDays(4));
        assertThat(day(FRIDAY.plusDays(2)).clusters().getFirst().mark()).isEqualTo(Mark.UNSEEN);
        assertThat(day(FRIDAY.plusDays(2)).clusters().getFirst().verdict()).isEmpty();
    }
}
