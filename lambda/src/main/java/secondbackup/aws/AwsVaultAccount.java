package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.required;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultAccount;
import secondbackup.policy.Estate;
import secondbackup.sweep.VaultAccountReader;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/// Reads who can act in a vault's account, with the reader role there: users and roles in as many calls as they have
/// pages, the root user in one, and one for each user's access keys. What is read in part is not read.
///
/// Source: AWS IAM API, `GetAccountAuthorizationDetails` (policies are URL-encoded), `GetAccountSummary`, and
/// `ListAccessKeys`, read 2026-11-27.
public final class AwsVaultAccount implements VaultAccountReader {
    private final AwsConnection connection;
    private final RoleSessions sessions;
    private final Estate estate;

    public AwsVaultAccount(AwsConnection connection, RoleSessions sessions, Estate estate) {
        this.connection = connection;
        this.sessions = sessions;
        this.estate = estate;
    }

    @Override
    public VaultAccount read(AccountId account, Instant now) {
        var role = estate.roles().vaultReader();
        return switch (sessions.open(account, role)) {
            case RoleSessions.Session.Refused refused ->
                    new VaultAccount.Unreadable(
                            account, refused.cause(RoleSessions.role(account, role)));
            case RoleSessions.Session.Open(var credentials) ->
                    Attempt.orElse(
                            () -> new Reading(connection.iam(), credentials).seen(account, now),
                            failure -> new VaultAccount.Unreadable(account, failure.cause()));
        };
    }

    /// @param credentials whose rights the calls use
    private record Reading(IamClient iam, AwsCredentialsProvider credentials) {
        VaultAccount seen(AccountId account, Instant now) {
            var users = new ArrayList<VaultAccount.User>();
            var roles = new ArrayList<VaultAccount.Role>();
            var pages =
                    iam.getAccountAuthorizationDetailsPaginator(request ->
                            request.filter(EntityType.USER, EntityType.ROLE)
                                    .overrideConfiguration(rights()));
            for (var page : pages) {
                page.userDetailList().forEach(user -> users.add(user(user)));
                page.roleDetailList().forEach(role -> roles.add(role(role)));
            }
            return new VaultAccount.Seen(account, now, root(), users, roles);
        }

        private VaultAccount.User user(UserDetail user) {
            var keys = new ArrayList<String>();
            var pages =
                    iam.listAccessKeysPaginator(request ->
                            request.userName(user.userName()).overrideConfiguration(rights()));
            for (var key : pages.accessKeyMetadata()) {
                if (!"Inactive".equals(key.statusAsString())) {
                    keys.add(required(key.accessKeyId(), "AccessKeyMetadata.AccessKeyId"));
                }
            }
            return new VaultAccount.User(arn(user.arn(), "UserDetail.Arn"), keys);
        }

        private static VaultAccount.Role role(RoleDetail role) {
            var trust =
                    Optional.ofNullable(role.assumeRolePolicyDocument())
                            .map(text -> URLDecoder.decode(text, StandardCharsets.UTF_8))
                            .orElse("");
            return new VaultAccount.Role(arn(role.arn(), "RoleDetail.Arn"), trust);
        }

        /// A root user of which it is not said whether it has a password may have one.
        private VaultAccount.Root root() {
            var summary =
                    iam.getAccountSummary(request -> request.overrideConfiguration(rights()))
                            .summaryMapAsStrings();
            return new VaultAccount.Root(
                    required(summary.get("AccountAccessKeysPresent"), "AccountAccessKeysPresent")
                            != 0,
                    summary.getOrDefault("AccountPasswordPresent", 1) != 0,
                    required(summary.get("AccountMFAEnabled"), "AccountMFAEnabled") != 0);
        }

        private static Arn arn(@Nullable String text, String what) {
            return new Arn(required(text, what));
        }

        private AwsRequestOverrideConfiguration rights() {
            return AwsRequestOverrideConfiguration.builder()
                    .credentialsProvider(credentials)
                    .build();
        }
    }
}
