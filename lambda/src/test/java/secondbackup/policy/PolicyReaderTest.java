package secondbackup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.handler.PolicyFiles;

/// What the schemas cannot say of the files in `policies/`, tried on the ones that are bundled.
class PolicyReaderTest {
    private static final String ESTATE = "estate.json";
    private static final String RULE = "backup/every-cluster.json";

    @Test
    void readsWhatIsBundled() {
        assertThat(PolicyReader.read(files()).rules())
                .extracting(PromiseRule::file)
                .containsExactly(RULE, "backup/research.json");
    }

    @ParameterizedTest
    @CsvSource({"24, 4, 5", "25, 4, 5", "30, 4, 5", "48, 5, 6", "96, 7, 8"})
    void asksForTimeToActBeforeTheLastCopyExpires(int ageMaxHours, int tooFew, int enough) {
        var files = changed(files(), ESTATE, "\"retentionMinDays\": 7", "\"retentionMinDays\": 1");
        changed(files, RULE, "\"copyAgeMaxHours\": 36", "\"copyAgeMaxHours\": " + ageMaxHours);
        changed(files, RULE, "\"retentionDays\": 35", "\"retentionDays\": " + tooFew);

        assertThatThrownBy(() -> PolicyReader.read(files))
                .isInstanceOf(BadPolicies.class)
                .hasMessageContaining(
                        RULE + " /retentionDays: '" + tooFew + "': expected at least " + enough);

        changed(files, RULE, "\"retentionDays\": " + tooFew, "\"retentionDays\": " + enough);
        assertThat(PolicyReader.read(files).rules())
                .extracting(PromiseRule::retentionDays)
                .first()
                .isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({"37, 2, 3", "60, 2, 3", "61, 3, 4"})
    void asksForPointsThatOutlastTheAgeOfACopy(int ageMaxHours, int tooFew, int enough) {
        var files =
                changed(
                        files(),
                        RULE,
                        "\"copyAgeMaxHours\": 36",
                        "\"copyAgeMaxHours\": " + ageMaxHours);
        files.remove("backup/research.json"); // takes the same clusters at the same time
        changed(files, RULE, "\"sourceRetentionDays\": 7", "\"sourceRetentionDays\": " + tooFew);

        assertThatThrownBy(() -> PolicyReader.read(files))
                .hasMessageContaining(RULE + " /sourceRetentionDays: '" + tooFew + "'");

        changed(
                files,
                RULE,
                "\"sourceRetentionDays\": " + tooFew,
                "\"sourceRetentionDays\": " + enough);
        assertThat(PolicyReader.read(files).rules())
                .extracting(PromiseRule::sourceRetentionDays)
                .first()
                .isEqualTo(enough);
    }

    @ParameterizedTest
    @ValueSource(strings = {"second-backup-source", "second-backup", "second-backup-source-rekey"})
    void wantsVaultsOfAccountsThatTheirNamesTellApart(String rekey) {
        var files = changed(files(), ESTATE, "\"second-backup-rekey\"", "\"" + rekey + "\"");

        assertThatThrownBy(() -> PolicyReader.read(files))
                .hasMessageContaining("1 problem")
                .hasMessageContaining("estate.json /rekeyVault: '" + rekey + "': expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"second-backup-sourcery", "second-backups", "rekey"})
    void takesNamesThatOnlyBeginAlike(String rekey) {
        var files = changed(files(), ESTATE, "\"second-backup-rekey\"", "\"" + rekey + "\"");
        var read = PolicyReader.read(files).estate();

        assertThat(read.isRekeyVault(rekey + "-1a2b3c4d")).isTrue();
        assertThat(read.isSourceVault(rekey + "-1a2b3c4d")).isFalse();
    }

    @Test
    void wantsNoVaultInTheManagementAccount() {
        var files = changed(files(), ESTATE, "333333333333", "111111111111");

        assertThatThrownBy(() -> PolicyReader.read(files))
                .hasMessageContaining("1 problem")
                .hasMessageContaining("expected an account that is not the management account");
    }

    /// What that costs a small organization is theirs to weigh.
    @Test
    void letsTheVaultAccountBeTheControlAccount() {
        var files = changed(files(), ESTATE, "333333333333", "222222222222");
        var estate = PolicyReader.read(files).estate();

        assertThat(estate.vaults().getFirst().account()).isEqualTo(estate.controlAccount());
        assertThat(estate.ownAccounts()).hasSize(2);
    }

    @Test
    void refusesAFieldThatStandsTwice() {
        var twice = "\"retentionDays\": 35, \"retentionDays\": 7";
        var files = changed(files(), RULE, "\"retentionDays\": 35", twice);

        assertThatThrownBy(() -> PolicyReader.read(files))
                .isInstanceOf(BadPolicies.class)
                .hasMessageContaining(RULE)
                .hasMessageContaining("retentionDays");
    }

    static SortedMap<String, String> files() {
        return PolicyFiles.read(Optional.empty());
    }

    private static SortedMap<String, String> changed(
            SortedMap<String, String> files, String name, String text, String by) {
        files.computeIfPresent(name, (_, before) -> replaced(before, text, by));
        return files;
    }

    /// The text with a part of it replaced, which must be there.
    static String replaced(String before, String text, String by) {
        assertThat(before).contains(text);
        return before.replace(text, by);
    }
}
