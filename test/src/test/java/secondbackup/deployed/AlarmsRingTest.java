package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import secondbackup.policy.Metric;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.Life;
import secondbackup.simulation.cloudwatch.Alarm;
import secondbackup.simulation.cloudwatch.Alarm.State;
import secondbackup.simulation.cloudwatch.Metrics;
import secondbackup.simulation.kms.Keys;
import secondbackup.simulation.lambda.Function;
import secondbackup.simulation.scheduler.Schedule;

/// The alarms on our own numbers, as they were deployed: the Lambdas write log lines, the simulated CloudWatch takes the
/// metrics out of them, and the alarms do the rest.
final class AlarmsRingTest {
    private static final String UNPROTECTED = "second-backup-unprotected";
    private static final String COPY_AGE = "second-backup-copy-age";
    private static final String KEY = "second-backup-KeyAtRisk";
    private static final String SWEEP_AGE = "second-backup-sweep-age";
    private static final String NUMBERS = "second-backup-numbers";
    private static final List<String> ON_SWEEPS =
            List.of(
                    UNPROTECTED,
                    COPY_AGE,
                    KEY,
                    "second-backup-LastCopyExpiring",
                    "second-backup-SnapshotMissing",
                    "second-backup-capacity",
                    "second-backup-not-seen");

    private final Life life = Life.deployed(SmallWorld.read(SmallWorld.bare()), 1);
    private final List<Life.Sweep> sweeps = new ArrayList<>();

    private void live(Duration span) {
        life.live(span, sweeps::add);
    }

    private Alarm alarm(String name) {
        return life.world().machinery().alarms().all().stream()
                .filter(alarm -> alarm.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Function function(String name) {
        return life.world().machinery().functions().all().stream()
                .filter(function -> function.name.equals("second-backup-" + name))
                .findFirst()
                .orElseThrow();
    }

    private Schedule sweepSchedule() {
        return life.world().machinery().schedules().all().stream()
                .filter(schedule -> schedule.name.equals("second-backup-sweep"))
                .findFirst()
                .orElseThrow();
    }

    /// When an alarm began to ring, after some moment.
    private Optional<Instant> rang(String name, Instant after) {
        return alarm(name).history.stream()
                .filter(change -> change.to() == State.ALARM && change.at().isAfter(after))
                .map(Alarm.Change::at)
                .findFirst();
    }

    private List<String> mailed() {
        return life.world().machinery().topics().all().stream()
                .filter(topic -> topic.account.equals(SmallWorld.CONTROL))
                .flatMap(topic -> topic.notices().stream())
                .map(notice -> notice.subject())
                .toList();
    }

    private List<Metrics.Metric> measured() {
        return life.world().machinery().metrics().known().stream()
                .filter(metric -> metric.namespace().equals(Metric.NAMESPACE))
                .toList();
    }

    @Test
    void onNormalDaysEveryNumberArrivesAndNothingRings() {
        live(Duration.ofDays(4));

        var first = sweeps.getFirst().at();
        for (var name : ON_SWEEPS) {
            assertThat(alarm(name).state()).as(name).isEqualTo(State.OK);
            assertThat(rang(name, Instant.EPOCH)).as(name).isEmpty();
        }
        for (var name : List.of(SWEEP_AGE, NUMBERS)) {
            assertThat(alarm(name).state()).as(name).isEqualTo(State.OK);
            assertThat(rang(name, first.plus(Duration.ofDays(1)))).as(name).isEmpty();
        }
        assertThat(life.world().machinery().alarms().untold()).isEmpty();
        everyNumberArrived();
    }

    /// What is written keeps to AWS's format, is the whole list, and has no dimension with many values.
    private void everyNumberArrived() {
        assertThat(measured())
                .extracting(Metrics.Metric::name)
                .containsOnly(Stream.of(Metric.values()).map(Metric::title).toArray(String[]::new));
        assertThat(measured())
                .allMatch(metric -> metric.account().equals(SmallWorld.CONTROL))
                .hasSizeLessThan(60);
        assertThat(life.world().machinery().metrics().known())
                .noneMatch(metric -> metric.name().startsWith("EMF"));
    }

    @Test
    void aSweepThatStopsRingsAfterFourteenHoursAndNoOtherPromiseAlarmDoes() {
        live(Duration.ofDays(2));
        var began = Instant.parse(sweeps.getLast().report().path("sweep").asText());
        sweepSchedule().enabled = false;

        life.world().advanceTo(began.plus(Duration.ofHours(14)));
        assertThat(alarm(SWEEP_AGE).state()).isEqualTo(State.OK);
        life.world().advanceTo(began.plus(Duration.ofHours(16)));
        assertThat(alarm(SWEEP_AGE).state()).isEqualTo(State.ALARM);
        assertThat(mailed()).anyMatch(subject -> subject.contains("ALARM: \"" + SWEEP_AGE + '"'));

        live(Duration.ofDays(2));
        assertThat(alarm(NUMBERS).state()).isEqualTo(State.ALARM);
        assertThat(ON_SWEEPS).allMatch(name -> alarm(name).state() == State.OK);

        sweepSchedule().enabled = true;
        live(Duration.ofHours(26));
        assertThat(alarm(SWEEP_AGE).state()).isEqualTo(State.OK);
    }

    /// Copy stands still: that rings at once; then the newest copies grow too old, and after two days of that the clusters
    /// are unprotected for long enough to wake somebody. When it runs again, all falls silent by itself.
    @Test
    void copiesThatStayAwayRingOneAlarmAfterTheOther() {
        live(Duration.ofDays(2));
        var stopped = life.world().time().instant();
        function("copy").reservedConcurrency = OptionalInt.of(0);

        live(Duration.ofDays(6));

        var sweepAge = rang(SWEEP_AGE, stopped).orElseThrow();
        var copyAge = rang(COPY_AGE, stopped).orElseThrow();
        var unprotected = rang(UNPROTECTED, stopped).orElseThrow();
        assertThat(sweepAge).isBefore(stopped.plus(Duration.ofHours(3)));
        assertThat(copyAge).isAfter(stopped.plus(Duration.ofDays(1)));
        assertThat(unprotected).isAfter(copyAge);

        function("copy").reservedConcurrency = OptionalInt.of(1);
        live(Duration.ofDays(3));
        assertThat(List.of(SWEEP_AGE, COPY_AGE, UNPROTECTED))
                .allMatch(name -> alarm(name).state() == State.OK);
        assertThat(mailed()).anyMatch(subject -> subject.contains("OK: \"" + UNPROTECTED + '"'));
    }

    /// Found by the first sweep that sees it, and over with the first that does not.
    @Test
    void aKeyThatIsDisabledRingsWithTheNextReport() {
        live(Duration.ofDays(1));
        var vault = life.world().vaults().find(SmallWorld.VAULT_ARN).orElseThrow();
        var key = life.world().keys().find(vault.keyArn).orElseThrow();
        key.state = Keys.State.DISABLED;

        life.world().advance(Duration.ofHours(1));
        assertThat(alarm(KEY).state()).isEqualTo(State.OK);
        live(Duration.ofHours(13));
        assertThat(alarm(KEY).state()).isEqualTo(State.ALARM);
        assertThat(mailed()).anyMatch(subject -> subject.contains("ALARM: \"" + KEY + '"'));

        key.state = Keys.State.ENABLED;
        live(Duration.ofHours(14));
        assertThat(alarm(KEY).state()).isEqualTo(State.OK);
    }

    /// Somebody chooses the other log format: the report is as good as ever, and nobody would see its numbers stop.
    @Test
    void numbersThatAreWrappedByAnotherLogFormatRingAfterADay() {
        live(Duration.ofDays(1));
        var changed = life.world().time().instant();
        function("verify").logsJson = true;

        live(Duration.ofDays(2));

        assertThat(rang(NUMBERS, changed)).isPresent();
        assertThat(ON_SWEEPS).allMatch(name -> alarm(name).state() == State.OK);
        assertThat(sweeps.getLast().disagreements()).isEmpty();
    }
}
