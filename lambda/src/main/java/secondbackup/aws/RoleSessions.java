package secondbackup.aws;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Our roles in other accounts, each assumed once per invocation.
public final class RoleSessions {
    private static final String NAME = "second-backup";

    /// What came of it.
    sealed interface Session {
        record Open(AwsCredentialsProvider credentials) implements Session {}

        /// @param code AWS's error code
        record Refused(String code, String message) implements Session {
            String cause(Arn role) {
                return "role " + role + " could not be assumed: " + code + ": " + message;
            }
        }
    }

    private final AwsConnection connection;
    private final Function<AccountId, String> policy;
    private final Optional<AccountId> own;
    private final Map<Arn, Session> sessions = new ConcurrentHashMap<>();

    public RoleSessions(AwsConnection connection) {
        this(connection, _ -> "", Optional.empty());
    }

    /// Sessions that can do no more than a policy allows, whatever their roles can.
    ///
    /// @param policy JSON of the session policy in an account; empty where the role's own rights are meant
    /// @param own account in which no role is assumed: the caller is there already
    public RoleSessions(
            AwsConnection connection, Function<AccountId, String> policy, Optional<AccountId> own) {
        this.connection = connection;
        this.policy = policy;
        this.own = own;
    }

    Session open(AccountId account, String role) {
        return own.filter(account::equals)
                .<Session>map(_ -> new Session.Open(connection.own()))
                .orElseGet(() -> open(account, role(account, role)));
    }

    static Arn role(AccountId account, String role) {
        return new Arn("arn:aws:iam::" + account + ":role/" + role);
    }

    private Session open(AccountId account, Arn role) {
        return sessions.computeIfAbsent(
                role,
                _ ->
                        Attempt.orElse(
                                () -> assume(role, policy.apply(account)),
                                failure -> new Session.Refused(failure.code(), failure.message())));
    }

    private Session assume(Arn role, String allowed) {
        var answer =
                connection
                        .sts()
                        .assumeRole(request ->
                                request.roleArn(role.value())
                                        .roleSessionName(NAME)
                                        .policy(allowed.isEmpty() ? null : allowed));
        var credentials = UnexpectedAnswer.required(answer.credentials(), "AssumeRole.Credentials");
        return new Session.Open(
                StaticCredentialsProvider.create(
                        AwsSessionCredentials.create(
                                credentials.accessKeyId(),
                                credentials.secretAccessKey(),
                                credentials.sessionToken())));
    }
}
