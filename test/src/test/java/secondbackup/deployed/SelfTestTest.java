package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import secondbackup.proof.SmallWorld;
import secondbackup.simulation.cloudwatch.Alarm;
import secondbackup.simulation.events.EventBuses;

/// The tripwires' weekly self-test, as it was deployed: the schedule makes a call in the vault account, and from the trail
/// to Slack everything else is what a real call would take.
final class SelfTestTest {
    private static final String ALARM = "second-backup-self-test";
    private static final String RULE = "second-backup-tripwire-SelfTest";

    private final SmallOrganization lived = SmallOrganization.deployed();

    private List<String> heard() {
        return lived.told().stream().filter(text -> text.contains("Self-test: ")).toList();
    }

    private Alarm alarm() {
        return lived.world().machinery().alarms().all().stream()
                .filter(alarm -> alarm.name.equals(ALARM))
                .findFirst()
                .orElseThrow();
    }

    private EventBuses.Bus vaultBus() {
        return lived.world().machinery().buses().standard(SmallWorld.VAULT, SmallWorld.HOME);
    }

    /// Copy has its own tests, and would take most of the time.
    @BeforeEach
    void letCopyRest() {
        lived.world().machinery().schedules().all().stream()
                .filter(schedule -> schedule.name.equals("second-backup-copy"))
                .forEach(schedule -> schedule.enabled = false);
    }

    /// The call enables the rule: one that somebody disabled is mended by the test that finds it so.
    @Test
    void eachWeekBringsOneAndMendsARuleThatWasDisabled() {
        var rule = Objects.requireNonNull(vaultBus().rules.get(RULE), RULE);
        lived.pass(Duration.ofDays(7));
        assertThat(heard())
                .singleElement()
                .asString()
                .contains("tripwires of account " + SmallWorld.VAULT)
                .contains("Nothing is wrong.");
        rule.enabled = false;

        lived.pass(Duration.ofDays(7));
        assertThat(heard()).hasSize(2);
        assertThat(rule.enabled).isTrue();
        assertThat(alarm().state()).isEqualTo(Alarm.State.OK);
        assertThat(lived.told()).noneMatch(text -> text.contains("Tripwire SelfTest"));
    }

    /// Without a trail no tripwire rings: nothing else in the estate would tell of that for as long as nobody attacks.
    @Test
    void aTrailThatWasStoppedIsNoticed() {
        lived.world().trails().all.forEach(trail -> trail.logging = false);

        lived.pass(Duration.ofDays(8));
        assertThat(alarm().state()).isEqualTo(Alarm.State.OK);
        lived.pass(Duration.ofDays(2));
        assertThat(heard()).isEmpty();
        assertThat(alarm().state()).isEqualTo(Alarm.State.ALARM);

        lived.world().trails().all.forEach(trail -> trail.logging = true);
        lived.pass(Duration.ofDays(7));
        assertThat(heard()).hasSize(1);
        assertThat(alarm().state()).isEqualTo(Alarm.State.OK);
    }
}
