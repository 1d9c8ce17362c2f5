package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.required;

import java.util.function.BooleanSupplier;
import secondbackup.copy.CopyOrder;
import secondbackup.copy.CopyOutcome;
import secondbackup.policy.Estate;
import secondbackup.sweep.CopyStarter;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// Starts one copy with the copy role of the cluster's account, where the source vault is.
///
/// Source: AWS Backup API, `StartCopyJob`: the source vault goes by its name, so the call is made in the source
/// account and Region; read 2026-11-22.
public final class AwsCopyStarter implements CopyStarter {
    private final AwsConnection connection;
    private final RoleSessions sessions;
    private final Estate estate;
    private final BooleanSupplier hasTime;

    /// @param hasTime whether the Lambda has time for one more order
    public AwsCopyStarter(
            AwsConnection connection,
            RoleSessions sessions,
            Estate estate,
            BooleanSupplier hasTime) {
        this.hasTime = hasTime;
        this.connection = connection;
        this.sessions = sessions;
        this.estate = estate;
    }

    @Override
    public CopyOutcome start(CopyOrder order) {
        return switch (sessions.open(order.cluster().account(), estate.roles().copy())) {
            case RoleSessions.Session.Refused(var code, var message) ->
                    new CopyOutcome.Refused(order, code, message);
            case RoleSessions.Session.Open(var credentials) ->
                    Attempt.orElse(
                            () -> started(order, credentials), failure -> failed(order, failure));
        };
    }

    @Override
    public boolean hasTime() {
        return hasTime.getAsBoolean();
    }

    private static CopyOutcome failed(CopyOrder order, Failure failure) {
        return failure.refused()
                ? new CopyOutcome.Refused(order, failure.code(), failure.message())
                : new CopyOutcome.Unanswered(order, failure.code(), failure.message());
    }

    private CopyOutcome started(CopyOrder order, AwsCredentialsProvider credentials) {
        var answer =
                connection
                        .backup(order.cluster().region())
                        .startCopyJob(request ->
                                request.recoveryPointArn(order.point().value())
                                        .sourceBackupVaultName(order.sourceVault())
                                        .destinationBackupVaultArn(order.targetVault().value())
                                        .iamRoleArn(order.role().value())
                                        .lifecycle(lifecycle ->
                                                lifecycle.deleteAfterDays(
                                                        (long) order.deleteAfterDays()))
                                        .idempotencyToken(order.token())
                                        .overrideConfiguration(override ->
                                                override.credentialsProvider(credentials)));
        return new CopyOutcome.Started(
                order, required(answer.copyJobId(), "StartCopyJob.CopyJobId"));
    }
}
