package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.required;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.OtherCluster;
import secondbackup.inventory.RecoveryView;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.inventory.RoleView;
import secondbackup.policy.Estate;
import secondbackup.policy.Members;
import secondbackup.policy.Policies;
import secondbackup.sweep.AccountReader;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/// Surveys one account in all its Regions with the survey role of that account.
public final class AwsAccount implements AccountReader {
    private final AwsConnection connection;
    private final RoleSessions sessions;
    private final Estate estate;
    private final Members members;
    private final Parallel parallel;

    public AwsAccount(
            AwsConnection connection, RoleSessions sessions, Policies policies, Parallel parallel) {
        this.connection = connection;
        this.sessions = sessions;
        this.estate = policies.estate();
        this.members = policies.members();
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
        var roles = new RoleReader(connection, credentials).read(members.roleNames());
        var missing = missing(roles);
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
                        roles,
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

    /// A role that could not be looked at is not missing: it has a gap of its own.
    private List<String> missing(List<RoleView> roles) {
        return roles.stream()
                .filter(RoleView.Absent.class::isInstance)
                .map(RoleView::name)
                .filter(name ->
                        name.equals(estate.roles().copy()) || name.equals(estate.roles().backup()))
                .toList();
    }
}
