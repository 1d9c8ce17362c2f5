package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.Sample;
import secondbackup.inventory.AccountId;
import secondbackup.policy.PromiseRule.Who;

class PromisesTogetherTest {
    private static final Who EVERYBODY = who();
    private static final PromiseRule FIRST = Sample.rule("a.json", EVERYBODY, 26, 35, Route.AUTO);

    @Test
    void staysSilentWherePromisesWantTheSameSnapshots() {
        var second = Sample.rule("b.json", who(Sample.ACCOUNT), 30, 90, Route.REKEYED);
        assertThat(PromisesTogether.problems(List.of(FIRST, second))).isEmpty();
        assertThat(PromisesTogether.problems(List.of())).isEmpty();
    }

    @Test
    void namesTheLaterOfTwoThatGetInEachOthersWay() {
        var second = changed(FIRST, "b.json", EVERYBODY, FIRST.schedule(), 9);
        assertThat(PromisesTogether.problems(List.of(FIRST, second)))
                .containsExactly(
                        "b.json /schedule: 'cron(0 5 * * ? *)': expected another time than in a.json, or the"
                                + " same sourceRetentionDays and tiers: both may bind one cluster, and AWS"
                                + " Backup runs one job of a cluster at a time");
        var tiered = Sample.tiered("b.json", new Tier(Tier.Period.WEEKLY, 1, 14, 90, false));
        assertThat(PromisesTogether.problems(List.of(FIRST, tiered))).hasSize(1);
    }

    @Test
    void staysSilentAtAnotherTime() {
        var later = new PromiseRule.Schedule("cron(0 7 * * ? *)", "Europe/Stockholm");
        var second = changed(FIRST, "b.json", EVERYBODY, later, 9);
        assertThat(PromisesTogether.problems(List.of(FIRST, second))).isEmpty();
    }

    @Test
    void staysSilentWhereNoClusterCanBeBoundByBoth() {
        var one = changed(FIRST, "b.json", who(Sample.ACCOUNT), FIRST.schedule(), 9);
        var other = changed(FIRST, "c.json", who(Sample.OTHER_ACCOUNT), FIRST.schedule(), 10);
        var both = who(Sample.ACCOUNT, Sample.OTHER_ACCOUNT);
        assertThat(PromisesTogether.problems(List.of(one, other))).isEmpty();
        assertThat(
                        PromisesTogether.problems(
                                List.of(one, changed(other, "d.json", both, FIRST.schedule(), 10))))
                .hasSize(1);
    }

    private static PromiseRule changed(
            PromiseRule rule, String file, Who who, PromiseRule.Schedule schedule, int days) {
        return new PromiseRule(
                file,
                rule.why(),
                who,
                rule.copyAgeMax(),
                rule.retentionDays(),
                rule.route(),
                schedule,
                days,
                rule.tiers());
    }

    private static Who who(AccountId... accounts) {
        return new Who(List.of(accounts), List.of(), new TreeMap<>());
    }
}
