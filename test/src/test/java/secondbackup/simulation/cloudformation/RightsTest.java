package secondbackup.simulation.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import secondbackup.simulation.wire.AwsError;

/// CloudFormation may do what its caller may, and no more.
final class RightsTest {
    private final Office office = new Office();

    private static String allows(String actions) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":["
                + actions
                + "],\"Resource\":\"*\"}]}";
    }

    @Test
    void whoMayNotCallCloudFormationBeginsNothing() {
        var session = office.session("nobody", Office.ALLOWS);

        assertThatThrownBy(() -> office.deploy(session, "\"Role\":" + Office.role("reader")))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("cloudformation:CreateStack")
                .hasMessageContaining("stack/app/*");
        assertThat(office.deployments.all()).isEmpty();
    }

    @Test
    void aMissingRightRollsTheStackBack() {
        var session =
                office.session(
                        "deployer",
                        allows("\"cloudformation:*\",\"iam:CreateRole\",\"iam:DeleteRole\""));
        var policies =
                ",\"Policies\":[{\"PolicyName\":\"read\",\"PolicyDocument\":"
                        + Office.ALLOWS
                        + "}]";

        var stack = office.deploy(session, "\"Role\":" + Office.role("reader", policies));

        assertThat(stack.status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(stack.reason())
                .contains(
                        "User: arn:aws:sts::444444444402:assumed-role/deployer/deploy is not"
                                + " authorized to perform: iam:PutRolePolicy on resource:"
                                + " arn:aws:iam::444444444402:role/reader");
        assertThat(office.has("reader")).isFalse();
    }

    @Test
    void whoHasTheRightsDeploys() {
        var session = office.session("deployer", allows("\"cloudformation:*\",\"iam:CreateRole\""));

        assertThat(office.deploy(session, "\"Role\":" + Office.role("reader")).status())
                .isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    @Test
    void aServiceControlPolicyStopsADeployment() {
        office.control(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\","
                        + "\"Action\":\"backup:CreateBackupVault\",\"Resource\":\"*\"}]}");

        var stack = office.deploy("\"Vault\":" + Office.vault("", "\"kept\""));

        assertThat(stack.status()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(stack.reason())
                .contains(
                        "backup:CreateBackupVault",
                        "with an explicit deny in a service control policy");
        assertThat(office.hasVault("kept")).isFalse();
    }

    /// What a policy for good forbids, an update cannot change, nor go back on.
    @Test
    void aServiceControlPolicyThatComesLaterStopsTheUpdateAndTheDeletion() {
        var stack = office.deploy("\"Role\":" + Office.role("reader"));
        office.control(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\","
                        + "\"Action\":[\"iam:UpdateRole\",\"iam:DeleteRole\"],\"Resource\":\"*\"}]}");

        office.deploy("\"Role\":" + Office.role("reader", ",\"MaxSessionDuration\":7200"));
        assertThat(stack.status()).isEqualTo(StackStatus.UPDATE_ROLLBACK_FAILED);

        office.deployments.delete(Office.ADMINISTRATOR, stack);
        assertThat(stack.status()).isEqualTo(StackStatus.DELETE_FAILED);
        assertThat(office.has("reader")).isTrue();
    }

    @Test
    void theRegionMustBeEnabled() {
        assertThatThrownBy(() ->
                        office.deployments.deploy(
                                Office.ADMINISTRATOR,
                                "eu-south-1",
                                "app",
                                Office.template("\"Vault\":" + Office.vault("", "\"kept\""))))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("security token");
    }
}
