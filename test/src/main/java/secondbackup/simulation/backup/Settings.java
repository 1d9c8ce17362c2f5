package secondbackup.simulation.backup;

import java.time.Instant;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an organization and its accounts have switched on in AWS Backup.
public final class Settings {
    /// `isCrossAccountBackupEnabled` of the organization, off until someone enables it.
    ///
    /// Source: AWS Backup Developer Guide, "Creating backup copies across AWS accounts", read 2026-11-22.
    public boolean crossAccountBackup;

    /// When the flag was last set; null while never.
    public @Nullable Instant updatedAt;

    /// The other flags of the organization, which change nothing here.
    final TreeMap<String, Boolean> otherFlags =
            new TreeMap<>(Map.of("isDelegatedAdministratorEnabled", false, "isMpaEnabled", false));

    private final TreeMap<String, TreeMap<String, Boolean>> optIns = new TreeMap<>();

    /// Sets the opt-in of one resource type, such as `Aurora`, in one account and Region.
    public void optIn(String account, String region, String resourceType, boolean on) {
        optIns.computeIfAbsent(account + "/" + region, _ -> new TreeMap<>()).put(resourceType, on);
    }

    /// The opt-ins of one account and Region by resource type, as far as they were ever set.
    public SequencedMap<String, Boolean> optIns(String account, String region) {
        return new TreeMap<>(optIns.getOrDefault(account + "/" + region, new TreeMap<>()));
    }

    public boolean optedIn(String account, String region, String resourceType) {
        return optIns(account, region).getOrDefault(resourceType, false);
    }
}
