package secondbackup.simulation.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.sts.StsWorld.HOME;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.iam.Roles;
import secondbackup.simulation.sts.StsWorld;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;

class RoleOperationsTest {
    private static final String TRUST = "{\"Service\":\"backup.amazonaws.com\"}";

    private final StsWorld world = new StsWorld();
    private final IamClient iam = world.client(IamClient.builder(), HOME, "aws-global");

    @Test
    void showsARoleWithItsTrustPolicyEncoded() {
        var role = world.role(HOME, "AWSBackupCopy", TRUST, "backup:*");
        var shown = iam.getRole(q -> q.roleName("AWSBackupCopy")).role();
        assertThat(shown.arn()).isEqualTo("arn:aws:iam::111111111111:role/AWSBackupCopy");
        assertThat(shown.assumeRolePolicyDocument()).startsWith("%7B%22Version%22");
        assertThat(URLDecoder.decode(shown.assumeRolePolicyDocument(), StandardCharsets.UTF_8))
                .isEqualTo(role.trustPolicy);
        assertThat(shown.maxSessionDuration()).isEqualTo(3600);
    }

    @Test
    void saysThatARoleIsMissing() {
        assertThatThrownBy(() -> iam.getRole(q -> q.roleName("nobody")))
                .isInstanceOf(NoSuchEntityException.class)
                .hasMessageContaining("The role with name nobody cannot be found.");
    }

    @Test
    void listsInlineAndManagedPoliciesApart() {
        var role = world.role(HOME, "AWSBackupCopy", TRUST, "backup:*");
        role.attached.put("arn:aws:iam::aws:policy/service-role/Copy", "{}");
        assertThat(iam.listRolePolicies(q -> q.roleName(role.name)).policyNames())
                .containsExactly("one");
        var attached = iam.listAttachedRolePolicies(q -> q.roleName(role.name)).attachedPolicies();
        assertThat(attached).hasSize(1);
        assertThat(attached.getFirst().policyName()).isEqualTo("Copy");
        var document =
                iam.getRolePolicy(q -> q.roleName(role.name).policyName("one")).policyDocument();
        assertThat(URLDecoder.decode(document, StandardCharsets.UTF_8))
                .isEqualTo(role.policies.get("one"));
        assertThatThrownBy(() -> iam.getRolePolicy(q -> q.roleName(role.name).policyName("two")))
                .isInstanceOf(NoSuchEntityException.class);
    }

    @Test
    void listsRolesOfThisAccountPageByPage() {
        for (var number = 100; number < 201; number++) {
            world.role(HOME, "role-" + number, TRUST, "backup:*");
        }
        world.role(StsWorld.AWAY, "elsewhere", TRUST, "backup:*");
        var first = iam.listRoles();
        assertThat(first.roles()).hasSize(100);
        assertThat(first.isTruncated()).isTrue();
        var second = iam.listRoles(q -> q.marker(first.marker()));
        assertThat(second.roles()).extracting(Role::roleName).containsExactly("role-200");
        assertThat(second.isTruncated()).isFalse();
    }

    @Test
    void findsAServiceLinkedRoleByNameAndByPath() {
        var path = "/aws-service-role/backup.amazonaws.com/";
        world.roles.put(new Roles.Role(HOME, "AWSServiceRoleForBackup", path, "AROASLR", "{}"));
        world.role(HOME, "other", TRUST, "backup:*");
        assertThat(iam.getRole(q -> q.roleName("AWSServiceRoleForBackup")).role().arn())
                .isEqualTo("arn:aws:iam::111111111111:role" + path + "AWSServiceRoleForBackup");
        assertThat(iam.listRoles(q -> q.pathPrefix("/aws-service-role/")).roles()).hasSize(1);
    }

    @Test
    void refusesARoleThatMayNotRead() {
        world.role(HOME, "sweep", "{\"Service\":\"lambda.amazonaws.com\"}", "backup:*");
        var key = world.sessions.openSession(HOME, "sweep");
        var denied = world.client(IamClient.builder(), key, "aws-global");
        assertThatThrownBy(() -> denied.getRole(q -> q.roleName("sweep")))
                .isInstanceOf(IamException.class)
                .hasMessageContaining("not authorized to perform: iam:GetRole on resource");
    }
}
