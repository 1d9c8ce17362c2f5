package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.required;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.policy.Estate;
import secondbackup.sweep.AccountReader;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/// Surveys one account in all its Regions with the survey role of that account.
public final class AwsAccount implements AccountReader {
    private final AwsConnection connection;
    private final RoleSessions sessions;
    private final Estate estate;
    private final Parallel parallel;

    public AwsAccount(
            AwsConnection connection, RoleSessions sessions, Estate estate, Parallel parallel) {
        this.connection = connection;
        this.sessions = sessions;
        this.estate = estate;
        this.parallel = parallel;
    }

    @Override
    public AccountView read(MemberAccount account, Instant now) {
        var role = estate.roles().survey();
        return switch (sessions.open(account.id(), role)) {
            case RoleSessions.Session.Refused refused ->
                    new AccountView.Unreadable(
                            account, refused.cause(RoleSessions.role(account.id(), role)));
            case RoleSessions.Session.Open(var credentials) ->
                    Attempt.orElse(
                            () -> seen(account, credentials, now),
                            failure -> new AccountView.Unreadable(account, failure.cause()));
        };
    }

    private AccountView seen(
            MemberAccount account, AwsCredentialsProvider credentials, Instant now) {
        var roles = Stream.of(estate.roles().copy(), estate.roles().backup());
        var missing = roles.filter(role -> !exists(role, credentials)).toList();
        var status = regions(credentials);
        var reader = new RegionReader(estate, now);
        var views =
                parallel.map(
                        List.copyOf(status.keySet()),
                        region ->
                                view(
                                        required(status.get(region), "RegionOptStatus"),
                                        new RegionalSession(
                                                connection, credentials, account.id(), region),
                                        reader),
                        region -> new RegionView.Unreadable(region, "no time was left to read it"));
        return new AccountView.Seen(account, now, missing, views);
    }

    /// Only what is disabled for certain is taken for empty.
    private static RegionView view(String status, RegionalSession session, RegionReader reader) {
        return switch (status) {
            case "DISABLED" -> new RegionView.NotEnabled(session.region());
            case NOT_LISTED ->
                    new RegionView.Unreadable(
                            session.region(), "the account does not list this Region");
            default -> reader.read(session);
        };
    }

    private static final String NOT_LISTED = "not listed";

    /// Status by Region. A source Region that is not in the list is no reason to leave it out.
    ///
    /// Source: AWS Account Management API, `ListRegions`, read 2026-11-22.
    private SortedMap<Region, String> regions(AwsCredentialsProvider credentials) {
        var regions = new TreeMap<Region, String>();
        estate.sourceRegions().forEach(region -> regions.put(region, NOT_LISTED));
        connection
                .account()
                .listRegionsPaginator(request ->
                        request.overrideConfiguration(
                                override -> override.credentialsProvider(credentials)))
                .stream()
                .flatMap(page -> page.regions().stream())
                .forEach(region ->
                        regions.put(
                                new Region(required(region.regionName(), "Region.RegionName")),
                                required(
                                        region.regionOptStatusAsString(),
                                        "Region.RegionOptStatus")));
        return regions;
    }

    private boolean exists(String role, AwsCredentialsProvider credentials) {
        try {
            return connection
                            .iam()
                            .getRole(request ->
                                    request.roleName(role)
                                            .overrideConfiguration(override ->
                                                    override.credentialsProvider(credentials)))
                            .role()
                    != null;
        } catch (NoSuchEntityException _) {
            return false;
        }
    }
}
