package secondbackup.aws;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Region;
import secondbackup.policy.Estate;
import secondbackup.sweep.CopyJobReader;

/// Reads copy jobs and points of vaults as they are this moment, as a survey does.
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
    public Jobs jobs(AccountId account, Region region, Instant createdFrom) {
        return in(
                account,
                region,
                session -> new Jobs.Read(new CopyJobLister(session).createdFrom(createdFrom)),
                Jobs.Failed::new);
    }

    @Override
    public Points points(
            AccountId account, Region region, List<String> vaults, Instant capturedFrom) {
        return in(
                account,
                region,
                session -> new Points.Read(new PointReader(session).in(vaults, capturedFrom)),
                Points.Failed::new);
    }

    private <T> T in(
            AccountId account,
            Region region,
            Function<RegionalSession, T> read,
            Function<String, T> failed) {
        var role = estate.roles().survey();
        return switch (sessions.open(account, role)) {
            case RoleSessions.Session.Refused refused ->
                    failed.apply(refused.cause(RoleSessions.role(account, role)));
            case RoleSessions.Session.Open(var credentials) ->
                    Attempt.orElse(
                            () ->
                                    read.apply(
                                            new RegionalSession(
                                                    connection, credentials, account, region)),
                            failure -> failed.apply(failure.cause()));
        };
    }
}
