package secondbackup.simulation.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// EventBridge brings an event to a queue, by itself or in a role.
final class ServiceCallsTest {
    private static final String RULE = "arn:aws:events:eu-west-1:111111111111:rule/wake";
    private static final String QUEUE = "arn:aws:sqs:eu-west-1:111111111111:copy";
    private static final String ROLE = "arn:aws:iam::111111111111:role/wake";

    private final IamFixture iam = new IamFixture();
    private final ServiceCalls calls = new ServiceCalls(iam.access, iam.roles);

    private boolean asked(String roleArn, String policy) {
        var caller = new ServiceCaller("events.amazonaws.com", RULE, roleArn);
        var request = AccessRequest.of("sqs:SendMessage", QUEUE).guardedBy(policy, IamFixture.HOME);
        return calls.decide(caller, IamFixture.REGION, request).allowed();
    }

    private static String admits(String condition) {
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},
        "Action":"sqs:SendMessage","Resource":"*","Condition":{"StringEquals":{%s}}}]}\
        """
                .formatted(condition);
    }

    private void role(String condition, String action) {
        var trust =
                """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},
                "Action":"sts:AssumeRole","Condition":{"StringEquals":{%s}}}]}\
                """
                        .formatted(condition);
        var role = new Roles.Role(IamFixture.HOME, "wake", "AROAWAKE", trust);
        role.policies.put("rights", IamFixture.identity("Allow", action, "*"));
        iam.roles.put(role);
    }

    @Test
    void byItselfItNeedsTheResourcesPolicyToNameItsSource() {
        assertThat(asked("", admits("\"aws:SourceArn\":\"" + RULE + "\""))).isTrue();
        assertThat(asked("", admits("\"aws:SourceAccount\":\"111111111111\""))).isTrue();
        assertThat(asked("", admits("\"aws:SourceArn\":\"" + RULE + "2\""))).isFalse();
        assertThat(asked("", admits("\"aws:SourceAccount\":\"222222222222\""))).isFalse();
        assertThat(asked("", "")).isFalse();
    }

    @Test
    void inARoleItNeedsTrustAndTheRolesRight() {
        role("\"aws:SourceAccount\":\"111111111111\"", "sqs:SendMessage");
        assertThat(asked(ROLE, "")).isTrue();

        role("\"aws:SourceAccount\":\"222222222222\"", "sqs:SendMessage");
        assertThat(asked(ROLE, "")).isFalse();

        role("\"aws:SourceArn\":\"" + RULE + "\"", "sns:Publish");
        assertThat(asked(ROLE, "")).isFalse();
    }

    @Test
    void aRoleThatIsNotThereMayNothing() {
        assertThat(asked(ROLE, admits("\"aws:SourceAccount\":\"111111111111\""))).isFalse();
    }

    @Test
    void anArnIsTakenApartAndPutTogether() {
        assertThat(Arn.of(RULE).account()).isEqualTo("111111111111");
        assertThat(Arn.of(RULE)).hasToString(RULE);
        assertThatThrownBy(() -> Arn.of("rule/wake")).hasMessageContaining("'rule/wake' is no ARN");
    }
}
