package secondbackup.aws;

import software.amazon.awssdk.core.exception.SdkException;

/// Reads one secret of the control account. Its value is in no message.
public final class AwsSecret {
    private final AwsConnection connection;
    private final String name;

    public AwsSecret(AwsConnection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /// Fails: IllegalStateException with AWS's code when it cannot be read or is empty.
    public String read() {
        try {
            var secret = connection.secrets().getSecretValue(request -> request.secretId(name));
            var text = UnexpectedAnswer.orEmpty(secret.secretString()).strip();
            if (text.isEmpty()) {
                throw new IllegalStateException("secret '" + name + "' is empty");
            }
            return text;
        } catch (SdkException failed) {
            throw new IllegalStateException(
                    "secret '" + name + "' cannot be read: " + Failure.of(failed).cause());
        }
    }
}
