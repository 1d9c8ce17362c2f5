package secondbackup.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

    private boolean rang() {
        return alarm().history.stream().anyMatch(change -> change.to() == Alarm.State.ALARM);
    }

    @Test
    void eachWeekBringsOneAndTheAlarmIsContent() {
        lived.pass(Duration.ofDays(7));
        assertThat(heard())
                .singleElement()
                .asString()
                .contains("tripwires of account " + SmallWorld.VAULT)
                .contains("Nothing is wrong.");

        lived.pass(Duration.ofDays(7));
        assertThat(heard()).hasSize(2);
        assertThat(alarm().state()).isEqualTo(Alarm.State.OK);
        assertThat(lived.told()).noneMatch(text -> text.contains("Tripwire "));
    }

    /// Without a trail no tripwire rings: nothing else in the estate would tell of that for as long as nobody attacks.
    @Test
    void aTrailThatWasStoppedIsNoticed() {
        lived.pass(Duration.ofDays(1));
        lived.world().trails().all.forEach(trail -> trail.logging = false);

        lived.pass(Duration.ofDays(6));
        assertThat(alarm().state()).isEqualTo(Alarm.State.OK);
        lived.pass(Duration.ofDays(9));
        assertThat(alarm().state()).isEqualTo(Alarm.State.ALARM);

        lived.world().trails().all.forEach(trail -> trail.logging = true);
        lived.pass(Duration.ofDays(8));
        assertThat(heard()).isNotEmpty();
        assertThat(alarm().state()).isEqualTo(Alarm.State.OK);
    }

    /// The call enables the rule: one that somebody disabled is mended by the test that finds it so.
    @Test
    void aRuleThatWasDisabledIsEnabledAgain() {
        var rule = Objects.requireNonNull(vaultBus().rules.get(RULE), RULE);
        rule.enabled = false;

        lived.pass(Duration.ofDays(7));

        assertThat(rule.enabled).isTrue();
        assertThat(heard()).isNotEmpty();
    }

    @Test
    void aRoleWithoutItsRightIsNoticed() {
        lived.world()
                .roles()
                .find(SmallWorld.VAULT, "second-backup-self-test")
                .orElseThrow()
                .policies
                .clear();

        lived.pass(Duration.ofDays(10));

        assertThat(heard()).isEmpty();
        assertThat(rang()).isTrue();
    }
}
