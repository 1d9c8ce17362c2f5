package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import secondbackup.handler.PolicyFiles;
import secondbackup.policy.Tier.Period;

/// The promise keeps 7 days in the source and 35 in the vault, whose lock allows 400 at most.
class TierRulesTest {
    private static final String RULE = "backup/every-cluster.json";
    private static final String WEEKLY =
            "{\"weekly\": {\"day\": \"SUN\", \"sourceRetentionDays\": 8, \"retentionDays\": 36}}";
    private static final String MONTHLY =
            "{\"monthly\": {\"day\": 28, \"sourceRetentionDays\": 8, \"retentionDays\": 400}}";

    @Test
    void readsWeeklyBeforeMonthly() {
        var both =
                MONTHLY.replace("}}", "}, " + WEEKLY.substring(1))
                        .replace("8, \"retentionDays\": 400", "9, \"retentionDays\": 400");
        assertThat(PolicyReader.read(files(both)).rules().getFirst().tiers())
                .containsExactly(
                        new Tier(Period.WEEKLY, 7, 8, 36, false),
                        new Tier(Period.MONTHLY, 28, 9, 400, false));
        assertThat(PolicyReader.read(files(WEEKLY)).rules().getFirst().tiers()).hasSize(1);
    }

    @Test
    void takesNoTiers() {
        var rules = PolicyReader.read(PolicyFiles.read(Optional.empty())).rules();
        assertThat(rules).allMatch(rule -> rule.tiers().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "8, 7, '/tiers/weekly/sourceRetentionDays: ''7'': expected more than 7'",
        "36, 35, '/tiers/weekly/retentionDays: ''35'': expected more than 35'",
        "36, 401, '/tiers/weekly/retentionDays: ''401'': expected 400 at most, the lock'",
    })
    void wantsATierToKeepLonger(String right, String wrong, String problem) {
        refuses(files(WEEKLY.replace(": " + right, ": " + wrong)), problem);
    }

    @Test
    void wantsMonthlyPointsKeptLongerThanWeeklyOnes() {
        var both = WEEKLY.replace("}}", "}, " + MONTHLY.substring(1));
        refuses(files(both), "/tiers/monthly/sourceRetentionDays: '8': expected more than 8");
    }

    @ParameterizedTest
    @CsvSource({
        "cron(0 0/6 * * ? *)",
        "cron(0 1 ? * MON *)",
        "cron(0 1 1 * ? *)",
        "cron(0 1 * 1 ? *)"
    })
    void wantsOneTimeOfEveryDay(String cron) {
        var files = files(WEEKLY);
        files.computeIfPresent(RULE, (_, text) -> text.replace("cron(0 1 * * ? *)", cron));
        refuses(files, "/schedule/cron: '" + cron + "': expected one time of every day");
    }

    @Test
    void takesAQuestionMarkForEitherDay() {
        var files = files(WEEKLY);
        var cron = "cron(30 23 ? * * *)";
        files.computeIfPresent(RULE, (_, text) -> text.replace("cron(0 1 * * ? *)", cron));
        var plan = BackupPlans.of(PolicyReader.read(files).rules()).getFirst();
        assertThat(plan.rules().getLast().schedule().cron()).isEqualTo("cron(30 23 ? * SUN *)");
    }

    @Test
    void wantsNoFloorCopyWhereAPlanCannotCopy() {
        var floor = WEEKLY.replace("36}", "36, \"floorCopy\": true}");
        assertThat(
                        PolicyReader.read(files(floor))
                                .rules()
                                .getFirst()
                                .tiers()
                                .getFirst()
                                .floorCopy())
                .isTrue();
        var files = files(floor);
        files.computeIfPresent(RULE, (_, text) -> text.replace("\"auto\"", "\"rekeyed\""));
        refuses(files, "/tiers/weekly/floorCopy: 'true': expected false with route rekeyed");
    }

    @Test
    void wantsADayThatEveryMonthHas() {
        refuses(files(MONTHLY.replace("28", "29")), RULE + " /tiers/monthly/day: '29'");
    }

    private static void refuses(SortedMap<String, String> files, String problem) {
        assertThatThrownBy(() -> PolicyReader.read(files))
                .isInstanceOf(BadPolicies.class)
                .hasMessageContaining("1 problem")
                .hasMessageContaining(problem);
    }

    private static SortedMap<String, String> files(String tiers) {
        var files = new TreeMap<>(PolicyFiles.read(Optional.empty()));
        files.remove("backup/research.json");
        files.computeIfPresent(
                RULE, (_, text) -> text.replaceFirst("\\{", "{\"tiers\": " + tiers + ", "));
        return files;
    }
}
