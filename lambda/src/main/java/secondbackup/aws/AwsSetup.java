package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;
import static secondbackup.aws.UnexpectedAnswer.required;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import secondbackup.inventory.Look;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;
import secondbackup.inventory.Setup;
import secondbackup.inventory.Setup.Trail;
import secondbackup.policy.Estate;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/// Reads the settings that copies hang on.
///
/// Source: AWS Backup API, `DescribeGlobalSettings`; AWS Organizations API, `ListAWSServiceAccessForOrganization`;
/// AWS CloudFormation API, `DescribeOrganizationsAccess`; AWS CloudTrail API, `DescribeTrails` and
/// `GetTrailStatus`; AWS IAM API, `GetRole` (documents are URL-encoded); Amazon RDS API,
/// `DescribeAccountAttributes`; read 2026-11-27.
public final class AwsSetup {
    public static final String BACKUP_SERVICE = "backup.amazonaws.com";

    private final AwsConnection connection;
    private final RoleSessions sessions;
    private final String role;

    /// @param role assumed in every account but the caller's own
    public AwsSetup(AwsConnection connection, RoleSessions sessions, String role) {
        this.connection = connection;
        this.sessions = sessions;
        this.role = role;
    }

    public Look<Boolean> crossAccountBackup() {
        return look(() ->
                Boolean.parseBoolean(
                        orEmpty(
                                connection
                                        .backup(connection.region())
                                        .describeGlobalSettings(_ -> {})
                                        .globalSettings()
                                        .get("isCrossAccountBackupEnabled"))));
    }

    public Look<Boolean> backupTrusted() {
        return look(() ->
                connection.organizations().listAWSServiceAccessForOrganizationPaginator().stream()
                        .flatMap(page -> page.enabledServicePrincipals().stream())
                        .anyMatch(service -> BACKUP_SERVICE.equals(service.servicePrincipal())));
    }

    public Look<Boolean> stackSetsTrusted() {
        return look(() ->
                required(
                                connection
                                        .cloudFormation(connection.region())
                                        .describeOrganizationsAccess(_ -> {})
                                        .statusAsString(),
                                "DescribeOrganizationsAccess.Status")
                        .equals("ENABLED"));
    }

    /// Roles, opt-ins and trails of one account.
    ///
    /// @param roles names to look for
    public Setup.OfAccount account(MemberAccount account, List<String> roles, Estate estate) {
        var settings = settings(account, roles, estate);
        var session = sessions.open(account.id(), role);
        return new Setup.OfAccount(
                account,
                settings.trusts(),
                settings.optIns(),
                in(account, session, rights -> trails(estate.homeRegion(), rights)));
    }

    /// The same, without looking for trails.
    public Setup.OfAccount settings(MemberAccount account, List<String> roles, Estate estate) {
        var session = sessions.open(account.id(), role);
        var trusts = new TreeMap<String, Look<Optional<String>>>();
        roles.forEach(
                name -> trusts.put(name, in(account, session, rights -> trust(name, rights))));
        return new Setup.OfAccount(
                account,
                trusts,
                in(account, session, rights -> optIns(account, estate, rights)),
                new Look.Unseen<>("nobody has looked"));
    }

    private SortedMap<Region, Look<Boolean>> optIns(
            MemberAccount account, Estate estate, AwsCredentialsProvider credentials) {
        var optIns = new TreeMap<Region, Look<Boolean>>();
        var status = RegionStatus.read(connection, credentials);
        for (var region : estate.sourceRegions()) {
            if (!"DISABLED".equals(status.get(region))) {
                var session = new RegionalSession(connection, credentials, account.id(), region);
                optIns.put(region, look(() -> RegionReader.auroraOptedIn(session)));
            }
        }
        return optIns;
    }

    public Look<Setup.Quota> clusterQuota(Estate.Vault vault) {
        var account = new MemberAccount(vault.account(), "", "ACTIVE", List.of());
        return in(
                account,
                sessions.open(vault.account(), role),
                credentials -> quota(vault.region(), credentials));
    }

    private <T> Look<T> in(
            MemberAccount account,
            RoleSessions.Session session,
            Function<AwsCredentialsProvider, T> read) {
        return switch (session) {
            case RoleSessions.Session.Refused refused ->
                    new Look.Unseen<>(refused.cause(RoleSessions.role(account.id(), role)));
            case RoleSessions.Session.Open(var credentials) -> look(() -> read.apply(credentials));
        };
    }

    private static <T> Look<T> look(Supplier<T> read) {
        return Attempt.orElse(
                () -> new Look.Seen<>(read.get()), failure -> new Look.Unseen<>(failure.cause()));
    }

    private Optional<String> trust(String name, AwsCredentialsProvider credentials) {
        try {
            var found =
                    connection
                            .iam()
                            .getRole(request ->
                                    request.roleName(name)
                                            .overrideConfiguration(rights ->
                                                    rights.credentialsProvider(credentials)))
                            .role();
            var document =
                    required(found.assumeRolePolicyDocument(), "Role.AssumeRolePolicyDocument");
            return Optional.of(URLDecoder.decode(document, StandardCharsets.UTF_8));
        } catch (NoSuchEntityException _) {
            return Optional.empty();
        }
    }

    private List<Trail> trails(Region home, AwsCredentialsProvider credentials) {
        var client = connection.cloudTrail(home);
        return client
                .describeTrails(request ->
                        request.overrideConfiguration(
                                rights -> rights.credentialsProvider(credentials)))
                .trailList()
                .stream()
                .map(trail -> {
                    var arn = required(trail.trailARN(), "Trail.TrailARN");
                    var status =
                            client.getTrailStatus(request ->
                                    request.name(arn)
                                            .overrideConfiguration(rights ->
                                                    rights.credentialsProvider(credentials)));
                    return new Trail(
                            orEmpty(trail.name()),
                            Boolean.TRUE.equals(trail.isMultiRegionTrail()),
                            Boolean.TRUE.equals(status.isLogging()));
                })
                .toList();
    }

    private Setup.Quota quota(Region region, AwsCredentialsProvider credentials) {
        return ClusterQuota.read(connection.rds(region), credentials);
    }
}
