package secondbackup.attacks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The kinds of vaults that an estate may have.
enum VaultKind {
    AIR_GAPPED,
    COMPLIANCE,
    GOVERNANCE;

    /// As the table names it where kinds differ.
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Long enough for copies to be there, and for the lock to be final.
    Duration settled() {
        return Duration.ofHours(this == COMPLIANCE ? 84 : 60);
    }

    /// Makes the example estate one with such a vault, and with somebody whom alarms are mailed to.
    void into(ObjectNode estate) {
        estate.put("alarmEmail", "backups@example.com");
        var vault = (ObjectNode) estate.at("/vaults/0");
        switch (this) {
            case GOVERNANCE -> {}
            case COMPLIANCE -> vault.put("mode", "compliance").put("graceDays", 3);
            case AIR_GAPPED -> vault.put("kind", "air-gapped").remove(List.of("key", "mode"));
        }
        if (this != GOVERNANCE) {
            estate.put("complianceLock", "NOBODY CAN UNDO THIS, NOT EVEN AWS");
        }
    }
}
