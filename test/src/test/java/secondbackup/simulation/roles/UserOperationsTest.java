package secondbackup.simulation.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static secondbackup.simulation.sts.StsWorld.AWAY;
import static secondbackup.simulation.sts.StsWorld.HOME;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import secondbackup.simulation.sts.StsWorld;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/// IAM users and their keys, and an account's users and roles all at once.
class UserOperationsTest {
    private static final String TRUST = "{\"Service\":\"backup.amazonaws.com\"}";

    private final StsWorld world = new StsWorld();
    private final IamClient iam = world.client(IamClient.builder(), HOME, "aws-global");

    private static void refused(ThrowingCallable call, String code, String words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        IamException.class,
                        error -> {
                            assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code);
                            assertThat(error.awsErrorDetails().errorMessage()).isEqualTo(words);
                        });
    }

    @Test
    void aUserHasAnArnWithItsPathAndANameThatNobodyElseHas() {
        var made = iam.createUser(asked -> asked.path("/recovery/").userName("alice")).user();

        assertThat(made.arn()).isEqualTo("arn:aws:iam::111111111111:user/recovery/alice");
        assertThat(made.userId()).startsWith("AIDA");
        refused(
                () -> iam.createUser(asked -> asked.userName("Alice")),
                "EntityAlreadyExists",
                "User with name Alice already exists.");
    }

    @Test
    void aUserGoesOnlyWithoutKeys() {
        iam.createUser(asked -> asked.userName("eve"));
        var key = iam.createAccessKey(asked -> asked.userName("eve")).accessKey();
        assertThat(key.accessKeyId()).matches("AKIA[0-9A-F]{16}");
        assertThat(key.statusAsString()).isEqualTo("Active");

        refused(
                () -> iam.deleteUser(asked -> asked.userName("eve")),
                "DeleteConflict",
                "Cannot delete entity, must delete access keys first.");
        iam.deleteAccessKey(asked -> asked.userName("eve").accessKeyId(key.accessKeyId()));
        iam.deleteUser(asked -> asked.userName("eve"));
        refused(
                () -> iam.listAccessKeys(asked -> asked.userName("eve")),
                "NoSuchEntity",
                "The user with name eve cannot be found.");
    }

    @Test
    void aUserHasTwoKeysAtMostAndAnInactiveOneCounts() {
        iam.createUser(asked -> asked.userName("eve"));
        var first = iam.createAccessKey(asked -> asked.userName("eve")).accessKey();
        iam.updateAccessKey(
                asked -> asked.userName("eve").accessKeyId(first.accessKeyId()).status("Inactive"));
        iam.createAccessKey(asked -> asked.userName("eve"));

        refused(
                () -> iam.createAccessKey(asked -> asked.userName("eve")),
                "LimitExceeded",
                "Cannot exceed quota for AccessKeysPerUser: 2");
        assertThat(iam.listAccessKeys(asked -> asked.userName("eve")).accessKeyMetadata())
                .extracting(AccessKeyMetadata::statusAsString)
                .containsExactlyInAnyOrder("Active", "Inactive");
        refused(
                () ->
                        iam.updateAccessKey(asked ->
                                asked.userName("eve").accessKeyId("AKIANONE").status("Active")),
                "NoSuchEntity",
                "The Access Key with id AKIANONE cannot be found.");
    }

    @Test
    void tellsOfUsersAndRolesOfThisAccountWithTheirPoliciesEncoded() {
        iam.createUser(asked -> asked.path("/recovery/").userName("alice"));
        var role = world.role(HOME, "AWSBackupCopy", TRUST, "backup:*");
        world.role(AWAY, "elsewhere", TRUST, "backup:*");

        var told = iam.getAccountAuthorizationDetails();

        assertThat(told.userDetailList())
                .extracting(UserDetail::arn)
                .containsExactly("arn:aws:iam::111111111111:user/recovery/alice");
        assertThat(told.roleDetailList()).extracting(RoleDetail::arn).containsExactly(role.arn());
        assertThat(
                        URLDecoder.decode(
                                told.roleDetailList().getFirst().assumeRolePolicyDocument(),
                                StandardCharsets.UTF_8))
                .isEqualTo(role.trustPolicy);
        assertThat(told.isTruncated()).isFalse();
    }

    @Test
    void tellsWhatIsAskedForPageByPage() {
        iam.createUser(asked -> asked.userName("alice"));
        for (var number = 100; number < 201; number++) {
            world.role(HOME, "role-" + number, TRUST, "backup:*");
        }

        var roles = iam.getAccountAuthorizationDetails(asked -> asked.filter(EntityType.ROLE));
        assertThat(roles.userDetailList()).isEmpty();
        assertThat(roles.roleDetailList()).hasSize(100);
        var rest =
                iam.getAccountAuthorizationDetails(
                        asked -> asked.filter(EntityType.ROLE).marker(roles.marker()));
        assertThat(rest.roleDetailList())
                .extracting(RoleDetail::roleName)
                .containsExactly("role-200");
        var both =
                iam.getAccountAuthorizationDetails(
                        asked -> asked.filter(EntityType.USER, EntityType.ROLE).maxItems(2));
        assertThat(both.userDetailList()).hasSize(1);
        assertThat(both.roleDetailList()).hasSize(1);
        assertThat(both.isTruncated()).isTrue();
    }

    @Test
    void countsWhatTheRootUserHas() {
        var before = iam.getAccountSummary().summaryMapAsStrings();
        assertThat(before)
                .containsEntry("AccountAccessKeysPresent", 0)
                .containsEntry("AccountPasswordPresent", 1)
                .containsEntry("AccountMFAEnabled", 1)
                .containsEntry("Users", 0);

        world.users.root(HOME).accessKey = true;
        world.users.root(HOME).mfa = false;
        world.users.root(AWAY).password = false;
        iam.createUser(asked -> asked.userName("alice"));

        assertThat(iam.getAccountSummary().summaryMapAsStrings())
                .containsEntry("AccountAccessKeysPresent", 1)
                .containsEntry("AccountPasswordPresent", 1)
                .containsEntry("AccountMFAEnabled", 0)
                .containsEntry("Users", 1);
    }
}
