package secondbackup.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import secondbackup.report.Report.GapLine;

/// Every kind of gap. A line of a report has only its name, and a switch over all of them must miss none.
enum GapKind {
    UNBOUND,
    NOT_ENROLLED,
    ACCOUNT_UNREADABLE,
    EXCLUSION_ENDED,
    COVERAGE_DROPPED,
    SWEEP_STALE,
    REGION_UNCOVERED,
    DEPLOYMENT_DRIFTED,
    OPTED_OUT,
    BACKUP_FAILING,
    NO_RECOVERY_POINT,
    NO_COPY,
    COPY_LATE,
    COPY_STUCK,
    COPY_FAILING,
    CAPACITY_SHORTFALL,
    UNENCRYPTED,
    KEY_NOT_SHAREABLE,
    RETENTION_SHORT,
    TIER_MISSING,
    LAST_COPY_EXPIRING,
    SIZE_JUMPED,
    SNAPSHOT_MISSING,
    ENGINE_RETIRED,
    RESTORE_BLOCKED,
    VAULT_NOT_LOCKED,
    VAULT_POLICY_CHANGED,
    VAULT_ACCOUNT_EXPOSED,
    KEY_AT_RISK,
    STATE_UNKNOWN;

    /// Empty for a kind of another version, for which this one does not look.
    static Optional<GapKind> of(GapLine line) {
        return Arrays.stream(values()).filter(kind -> kind.is(line)).findFirst();
    }

    boolean is(GapLine line) {
        return title().equals(line.kind());
    }

    /// As reports have it, such as `CopyLate`.
    String title() {
        return Arrays.stream(name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
