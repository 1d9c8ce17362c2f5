package secondbackup.simulation.backup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.backup.model.DescribeGlobalSettingsRequest;
import software.amazon.awssdk.services.backup.model.DescribeGlobalSettingsResponse;
import software.amazon.awssdk.services.backup.model.DescribeRegionSettingsRequest;
import software.amazon.awssdk.services.backup.model.DescribeRegionSettingsResponse;
import software.amazon.awssdk.services.backup.model.UpdateGlobalSettingsRequest;
import software.amazon.awssdk.services.backup.model.UpdateGlobalSettingsResponse;
import software.amazon.awssdk.services.backup.model.UpdateRegionSettingsRequest;
import software.amazon.awssdk.services.backup.model.UpdateRegionSettingsResponse;

/// What an organization, and an account in a Region, have switched on. Types never set are shown as off:
/// what AWS turns on in new accounts is not documented.
///
/// Source: AWS Backup API model, UpdateRegionSettingsInput, UpdateGlobalSettings ("from the organization's
/// management account"), DescribeGlobalSettings ("error if the account is not a member"), 2026-11-22.
public final class SettingsOperations {
    private static final String CROSS_ACCOUNT = "isCrossAccountBackupEnabled";

    private final Surroundings around;
    private final Settings settings;
    private final BackupEvents events;

    public SettingsOperations(Surroundings around, Settings settings) {
        this.around = around;
        this.settings = settings;
        this.events = new BackupEvents(around.events());
    }

    public void register(Operations operations) {
        operations.on(
                DescribeRegionSettingsRequest.class,
                (_, _) -> right("DescribeRegionSettings"),
                this::describeRegion);
        operations.on(
                UpdateRegionSettingsRequest.class,
                (_, _) -> right("UpdateRegionSettings"),
                this::updateRegion);
        operations.on(
                DescribeGlobalSettingsRequest.class,
                (_, _) -> right("DescribeGlobalSettings"),
                this::describeGlobal);
        operations.on(
                UpdateGlobalSettingsRequest.class,
                (_, _) -> right("UpdateGlobalSettings"),
                this::updateGlobal);
    }

    private static List<AccessRequest> right(String action) {
        return List.of(AccessRequest.of("backup:" + action, "*"));
    }

    private DescribeRegionSettingsResponse describeRegion(
            DescribeRegionSettingsRequest asked, Call call) {
        var optIns = new TreeMap<String, Boolean>();
        for (var type : ResourceTypes.ALL) {
            optIns.put(type, settings.optedIn(call.account(), call.region(), type));
        }
        return DescribeRegionSettingsResponse.builder()
                .resourceTypeOptInPreference(optIns)
                .resourceTypeManagementPreference(managed())
                .build();
    }

    /// The types that AWS Backup manages in full when asked to; no cluster is among them.
    private static Map<String, Boolean> managed() {
        var managed = new TreeMap<String, Boolean>();
        managed.put("DynamoDB", false);
        managed.put("EFS", false);
        return managed;
    }

    private UpdateRegionSettingsResponse updateRegion(
            UpdateRegionSettingsRequest asked, Call call) {
        var optIns = asked.resourceTypeOptInPreference();
        for (var type : optIns.keySet()) {
            if (!ResourceTypes.ALL.contains(type)) {
                throw BackupErrors.invalidValue("Unsupported resource type " + type);
            }
        }
        var changed = JsonNodeFactory.instance.objectNode();
        for (var optIn : new TreeMap<>(optIns).entrySet()) {
            settings.optIn(call.account(), call.region(), optIn.getKey(), optIn.getValue());
            changed.put(optIn.getKey(), optIn.getValue());
        }
        events.regionSetting(call.account(), call.region(), changed, around.time().instant());
        return UpdateRegionSettingsResponse.builder().build();
    }

    private DescribeGlobalSettingsResponse describeGlobal(
            DescribeGlobalSettingsRequest asked, Call call) {
        if (around.organization().organization(call.account()).isEmpty()) {
            throw BackupErrors.invalidRequest("Your account is not a member of an organization.");
        }
        var told = new TreeMap<String, String>();
        told.put(CROSS_ACCOUNT, String.valueOf(settings.crossAccountBackup));
        settings.otherFlags.forEach((name, on) -> told.put(name, String.valueOf(on)));
        return DescribeGlobalSettingsResponse.builder()
                .globalSettings(told)
                .lastUpdateTime(settings.updatedAt)
                .build();
    }

    private UpdateGlobalSettingsResponse updateGlobal(
            UpdateGlobalSettingsRequest asked, Call call) {
        if (!call.account().equals(around.organization().managementAccount)) {
            throw BackupErrors.accessDenied("Insufficient privileges to perform this action.");
        }
        for (var entry : new TreeMap<>(asked.globalSettings()).entrySet()) {
            set(entry.getKey(), entry.getValue());
        }
        return UpdateGlobalSettingsResponse.builder().build();
    }

    private void set(String name, String value) {
        var known = name.equals(CROSS_ACCOUNT) || settings.otherFlags.containsKey(name);
        if (!known || !(value.equals("true") || value.equals("false"))) {
            throw BackupErrors.invalidValue("Invalid global setting " + name + " " + value);
        }
        if (name.equals(CROSS_ACCOUNT)) {
            settings.crossAccountBackup = value.equals("true");
        } else {
            settings.otherFlags.put(name, value.equals("true"));
        }
        settings.updatedAt = around.time().instant();
    }
}
