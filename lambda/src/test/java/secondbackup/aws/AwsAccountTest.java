package secondbackup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import secondbackup.Sample;
import secondbackup.aws.CannedAws.Answer;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.AccountView;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.MemberAccount;
import secondbackup.inventory.Region;
import secondbackup.inventory.RegionView;
import secondbackup.policy.Estate;
import secondbackup.policy.Members;
import secondbackup.policy.Policies;
import secondbackup.policy.Route;

class AwsAccountTest {
    private static final Instant NOW = Instant.parse("2026-03-01T05:00:00Z");
    private static final Region IRELAND = new Region("eu-west-1");
    private static final Region PARIS = new Region("eu-west-3");
    private static final Region CAPE_TOWN = new Region("af-south-1");
    private static final MemberAccount MEMBER =
            new MemberAccount(new AccountId("444444444444"), "shop", "ACTIVE", List.of("r-abcd"));
    private static final Estate ESTATE =
            new Estate(
                    "o-exampleorgid",
                    new AccountId("111111111111"),
                    new AccountId("222222222222"),
                    List.of(IRELAND),
                    new Region("eu-central-1"),
                    List.of(),
                    Optional.empty(),
                    "source",
                    Optional.of("rekey"),
                    new Estate.RoleNames("survey", "copier", "AWSBackup-ours", "reader"),
                    "reports",
                    "slack",
                    Route.DIRECT,
                    12,
                    Estate.SizeLimits.USUAL,
                    false,
                    List.of());
    private static final Policies POLICIES =
            Sample.policies(
                    ESTATE,
                    List.of(),
                    new Members(
                            List.of(),
                            List.of(),
                            List.of(
                                    new Members.Role("copier", "copy-starter.json", "{}", "{}"),
                                    new Members.Role(
                                            "AWSBackup-ours", "backup-role.json", "{}", "{}"))));
    private static final String BY_POLICY =
            "not authorized: explicit deny in a service control policy";
    private static final String SESSION =
            "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>A</AccessKeyId>"
                    + "<SecretAccessKey>S</SecretAccessKey><SessionToken>T</SessionToken>"
                    + "</Credentials></AssumeRoleResult></AssumeRoleResponse>";
    private static final String REGIONS =
            "{\"Regions\": ["
                    + "{\"RegionName\": \"eu-west-1\", \"RegionOptStatus\": \"ENABLED_BY_DEFAULT\"},"
                    + "{\"RegionName\": \"eu-west-3\", \"RegionOptStatus\": \"ENABLED\"},"
                    + "{\"RegionName\": \"af-south-1\", \"RegionOptStatus\": \"DISABLED\"}]}";
    private static final String CLUSTERS =
            "<DescribeDBClustersResponse><DescribeDBClustersResult><DBClusters>"
                    + cluster("orders", "aurora-mysql", "<StorageEncryptionType>sse-rds")
                    + cluster("graph", "neptune", "<StorageEncryptionType>none")
                    + "</DBClusters></DescribeDBClustersResult></DescribeDBClustersResponse>";

    private static String cluster(String name, String engine, String encryption) {
        return "<DBCluster><DBClusterArn>arn:aws:rds:eu-west-3:444444444444:cluster:"
                + name
                + "</DBClusterArn><DbClusterResourceId>cluster-1</DbClusterResourceId><Engine>"
                + engine
                + "</Engine><Status>available</Status>"
                + "<ClusterCreateTime>2026-01-01T00:00:00Z</ClusterCreateTime>"
                + encryption
                + "</StorageEncryptionType></DBCluster>";
    }

    private static Answer usual(String asked) {
        if (asked.contains("Action=AssumeRole")) {
            return CannedAws.ok(SESSION);
        }
        if (asked.contains("/listRegions")) {
            return CannedAws.ok(REGIONS);
        }
        if (asked.contains("Action=GetRole")) {
            return asked.contains("copier")
                    ? CannedAws.queryError(404, "NoSuchEntity", "no such role")
                    : CannedAws.ok(
                            "<GetRoleResponse><GetRoleResult><Role><RoleName>r</RoleName></Role>"
                                    + "</GetRoleResult></GetRoleResponse>");
        }
        return CannedAws.ok(CLUSTERS);
    }

    private static AccountView read(CannedAws aws) {
        var connection = aws.connection();
        var parallel = new Parallel(1, () -> Duration.ofMinutes(1));
        return new AwsAccount(connection, new RoleSessions(connection), POLICIES, parallel)
                .read(MEMBER, NOW);
    }

    private static RegionView region(CannedAws aws, Region region) {
        return ((AccountView.Seen) read(aws))
                .regions().stream()
                        .filter(view -> view.region().equals(region))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void saysWhyTheSurveyRoleCouldNotBeAssumed() {
        var aws = new CannedAws(_ -> CannedAws.queryError(403, "AccessDenied", "not trusted"));
        assertThat(read(aws))
                .isEqualTo(
                        new AccountView.Unreadable(
                                MEMBER,
                                "role arn:aws:iam::444444444444:role/survey could not be assumed:"
                                        + " AccessDenied: not trusted"));
        assertThat(aws.asked).hasSize(1).first().asString().startsWith("sts.eu-central-1.");
    }

    @Test
    void namesTheRolesThatAreMissing() {
        assertThat(((AccountView.Seen) read(new CannedAws(AwsAccountTest::usual))).missingRoles())
                .containsExactly("copier");
    }

    @Test
    void listsAuroraOnlyAndKeepsItsDefaultEncryption() {
        var view = region(new CannedAws(AwsAccountTest::usual), PARIS);
        assertThat(((RegionView.Elsewhere) view).clusters())
                .singleElement()
                .satisfies(cluster -> {
                    assertThat(cluster.id().name()).isEqualTo("orders");
                    assertThat(cluster.encryption()).isEqualTo(new Encryption.ServiceOwned());
                });
    }

    @Test
    void takesADisabledRegionForEmptyWithoutAskingIt() {
        var aws = new CannedAws(AwsAccountTest::usual);
        assertThat(region(aws, CAPE_TOWN)).isEqualTo(new RegionView.NotEnabled(CAPE_TOWN));
        assertThat(aws.asked).noneMatch(asked -> asked.contains("af-south-1"));
    }

    @Test
    void knowsARegionThatTheOrganizationClosed() {
        var aws =
                new CannedAws(asked ->
                        asked.startsWith("rds.eu-west-3")
                                ? CannedAws.queryError(403, "AccessDenied", BY_POLICY)
                                : usual(asked));
        assertThat(region(aws, PARIS))
                .isEqualTo(new RegionView.Closed(PARIS, "AccessDenied: " + BY_POLICY));
    }

    @Test
    void doesNotLoseClustersWhereOnlyBackupsAreClosed() {
        var aws =
                new CannedAws(asked ->
                        asked.startsWith("backup.eu-west-1")
                                ? CannedAws.jsonError("AccessDeniedException", BY_POLICY)
                                : usual(asked));
        assertThat(region(aws, IRELAND))
                .isEqualTo(
                        new RegionView.Unreadable(IRELAND, "AccessDeniedException: " + BY_POLICY));
    }

    @Test
    void cannotReadARegionWhoseAnswerLacksWhatAwsAlwaysGives() {
        var aws =
                new CannedAws(asked ->
                        asked.startsWith("rds.eu-west-3")
                                ? CannedAws.ok(
                                        CLUSTERS.replaceAll("<DBClusterArn>.*?</DBClusterArn>", ""))
                                : usual(asked));
        assertThat(region(aws, PARIS))
                .isEqualTo(
                        new RegionView.Unreadable(
                                PARIS,
                                "UnexpectedAnswer: AWS answered without DBCluster.DBClusterArn"));
    }

    @Test
    void keepsASourceRegionThatIsNotListed() {
        var aws =
                new CannedAws(asked ->
                        asked.contains("/listRegions")
                                ? CannedAws.ok("{\"Regions\": []}")
                                : usual(asked));
        assertThat(region(aws, IRELAND)).isInstanceOf(RegionView.Unreadable.class);
    }
}
