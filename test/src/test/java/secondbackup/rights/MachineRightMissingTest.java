package secondbackup.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.proof.SmallWorld;
import secondbackup.rehearsal.Life;
import secondbackup.simulation.cloudwatch.Alarm;

/// Takes a right away with which AWS's services wake and run what was deployed: an alarm rings or a gap stands, unless
/// something else makes good for it.
final class MachineRightMissingTest {
    /// A first sweep has ended well, so that every alarm is in order.
    private static final Duration MORNING = Duration.ofHours(14);

    private static final Duration SPAN = Duration.ofHours(40);

    private final Life life = Life.deployed(SmallWorld.read(SmallWorld.bare()), 1);

    /// Alarms that rang and kinds of gaps that stand.
    private SortedSet<String> heard(String file, String action) {
        life.live(MORNING, _ -> {});
        var begin = life.world().time().instant();
        for (var role : RightsFile.named(file).roles(life.world())) {
            var policy = role.policies.getOrDefault("rights", "");
            assertThat(policy).contains(action);
            role.policies.put("rights", RightsFile.without(policy, action));
        }
        life.live(SPAN, _ -> {});
        var heard = new TreeSet<String>();
        for (var alarm : life.world().machinery().alarms().all()) {
            alarm.history.stream()
                    .filter(change -> change.to() == Alarm.State.ALARM)
                    .filter(change -> change.at().isAfter(begin))
                    .forEach(_ -> heard.add(alarm.name));
        }
        life.read("reports/latest.json")
                .path("gaps")
                .forEach(gap -> heard.add(gap.path("kind").asText()));
        // The lock is in its grace time.
        heard.remove("VaultNotLocked");
        // That a role of the accounts lacks a right is told by itself.
        heard.remove("DeploymentDrifted");
        return heard;
    }

    @ParameterizedTest
    @CsvSource({
        "sweep-schedule.json, states:StartExecution, second-backup-dead-letters",
        "sweep-schedule.json, states:StartExecution, second-backup-silence",
        "sweep.json, lambda:InvokeFunction, second-backup-sweep-failed",
        "sweep.json, states:StartExecution, second-backup-sweep-failed",
        "copy.json, sqs:ReceiveMessage, second-backup-copy-queue-age",
        "report-written.json, events:PutEvents, second-backup-silence"
    })
    void isHeardOf(String file, String action, String heard) {
        assertThat(heard(file, action)).contains(heard);
    }

    /// Copy is woken by its schedule, by events and by each sweep: two of them are enough.
    @ParameterizedTest
    @CsvSource({
        "sweep.json, sqs:SendMessage",
        "member-events.json, events:PutEvents",
        "copy-schedule.json, sqs:SendMessage"
    })
    void isMadeGoodFor(String file, String action) {
        assertThat(heard(file, action)).isEmpty();
        assertThat(life.world().vaults().find(SmallWorld.VAULT_ARN).orElseThrow().points)
                .hasSizeGreaterThanOrEqualTo(4);
    }
}
