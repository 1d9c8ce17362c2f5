package secondbackup.simulation.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.backup.model.DescribeGlobalSettingsRequest;
import software.amazon.awssdk.services.backup.model.DescribeGlobalSettingsResponse;
import software.amazon.awssdk.services.backup.model.DescribeRegionSettingsRequest;
import software.amazon.awssdk.services.backup.model.DescribeRegionSettingsResponse;
import software.amazon.awssdk.services.backup.model.UpdateGlobalSettingsRequest;
import software.amazon.awssdk.services.backup.model.UpdateRegionSettingsRequest;

final class SettingsOperationsTest {
    private final Office office = Office.likely();

    @Test
    void keepsOptInsPerType() {
        office.call(optIn("Aurora", false));
        office.call(optIn("Neptune", true));

        var told =
                office.call(
                                DescribeRegionSettingsRequest.builder().build(),
                                DescribeRegionSettingsResponse.class)
                        .resourceTypeOptInPreference();

        assertThat(told)
                .containsEntry("Aurora", false)
                .containsEntry("Neptune", true)
                .containsEntry("DocumentDB", false);
        assertThat(office.refusal(optIn("Oracle", true)).code())
                .isEqualTo("InvalidParameterValueException");
        var event = office.events.emitted().getLast();
        assertThat(event.detailType()).isEqualTo("Region Setting State Change");
        assertThat(event.detail().path("ResourceTypeOptInPreference").path("Neptune").asBoolean())
                .isTrue();
    }

    @Test
    void letsAnyMemberReadTheOrganizationsSettings() {
        assertThat(global(Office.ACCOUNT))
                .containsEntry("isCrossAccountBackupEnabled", "true")
                .containsKeys("isMpaEnabled", "isDelegatedAdministratorEnabled");
        assertThat(office.refusal("000011112222", describe()).code())
                .isEqualTo("InvalidRequestException");
    }

    @Test
    void remembersTheOtherFlagsToo() {
        var asked = UpdateGlobalSettingsRequest.builder();
        office.call(
                Office.MANAGEMENT, asked.globalSettings(Map.of("isMpaEnabled", "true")).build());

        assertThat(global(Office.ACCOUNT))
                .containsEntry("isMpaEnabled", "true")
                .containsEntry("isDelegatedAdministratorEnabled", "false");
    }

    @Test
    void startsWithCrossAccountBackupOff() {
        assertThat(new Settings().crossAccountBackup).isFalse();
    }

    @Test
    void letsOnlyTheManagementAccountChangeThem() {
        assertThat(office.refusal(update("false")).code()).isEqualTo("AccessDeniedException");
        assertThat(global(Office.ACCOUNT)).containsEntry("isCrossAccountBackupEnabled", "true");

        office.call(Office.MANAGEMENT, update("false"));

        assertThat(global(Office.ACCOUNT)).containsEntry("isCrossAccountBackupEnabled", "false");
        assertThat(office.settings.crossAccountBackup).isFalse();
        assertThat(office.refusal(Office.MANAGEMENT, update("no")).code())
                .isEqualTo("InvalidParameterValueException");
    }

    private Map<String, String> global(String account) {
        return ((DescribeGlobalSettingsResponse) office.call(account, describe())).globalSettings();
    }

    private static DescribeGlobalSettingsRequest describe() {
        return DescribeGlobalSettingsRequest.builder().build();
    }

    private static UpdateGlobalSettingsRequest update(String value) {
        return UpdateGlobalSettingsRequest.builder()
                .globalSettings(Map.of("isCrossAccountBackupEnabled", value))
                .build();
    }

    private static UpdateRegionSettingsRequest optIn(String type, boolean on) {
        return UpdateRegionSettingsRequest.builder()
                .resourceTypeOptInPreference(Map.of(type, on))
                .build();
    }
}
