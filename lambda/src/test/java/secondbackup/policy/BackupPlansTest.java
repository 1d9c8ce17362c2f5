package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import secondbackup.Sample;
import secondbackup.inventory.AccountId;
import secondbackup.policy.BackupPlans.BackupPlan;
import secondbackup.policy.PromiseRule.Who;

class BackupPlansTest {
    private static final Who EVERYBODY = who(List.of(), List.of(), Map.of());
    private static final Who SHOP = who(List.of(Sample.ACCOUNT), List.of(), Map.of());
    private static final Who BOTH =
            who(List.of(Sample.ACCOUNT, Sample.OTHER_ACCOUNT), List.of(), Map.of());
    private static final Who CRITICAL = who(List.of(), List.of(), Map.of("tier", "critical"));
    private static final Who UNIT = who(List.of(), List.of("ou-shop"), Map.of());

    @Test
    void takesAClusterOnceThatSeveralPromisesBind() {
        assertThat(plans(EVERYBODY, SHOP, CRITICAL, UNIT))
                .singleElement()
                .extracting(BackupPlan::takes)
                .isEqualTo(List.of(EVERYBODY));
        assertThat(plans(SHOP, BOTH, EVERYBODY).getFirst().takes()).containsExactly(EVERYBODY);
        assertThat(plans(SHOP, BOTH).getFirst().takes()).containsExactly(BOTH);
        assertThat(plans(SHOP, SHOP).getFirst().takes()).containsExactly(SHOP);
    }

    @Test
    void leavesOutNobodyWhomNoOtherContains() {
        assertThat(plans(SHOP, CRITICAL).getFirst().takes()).containsExactly(SHOP, CRITICAL);
        assertThat(plans(UNIT, SHOP).getFirst().takes()).containsExactly(UNIT, SHOP);
        var critical = who(List.of(), List.of(), Map.of("tier", "critical", "team", "shop"));
        assertThat(
                        plans(critical, who(List.of(), List.of(), Map.of("tier", "low")))
                                .getFirst()
                                .takes())
                .hasSize(2);
    }

    @Test
    void makesAPlanForEachKindOfSnapshots() {
        var daily = Sample.tiered("daily.json");
        var longer = Sample.tiered("longer.json", new Tier(Tier.Period.WEEKLY, 7, 14, 90, false));
        assertThat(BackupPlans.of(List.of(daily, longer)))
                .extracting(BackupPlan::name)
                .containsExactly("daily", "longer");
    }

    @Test
    void namesRulesAfterWhatTheyTake() {
        var weekly = new Tier(Tier.Period.WEEKLY, 7, 14, 90, false);
        var monthly = new Tier(Tier.Period.MONTHLY, 1, 40, 365, true);
        var rule = Sample.tiered("all.json", weekly, monthly);
        var zone = "Europe/Stockholm";
        assertThat(BackupPlans.of(List.of(rule)).getFirst().rules())
                .containsExactly(
                        new BackupPlans.Rule("daily", rule.schedule(), 7, 0),
                        new BackupPlans.Rule(
                                "weekly",
                                new PromiseRule.Schedule("cron(0 5 ? * SUN *)", zone),
                                14,
                                0),
                        new BackupPlans.Rule(
                                "monthly",
                                new PromiseRule.Schedule("cron(0 5 1 * ? *)", zone),
                                40,
                                365));
    }

    private static List<BackupPlan> plans(Who... bound) {
        var number = new int[] {0};
        return BackupPlans.of(
                List.of(bound).stream()
                        .map(who -> Sample.rule(number[0]++ + ".json", who, 26, 35, Route.AUTO))
                        .toList());
    }

    private static Who who(List<AccountId> accounts, List<String> units, Map<String, String> tags) {
        return new Who(accounts, units, new TreeMap<>(tags));
    }
}
