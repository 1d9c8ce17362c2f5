package secondbackup.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Our roles in other accounts, each assumed once per invocation.
public final class RoleSessions {
    private static final String NAME = "second-backup";

    /// What came of it.
    sealed interface Session {
        record Open(StaticCredentialsProvider credentials) implements Session {}

        /// @param code AWS's error code
        record Refused(String code, String message) implements Session {
            String cause(Arn role) {
                return "role " + role + " could not be assumed: " + code + ": " + message;
            }
        }
    }

    private final AwsConnection connection;
    private final Map<Arn, Session> sessions = new ConcurrentHashMap<>();

    public RoleSessions(AwsConnection connection) {
        this.connection = connection;
    }

    Session open(AccountId account, String role) {
        return open(role(account, role));
    }

    static Arn role(AccountId account, String role) {
        return new Arn("arn:aws:iam::" + account + ":role/" + role);
    }

    private Session open(Arn role) {
        return sessions.computeIfAbsent(
                role,
                _ ->
                        Attempt.orElse(
                                () -> assume(role),
                                failure -> new Session.Refused(failure.code(), failure.message())));
    }

    private Session assume(Arn role) {
        var answer =
                connection
                        .sts()
                        .assumeRole(request -> request.roleArn(role.value()).roleSessionName(NAME));
        var credentials = UnexpectedAnswer.required(answer.credentials(), "AssumeRole.Credentials");
        return new Session.Open(
                StaticCredentialsProvider.create(
                        AwsSessionCredentials.create(
                                credentials.accessKeyId(),
                                credentials.secretAccessKey(),
                                credentials.sessionToken())));
    }
}
