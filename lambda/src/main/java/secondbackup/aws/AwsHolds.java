package secondbackup.aws;

import java.util.Optional;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.LegalHold;
import secondbackup.inventory.Region;
import secondbackup.policy.Estate;
import secondbackup.sweep.HoldSetter;
import secondbackup.verify.HoldOrder;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// Sets legal holds with a role of the vault account that can do nothing else.
///
/// By the cluster and the day, and by no vault: the console takes the one or the other, and AWS does not say what both
/// together mean. The copy's ARN is the token, so that a hold is set once, also when two sweeps meet.
///
/// Source: AWS Backup API, `CreateLegalHold`: a repeat with the same token is answered as success without action;
/// AWS Backup Developer Guide, "Legal holds and AWS Backup"; read 2026-11-27.
public final class AwsHolds implements HoldSetter {
    private final AwsConnection connection;
    private final RoleSessions sessions;

    public AwsHolds(AwsConnection connection, RoleSessions sessions) {
        this.connection = connection;
        this.sessions = sessions;
    }

    @Override
    public Optional<String> set(HoldOrder order) {
        var account = new AccountId(order.vault().accountText());
        var role = Estate.HOLDER_ROLE;
        return switch (sessions.open(account, role)) {
            case RoleSessions.Session.Refused refused ->
                    Optional.of(refused.cause(RoleSessions.role(account, role)));
            case RoleSessions.Session.Open(var credentials) ->
                    Attempt.orElse(
                            () -> create(order, account, credentials),
                            failure -> Optional.of(failure.cause()));
        };
    }

    private Optional<String> create(
            HoldOrder order, AccountId account, AwsCredentialsProvider credentials) {
        var region = new Region(order.vault().regionText());
        var session = new RegionalSession(connection, credentials, account, region);
        session.backup()
                .createLegalHold(request ->
                        request.title(LegalHold.TITLE)
                                .description(order.copy().value())
                                .idempotencyToken(order.copy().value())
                                .recoveryPointSelection(chosen ->
                                        chosen.resourceIdentifiers(order.cluster().value())
                                                .dateRange(range ->
                                                        range.fromDate(order.from())
                                                                .toDate(order.to())))
                                .overrideConfiguration(session.rights()));
        return Optional.empty();
    }
}
