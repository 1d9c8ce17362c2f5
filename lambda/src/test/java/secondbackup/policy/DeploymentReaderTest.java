package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.inventory.AccountId;

/// What the stacks are told, tried on the bundled files.
class DeploymentReaderTest {
    private static final String ESTATE = "estate.json";
    private static final String GOVERNANCE = "\"mode\": \"governance\"";
    private static final String SENTENCE = "NOBODY CAN UNDO THIS, NOT EVEN AWS";
    private static final String NONE_EXCLUDED = "\"exclude\": []";

    private final SortedMap<String, String> files = PolicyReaderTest.files();

    @Test
    void readsWhatIsBundled() {
        var deployment = read();

        assertThat(deployment.units()).containsExactly("r-root");
        assertThat(deployment.locks())
                .singleElement()
                .satisfies(lock -> assertThat(lock.graceDays()).isEmpty());
        assertThat(deployment.recovery().orElseThrow().account())
                .isEqualTo(new AccountId("666666666666"));
        assertThat(deployment.sweep().timeZone()).isEqualTo("Europe/Stockholm");
        assertThat(deployment.watch().region().value()).isEqualTo("eu-west-1");
        assertThat(deployment.alarmEmail()).isEmpty();
        assertThat(deployment.backupRoles())
                .containsExactly("service-role/AWSBackupDefaultServiceRole");
        assertThat(deployment.tags()).containsEntry("project", "second-backup");
    }

    @Test
    void complianceModeNeedsBothSwitchesAndSaysWhatItMeans() {
        change(GOVERNANCE, "\"mode\": \"compliance\", \"graceDays\": 3");

        assertThatThrownBy(this::read)
                .hasMessageContainingAll(
                        "1 problem",
                        "estate.json /complianceLock: missing",
                        SENTENCE,
                        "no administrator, no root user, not AWS");

        complianceLock(SENTENCE);
        assertThat(read().locks().getFirst().graceDays()).hasValue(3);
    }

    @Test
    void theSentenceAloneLeavesGovernanceModeAsItIs() {
        complianceLock(SENTENCE);

        assertThat(read().locks().getFirst().graceDays()).isEmpty();
    }

    @Test
    void theSentenceMustBeTheSentence() {
        complianceLock("yes");

        assertThatThrownBy(this::read).hasMessageContainingAll("/complianceLock: 'yes'", SENTENCE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void refusesAGraceTimeThatAwsWouldNotTake(int days) {
        change(GOVERNANCE, "\"mode\": \"compliance\", \"graceDays\": " + days);
        complianceLock(SENTENCE);

        assertThatThrownBy(this::read).hasMessageContaining("/vaults/0/graceDays: '" + days + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"mode\": \"compliance\" | graceDays, 3 or more, in compliance mode",
                "\"mode\": \"governance\", \"graceDays\": 3 | no graceDays in governance mode",
                "\"graceDays\": 3 | mode: governance or compliance"
            })
    void refusesALockThatIsHalfOneAndHalfTheOther(String mode, String expected) {
        change(GOVERNANCE, mode);
        complianceLock(SENTENCE);

        assertThatThrownBy(this::read).hasMessageContainingAll("1 problem", expected);
    }

    @Test
    void wantsAnUpperBoundOfRetention() {
        change("\"retentionMaxDays\": 400,", "");

        assertThatThrownBy(this::read)
                .hasMessageContaining("/vaults/0")
                .hasMessageContaining("retentionMaxDays");
    }

    @ParameterizedTest
    @CsvSource({"6, false", "7, true", "8, true"})
    void knowsTheLeastRetentionOfAnAirGappedVault(int days, boolean fine) {
        change("\"kind\": \"locked\"", "\"kind\": \"air-gapped\"");
        change(",\n      " + GOVERNANCE, "");
        change("\"retentionMinDays\": 7", "\"retentionMinDays\": " + days);
        complianceLock(SENTENCE);

        if (fine) {
            assertThat(read().locks().getFirst().graceDays()).isEmpty();
        } else {
            assertThatThrownBy(this::read)
                    .hasMessageContainingAll("1 problem", "retentionMinDays of at least 7");
        }
    }

    @Test
    void anAirGappedVaultHasNoModeAndNeedsTheSentence() {
        change("\"kind\": \"locked\"", "\"kind\": \"air-gapped\"");

        assertThatThrownBy(this::read)
                .hasMessageContainingAll("2 problems", "neither mode nor graceDays", SENTENCE);
    }

    @Test
    void readsAnExclusion() {
        exclude("444444444404", "2028-02-29");

        assertThat(PolicyReader.read(files).estate().exclusions())
                .containsExactly(
                        new Exclusion(
                                new AccountId("444444444404"),
                                "data science",
                                "synthetic data",
                                LocalDate.of(2028, 2, 29)));
    }

    @ParameterizedTest
    @CsvSource({
        "444444444404, 2027-02-29, a day of the calendar",
        "333333333333, 2027-02-28, an account that StackSets would reach",
        "111111111111, 2027-02-28, an account that StackSets would reach"
    })
    void refusesAnExclusionThatCannotBe(String account, String until, String expected) {
        exclude(account, until);

        assertThatThrownBy(this::read).hasMessageContainingAll("1 problem", account, expected);
    }

    @ParameterizedTest
    @CsvSource({"owner", "reason", "until"})
    void wantsEveryExclusionExplained(String field) {
        exclude("444444444404", "2027-06-30");
        change("\"" + field + "\"", "\"note\"");

        assertThatThrownBy(this::read).hasMessageContainingAll("/targets/exclude/0", field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"account\": \"333333333333\" | \"account\": \"222222222222\" | watch/account",
                "\"region\": \"eu-west-1\" | \"region\": \"eu-central-1\" | watch/region"
            })
    void theAlarmLivesWhereItDoesNotWatch(String before, String after, String field) {
        change(before, after);

        assertThatThrownBy(this::read)
                .hasMessageContainingAll("1 problem", field, "must not fall silent");
    }

    @Test
    void copiesComeBackIntoAnotherAccountAndByPeopleOfTheVaultAccount() {
        change("eu-central-1:666666666666", "eu-central-1:333333333333");
        change(
                "arn:aws:iam::333333333333:user/recovery/first",
                "arn:aws:iam::222222222222:user/first");

        assertThatThrownBy(this::read)
                .hasMessageContainingAll(
                        "2 problems",
                        "expected an account that holds no vault",
                        "expected a user of the vault account, 333333333333");
    }

    @Test
    void worksWithoutARecoveryAccount() {
        files.computeIfPresent(
                ESTATE, (_, text) -> text.replaceFirst("(?s) {2}\"recovery\": \\{.*?\\},\n", ""));

        assertThat(read().recovery()).isEmpty();
    }

    @Test
    void twoVaultsNeedTwoNames() {
        files.computeIfPresent(
                ESTATE,
                (_, text) ->
                        text.replaceFirst(
                                "(?s)\"vaults\": \\[(.*?\\})\n  \\]", "\"vaults\": [$1,$1]"));

        assertThatThrownBy(this::read).hasMessageContainingAll("1 problem", "a name of its own");
    }

    /// What a sweep saw is the gap `SweepStale` after twelve hours.
    @ParameterizedTest
    @CsvSource({"5, true", "4, true", "3, false"})
    void sweepsAreNoMoreThanTwelveHoursApart(int first, boolean fine) {
        change("cron(0 4/12 * * ? *)", "cron(0 " + first + ",16,22 * * ? *)");

        if (fine) {
            assertThat(read().sweep().cron()).isEqualTo("cron(0 " + first + ",16,22 * * ? *)");
        } else {
            assertThatThrownBy(this::read)
                    .hasMessageContainingAll(
                            "1 problem",
                            "estate.json /schedules/sweep/cron: 'cron(0 3,16,22 * * ? *)': expected sweeps"
                                    + " that begin no more than 12 hours apart");
        }
    }

    /// The estate's clock is that of Stockholm.
    @ParameterizedTest
    @CsvSource({"2, false", "3, true"})
    void sweepsAreNoFurtherApartWhereSpringSkipsAnHour(int first, boolean fine) {
        var cron = "cron(30 " + first + "/12 * * ? *)";
        change("cron(0 4/12 * * ? *)", cron);

        if (fine) {
            assertThat(read().sweep().cron()).isEqualTo(cron);
        } else {
            assertThatThrownBy(this::read)
                    .hasMessageContainingAll(
                            "1 problem", "no more than 12 hours apart, in spring", "no 02:30");
        }
    }

    @Test
    void namesProblemsOfEveryKindOfFileAtOnce() {
        change("\"cron\": \"cron(0 4/12 * * ? *)\"", "\"cron\": \"cron(0 24 * * ? *)\"");
        files.put("rights/list.json", "{}");
        files.put("vault/key-policy.json", "{\"why\": \"\"}");
        files.put("organization/delegation.json", "[]");

        assertThatThrownBy(this::read)
                .isInstanceOf(BadPolicies.class)
                .hasMessageContainingAll(
                        "estate.json /schedules/sweep/cron: 'cron(0 24 * * ? *)'",
                        "rights/list.json /",
                        "vault/key-policy.json /why",
                        "organization/delegation.json /");
    }

    @Test
    void namesAFileThatNothingReads() {
        files.put("right/list.json", "{}");

        assertThatThrownBy(this::read)
                .hasMessageContainingAll("1 problem", "right/list.json: expected a file that");
    }

    @ParameterizedTest
    @ValueSource(strings = {"role/*", "user/*", "role/**", "group/all", "*"})
    void refusesARosterOfEverybody(String principal) {
        files.computeIfPresent(
                "roster.json",
                (_, text) ->
                        PolicyReaderTest.replaced(text, "role/second-backup-recovery", principal));

        assertThatThrownBy(this::read)
                .hasMessageContainingAll("1 problem", "roster.json /principals/2/principal");
    }

    @Test
    void readsVaultsOfOthers() {
        change(
                "\"schedules\"",
                "\"otherVaults\": [{\"vault\":"
                        + " \"arn:aws:backup:*:777777777777:backup-vault:cab-*\", \"why\":"
                        + " \"theirs\"}],\n"
                        + "  \"schedules\"");

        assertThat(read().otherVaults())
                .containsExactly("arn:aws:backup:*:777777777777:backup-vault:cab-*");
    }

    @Test
    void namesASchemaThatIsMissing() {
        var without = new TreeMap<>(files);
        without.remove("schema/rights.schema.json");

        assertThatThrownBy(() -> DeploymentReader.read(without))
                .hasMessageContaining("schema/rights.schema.json: missing");
    }

    private Deployment read() {
        return DeploymentReader.read(files);
    }

    private void change(String text, String by) {
        files.computeIfPresent(ESTATE, (_, before) -> PolicyReaderTest.replaced(before, text, by));
    }

    private void complianceLock(String sentence) {
        change("\"targets\"", "\"complianceLock\": \"" + sentence + "\",\n  \"targets\"");
    }

    private void exclude(String account, String until) {
        change(
                NONE_EXCLUDED,
                "\"exclude\": [{\"account\": \""
                        + account
                        + "\", \"owner\": \"data science\", \"reason\": \"synthetic data\","
                        + " \"until\": \""
                        + until
                        + "\"}]");
    }
}
