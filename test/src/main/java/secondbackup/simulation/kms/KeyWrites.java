package secondbackup.simulation.kms;

import java.time.Duration;
import java.util.List;
import secondbackup.simulation.iam.AccessRequest;
import secondbackup.simulation.physics.SimulatedTime;
import secondbackup.simulation.wire.AwsError;
import secondbackup.simulation.wire.Call;
import secondbackup.simulation.wire.Operations;
import software.amazon.awssdk.services.kms.model.CancelKeyDeletionRequest;
import software.amazon.awssdk.services.kms.model.CancelKeyDeletionResponse;
import software.amazon.awssdk.services.kms.model.DisableKeyRequest;
import software.amazon.awssdk.services.kms.model.DisableKeyResponse;
import software.amazon.awssdk.services.kms.model.EnableKeyRequest;
import software.amazon.awssdk.services.kms.model.EnableKeyResponse;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.ScheduleKeyDeletionRequest;
import software.amazon.awssdk.services.kms.model.ScheduleKeyDeletionResponse;

/// Changing the state of keys. None of it works on keys of another account.
///
/// Source: AWS KMS API model, DisableKey, EnableKey, ScheduleKeyDeletion, CancelKeyDeletion; AWS KMS
/// Developer Guide, "Key states of AWS KMS keys", 2026-11-22.
final class KeyWrites {
    private static final int LEAST_DAYS = 7;
    private static final int MOST_DAYS = 30;

    private final Keys keys;
    private final KeyNames names;
    private final SimulatedTime time;

    KeyWrites(Keys keys, SimulatedTime time) {
        this.keys = keys;
        this.names = new KeyNames(keys, false, false);
        this.time = time;
    }

    void register(Operations operations) {
        operations.on(
                DisableKeyRequest.class,
                (request, call) -> names.rights("kms:DisableKey", request.keyId(), call),
                this::disable);
        operations.on(
                EnableKeyRequest.class,
                (request, call) -> names.rights("kms:EnableKey", request.keyId(), call),
                this::enable);
        operations.on(
                ScheduleKeyDeletionRequest.class, this::scheduleRights, this::scheduleDeletion);
        operations.on(
                CancelKeyDeletionRequest.class,
                (request, call) -> names.rights("kms:CancelKeyDeletion", request.keyId(), call),
                this::cancelDeletion);
    }

    private DisableKeyResponse disable(DisableKeyRequest request, Call call) {
        var key = names.need(request.keyId(), call);
        refusePending(key);
        key.state = Keys.State.DISABLED;
        return DisableKeyResponse.builder().build();
    }

    private EnableKeyResponse enable(EnableKeyRequest request, Call call) {
        var key = names.need(request.keyId(), call);
        refusePending(key);
        key.state = Keys.State.ENABLED;
        return EnableKeyResponse.builder().build();
    }

    private List<AccessRequest> scheduleRights(ScheduleKeyDeletionRequest request, Call call) {
        return names.rights("kms:ScheduleKeyDeletion", request.keyId(), call).stream()
                .map(right ->
                        right.with(
                                "kms:ScheduleKeyDeletionPendingWindowInDays",
                                String.valueOf(days(request))))
                .toList();
    }

    private static int days(ScheduleKeyDeletionRequest request) {
        var days = request.pendingWindowInDays();
        return days == null ? MOST_DAYS : days;
    }

    private ScheduleKeyDeletionResponse scheduleDeletion(
            ScheduleKeyDeletionRequest request, Call call) {
        var days = days(request);
        if (days < LEAST_DAYS || days > MOST_DAYS) {
            throw new AwsError(
                    400,
                    "ValidationException",
                    "PendingWindowInDays must be between 7 and 30, but is " + days);
        }
        var key = names.need(request.keyId(), call);
        refusePending(key);
        var deletionAt = time.instant().plus(Duration.ofDays(days));
        key.state = Keys.State.PENDING_DELETION;
        key.deletionAt = deletionAt;
        time.at(deletionAt, "deletion of " + key.arn(), () -> deleteIfStillDue(key));
        return ScheduleKeyDeletionResponse.builder()
                .keyId(key.arn())
                .keyState(KeyState.PENDING_DELETION)
                .deletionDate(deletionAt)
                .pendingWindowInDays(days)
                .build();
    }

    /// A deletion that was cancelled, and perhaps planned anew for later, leaves the key alone.
    private void deleteIfStillDue(Keys.Key key) {
        if (time.instant().equals(key.deletionAt)) {
            keys.remove(key);
        }
    }

    private CancelKeyDeletionResponse cancelDeletion(CancelKeyDeletionRequest request, Call call) {
        var key = names.need(request.keyId(), call);
        if (key.state != Keys.State.PENDING_DELETION) {
            throw invalidState(key, "is not pending deletion.");
        }
        key.state = Keys.State.DISABLED;
        key.deletionAt = null;
        return CancelKeyDeletionResponse.builder().keyId(key.arn()).build();
    }

    private static void refusePending(Keys.Key key) {
        if (key.state == Keys.State.PENDING_DELETION) {
            throw invalidState(key, "is pending deletion.");
        }
    }

    static AwsError invalidState(Keys.Key key, String words) {
        return new AwsError(400, "KMSInvalidStateException", key.arn() + " " + words);
    }
}
