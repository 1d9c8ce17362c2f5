package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.OtherCluster;
import secondbackup.inventory.RecoveryView;
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

    /// What came of a survey.
    ///
    /// @param others clusters beside Aurora, as far as they could be listed
    public record Survey(AccountView view, List<OtherCluster> others) {}

    @Override
    public AccountView read(MemberAccount account, Instant now) {
        return survey(account, now).view();
    }

    public Survey survey(MemberAccount account, Instant now) {
        var role = estate.roles().survey();
        return switch (sessions.open(account.id(), role)) {
            case RoleSessions.Session.Refused refused ->
                    unreadable(account, refused.cause(RoleSessions.role(account.id(), role)));
            case RoleSessions.Session.Open(var credentials) ->
                    Attempt.orElse(
                            () -> seen(account, credentials, now),
                            failure -> unreadable(account, failure.cause()));
        };
    }

    private static Survey unreadable(MemberAccount account, String cause) {
        return new Survey(new AccountView.Unreadable(account, cause), List.of());
    }

    private Survey seen(MemberAccount account, AwsCredentialsProvider credentials, Instant now) {
        var roles = Stream.of(estate.roles().copy(), estate.roles().backup());
        var missing = roles.filter(role -> !exists(role, credentials)).toList();
        var status = regions(credentials);
        var reader = new RegionReader(estate, now);
        var readings =
                parallel.map(
                        List.copyOf(status.keySet()),
                        region ->
                                reading(
                                        required(status.get(region), "RegionOptStatus"),
                                        new RegionalSession(
                                                connection, credentials, account.id(), region),
                                        reader),
                        region -> unread(region, "no time was left to read it"));
        return new Survey(
                new AccountView.Seen(
                        account,
                        now,
                        missing,
                        readings.stream().map(RegionReader.Reading::view).toList(),
                        recovery(account, credentials)),
                readings.stream().flatMap(reading -> reading.others().stream()).toList());
    }

    /// In the account that copies are brought back to, what a restore needs there.
    private Optional<RecoveryView> recovery(
            MemberAccount account, AwsCredentialsProvider credentials) {
        return estate.recoveryVault()
                .filter(vault -> vault.accountText().equals(account.id().value()))
                .map(vault -> {
                    var region = new Region(vault.regionText());
                    var session =
                            new RegionalSession(connection, credentials, account.id(), region);
                    return new RecoveryReader(session).read(vault);
                });
    }

    /// Only what is disabled for certain is taken for empty.
    private static RegionReader.Reading reading(
            String status, RegionalSession session, RegionReader reader) {
        return switch (status) {
            case "DISABLED" ->
                    RegionReader.Reading.without(new RegionView.NotEnabled(session.region()));
            case NOT_LISTED -> unread(session.region(), "the account does not list this Region");
            default -> reader.read(session);
        };
    }

    private static RegionReader.Reading unread(Region region, String cause) {
        return RegionReader.Reading.without(new RegionView.Unreadable(region, cause));
    }

    private static final String NOT_LISTED = "not listed";

    /// Status by Region. A source Region that is not in the list is no reason to leave it out.
    private SortedMap<Region, String> regions(AwsCredentialsProvider credentials) {
        var regions = new TreeMap<Region, String>();
        estate.sourceRegions().forEach(region -> regions.put(region, NOT_LISTED));
        regions.putAll(RegionStatus.read(connection, credentials));
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
