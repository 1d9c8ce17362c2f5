package secondbackup.simulation.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.sts.StsWorld.AWAY;
import static secondbackup.simulation.sts.StsWorld.HOME;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import secondbackup.simulation.organizations.Organization;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.StsException;

class StsOperationsTest {
    private static final String READER = "arn:aws:iam::222222222222:role/reader";
    private static final String TRUSTS_HOME = "{\"AWS\":\"arn:aws:iam::111111111111:root\"}";

    private final StsWorld world = new StsWorld();

    private StsClient sts(String key) {
        return world.client(StsClient.builder(), key, "eu-west-1");
    }

    private static AssumeRoleRequest.Builder reader() {
        return AssumeRoleRequest.builder().roleArn(READER).roleSessionName("daily");
    }

    private AssumeRoleResponse assume(String key, AssumeRoleRequest request) {
        return sts(key).assumeRole(request);
    }

    private void trusting(String condition) {
        var role = world.role(AWAY, "reader", TRUSTS_HOME, "backup:*");
        role.trustPolicy =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                 "Principal":%s,"Action":"sts:AssumeRole","Condition":%s}]}
                """
                        .formatted(TRUSTS_HOME, condition);
    }

    private static void refused(ThrowingCallable call, String code, String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StsException.class,
                        error -> {
                            assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code);
                            assertThat(error.awsErrorDetails().errorMessage()).contains(words);
                        });
    }

    @Test
    void opensASessionThatActsAsTheRoleForAnHour() {
        world.role(AWAY, "reader", TRUSTS_HOME, "backup:*");
        var answer = assume(HOME, reader().build());
        assertThat(answer.assumedRoleUser().arn())
                .isEqualTo("arn:aws:sts::222222222222:assumed-role/reader/daily");
        assertThat(answer.assumedRoleUser().assumedRoleId()).isEqualTo("AROAREADER:daily");
        assertThat(answer.credentials().expiration())
                .isEqualTo(world.time.instant().plus(Duration.ofHours(1)));
        var me = sts(answer.credentials().accessKeyId()).getCallerIdentity();
        assertThat(me.account()).isEqualTo(AWAY);
        assertThat(me.arn()).isEqualTo("arn:aws:sts::222222222222:assumed-role/reader/daily");
        assertThat(me.userId()).isEqualTo("AROAREADER:daily");
    }

    @Test
    void accountNumberIsTheKeyOfItsAdministrator() {
        assertThat(sts(HOME).getCallerIdentity().arn())
                .isEqualTo("arn:aws:iam::111111111111:user/Administrator");
    }

    @Test
    void expiredSessionIsRefusedFromItsLastSecondOn() {
        world.role(AWAY, "reader", TRUSTS_HOME, "backup:*");
        var key = assume(HOME, reader().durationSeconds(900).build()).credentials().accessKeyId();
        world.time.advance(Duration.ofSeconds(899));
        assertThat(sts(key).getCallerIdentity().account()).isEqualTo(AWAY);
        world.time.advance(Duration.ofSeconds(1));
        refused(() -> sts(key).getCallerIdentity(), "ExpiredToken", "expired");
    }

    @Test
    void missingRoleLooksLikeOneThatDoesNotTrust() {
        var words =
                "User: arn:aws:iam::111111111111:user/Administrator is not authorized to perform:"
                        + " sts:AssumeRole on resource: "
                        + READER;
        refused(() -> assume(HOME, reader().build()), "AccessDenied", words);
        world.role(AWAY, "reader", "{\"AWS\":\"333333333333\"}", "backup:*");
        refused(() -> assume(HOME, reader().build()), "AccessDenied", words);
    }

    @Test
    void callersOwnPolicyMustAllowIt() {
        world.role(AWAY, "reader", TRUSTS_HOME, "backup:*");
        world.role(HOME, "sweep", "{\"Service\":\"lambda.amazonaws.com\"}", "backup:*");
        var key = world.sessions.openSession(HOME, "sweep");
        refused(
                () -> assume(key, reader().build()),
                "AccessDenied",
                "because no identity-based policy allows the sts:AssumeRole action");
        world.role(HOME, "sweep", "{\"Service\":\"lambda.amazonaws.com\"}", "sts:AssumeRole");
        assertThat(assume(key, reader().build()).credentials().accessKeyId()).startsWith("ASIA");
    }

    @Test
    void serviceControlPolicyStopsIt() {
        world.role(AWAY, "reader", TRUSTS_HOME, "backup:*");
        world.organization.policies.put("ou-root-apps", List.of());
        refused(
                () -> assume(HOME, reader().build()),
                "AccessDenied",
                "because no service control policy allows the sts:AssumeRole action");
    }

    @Test
    void trustMayAskForAnExternalId() {
        trusting("{\"StringEquals\":{\"sts:ExternalId\":\"agreed\"}}");
        refused(() -> assume(HOME, reader().build()), "AccessDenied", READER);
        refused(() -> assume(HOME, reader().externalId("x").build()), "AccessDenied", READER);
        assertThat(assume(HOME, reader().externalId("agreed").build()).credentials()).isNotNull();
    }

    @Test
    void trustMayAskForTheOrganizationAndForARole() {
        trusting(
                """
                {"StringEquals":{"aws:PrincipalOrgID":"o-exampleorgid"},
                 "ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/sweep"}}
                """);
        refused(() -> assume(HOME, reader().build()), "AccessDenied", READER);
        world.role(HOME, "sweep", "{\"Service\":\"lambda.amazonaws.com\"}", "sts:*");
        var key = world.sessions.openSession(HOME, "sweep");
        assertThat(assume(key, reader().build()).credentials()).isNotNull();
    }

    @Test
    void sessionPolicyGoesWithTheSession() {
        world.role(AWAY, "reader", "{\"AWS\":[\"111111111111\",\"222222222222\"]}", "*");
        var narrow =
                """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"rds:*",
                 "Resource":"*"}}
                """;
        var key = assume(HOME, reader().policy(narrow).build()).credentials().accessKeyId();
        refused(
                () -> assume(key, reader().build()),
                "AccessDenied",
                "because no session policy allows");
    }

    @Test
    void refusesASessionPolicyThatIsTooLongOrNoPolicy() {
        world.role(AWAY, "reader", TRUSTS_HOME, "*");
        refused(
                () -> assume(HOME, reader().policy("{\"Allow\":1}").build()),
                "MalformedPolicyDocument",
                "policy element Allow");
        refused(
                () -> assume(HOME, reader().policy(" ".repeat(2049)).build()),
                "ValidationError",
                "less than or equal to 2048");
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 3599, 3600})
    void acceptsAnyDurationThatTheRoleAllows(int seconds) {
        world.role(AWAY, "reader", TRUSTS_HOME, "*");
        assertThat(
                        assume(HOME, reader().durationSeconds(seconds).build())
                                .credentials()
                                .expiration())
                .isEqualTo(world.time.instant().plusSeconds(seconds));
    }

    @Test
    void refusesDurationsOutsideTheBounds() {
        var role = world.role(AWAY, "reader", TRUSTS_HOME, "*");
        refused(
                () -> assume(HOME, reader().durationSeconds(899).build()),
                "ValidationError",
                "greater than or equal to 900");
        refused(
                () -> assume(HOME, reader().durationSeconds(3601).build()),
                "ValidationError",
                "exceeds the MaxSessionDuration");
        role.longestSession = Duration.ofHours(12);
        assertThat(assume(HOME, reader().durationSeconds(43_200).build()).credentials())
                .isNotNull();
        refused(
                () -> assume(HOME, reader().durationSeconds(43_201).build()),
                "ValidationError",
                "less than or equal to 43200");
    }

    @Test
    void chainedRoleLastsAnHourAtMost() {
        world.role(AWAY, "reader", TRUSTS_HOME, "*").longestSession = Duration.ofHours(12);
        world.role(HOME, "sweep", "{\"Service\":\"lambda.amazonaws.com\"}", "sts:*");
        var key = world.sessions.openSession(HOME, "sweep");
        assertThat(assume(key, reader().durationSeconds(3600).build()).credentials()).isNotNull();
        refused(
                () -> assume(key, reader().durationSeconds(3601).build()),
                "ValidationError",
                "role chaining");
    }

    @Test
    void refusesASessionNameWithASpace() {
        world.role(AWAY, "reader", TRUSTS_HOME, "*");
        refused(
                () -> assume(HOME, reader().roleSessionName("a b").build()),
                "ValidationError",
                "roleSessionName");
    }

    @Test
    void lambdaOpensOnlyRolesThatTrustIt() {
        world.role(HOME, "sweep", TRUSTS_HOME, "*");
        assertThatThrownBy(() -> world.sessions.openSession(HOME, "sweep"))
                .hasMessageContaining("does not trust lambda.amazonaws.com");
        assertThatThrownBy(() -> world.sessions.openSession(HOME, "nobody"))
                .hasMessageContaining("no role nobody");
    }

    @Test
    void suspendedAccountAndClosedRegionKnowNoKeys() {
        var closed = world.client(StsClient.builder(), HOME, "ap-east-1");
        refused(closed::getCallerIdentity, "InvalidClientTokenId", "");
        world.organization.account(HOME).orElseThrow().enabledRegions.add("ap-east-1");
        assertThat(closed.getCallerIdentity().account()).isEqualTo(HOME);
        world.organization.account(HOME).orElseThrow().state = Organization.AccountState.SUSPENDED;
        refused(() -> sts(HOME).getCallerIdentity(), "InvalidClientTokenId", "");
    }
}
