package secondbackup.aws;

import java.time.Instant;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Region;
import secondbackup.policy.Estate;
import secondbackup.sweep.CopyJobReader;

/// Reads copy jobs and re-keyed points as they are this moment, as a survey does.
public final class AwsCopyJobs implements CopyJobReader {
    private final AwsConnection connection;
    private final RoleSessions sessions;
    private final Estate estate;

    public AwsCopyJobs(AwsConnection connection, RoleSessions sessions, Estate estate) {
        this.connection = connection;
        this.sessions = sessions;
        this.estate = estate;
    }

    @Override
    public Jobs read(AccountId account, Region region, Instant now) {
        var role = estate.roles().survey();
        return switch (sessions.open(account, role)) {
            case RoleSessions.Session.Refused refused ->
                    new Jobs.Failed(refused.cause(RoleSessions.role(account, role)));
            case RoleSessions.Session.Open(var credentials) ->
                    read(new RegionalSession(connection, credentials, account, region), now);
        };
    }

    private Jobs read(RegionalSession session, Instant now) {
        return Attempt.orElse(
                () ->
                        new Jobs.Read(
                                new CopyJobLister(session).read(now),
                                new PointReader(session).in(estate.rekeyVault().stream().toList())),
                failure -> new Jobs.Failed(failure.cause()));
    }
}
