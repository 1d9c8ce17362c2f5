package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import secondbackup.proof.Day;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.Life;
import secondbackup.simulation.cloudwatch.Alarm;
import secondbackup.simulation.events.Delivery;
import secondbackup.simulation.scheduler.Schedule;
import secondbackup.simulation.states.Execution;

/// Four days of a small organization, woken by nothing but the schedules and rules that were deployed.
final class FourDaysTest {
    private static final Duration DAYS = Duration.ofDays(4);

    /// The dead man looks back a day in periods of an hour; CloudWatch may look a little further.
    private static final Duration SILENCE = Duration.ofHours(24);

    private static final Duration SILENCE_AT_MOST = Duration.ofHours(30);
    private static final String SILENT = "second-backup-silence";

    private final Life life = Life.deployed(SmallWorld.read(SmallWorld.bare()), 1);
    private final List<Life.Sweep> sweeps = new ArrayList<>();

    private void live(Duration span) {
        life.live(span, sweeps::add);
    }

    private JsonNode report() {
        return life.read("reports/latest.json");
    }

    private void bothAreProtected() {
        for (var cluster : List.of(SmallWorld.ORDERS, SmallWorld.BASKET)) {
            assertThat(Day.line(report(), cluster).path("standing").asText())
                    .as(cluster)
                    .isEqualTo("PROTECTED");
        }
        assertThat(report().path("gaps")).isEmpty();
    }

    private List<String> ringing() {
        return life.world().machinery().alarms().all().stream()
                .filter(alarm -> alarm.state() == Alarm.State.ALARM)
                .map(alarm -> alarm.name)
                .toList();
    }

    @Test
    void copiesArriveAndEveryReportIsTrue() {
        live(DAYS);

        assertThat(sweeps)
                .hasSize(8)
                .allSatisfy(
                        sweep -> assertThat(sweep.disagreements()).as("%s", sweep.at()).isEmpty());
        bothAreProtected();
        assertThat(life.world().vaults().find(SmallWorld.VAULT_ARN).orElseThrow().points)
                .hasSize(8);
        assertThat(life.world().server().unanswered()).isEmpty();
    }

    @Test
    void noRunFailsNothingIsDroppedAndNoAlarmRings() {
        live(DAYS);
        var machinery = life.world().machinery();

        assertThat(machinery.stateMachines().all())
                .singleElement()
                .satisfies(machine ->
                        assertThat(machine.executions())
                                .hasSize(8)
                                .allMatch(each -> each.status() == Execution.Status.SUCCEEDED));
        assertThat(machinery.eventInvocations().dropped()).isEmpty();
        assertThat(machinery.queues().all())
                .filteredOn(queue -> queue.name.equals("second-backup-dead-letters"))
                .singleElement()
                .satisfies(queue -> assertThat(queue.messages()).isEmpty());
        assertThat(ringing()).isEmpty();
        assertThat(life.slack().messages())
                .hasSize(7)
                .filteredOn(message -> message.contains("Self-test: "))
                .as("it was a Monday")
                .hasSize(1);
    }

    /// Every event of AWS Backup is lost: Copy's own schedule makes good for them.
    @Test
    void lostEventsDoNoHarm() {
        life.world().machinery().backupEvents().delivery = new Delivery(1, 0, 0);
        live(DAYS);

        assertThat(sweeps).allMatch(sweep -> sweep.disagreements().isEmpty());
        bothAreProtected();
    }

    /// And the other way round: without Copy's schedule its events and the sweeps do.
    @Test
    void lostScheduleDoesNoHarm() {
        schedule("second-backup-copy").enabled = false;
        live(DAYS);

        assertThat(sweeps).allMatch(sweep -> sweep.disagreements().isEmpty());
        bothAreProtected();
    }

    @Test
    void deadManRingsADayAfterTheSweepWasSwitchedOffAndNotBefore() {
        live(Duration.ofDays(2));
        assertThat(ringing()).isEmpty();
        var last = sweeps.getLast().at();
        schedule("second-backup-sweep").enabled = false;

        life.world().advanceTo(last.plus(SILENCE));
        assertThat(ringing()).doesNotContain(SILENT);
        life.world().advanceTo(last.plus(SILENCE_AT_MOST));
        assertThat(ringing()).contains(SILENT);

        schedule("second-backup-sweep").enabled = true;
        live(Duration.ofHours(14));
        assertThat(ringing()).doesNotContain(SILENT);
    }

    private Schedule schedule(String name) {
        return life.world().machinery().schedules().all().stream()
                .filter(schedule -> schedule.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// The StackSets reach it by themselves.
    @Test
    void accountThatIsBornIsReadAndItsClusterCopied() {
        live(Duration.ofDays(1));
        var born = "555555555555";
        var now = life.world().time().instant();
        life.world().organization().join(born, "born", "ou-root-products", now);
        life.world().settings().optIn(born, SmallWorld.IRELAND, "Aurora", true);
        live(Duration.ofMinutes(10));

        assertThat(life.world().roles().find(born, "second-backup-member-survey")).isPresent();
        live(Duration.ofDays(1));
        assertThat(sweeps).allMatch(sweep -> sweep.disagreements().isEmpty());
        assertThat(Day.gaps(report(), born)).isEmpty();
    }
}
