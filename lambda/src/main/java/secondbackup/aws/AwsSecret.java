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

    /// What came of reading it.
    public sealed interface Found {
        record Value(String text) implements Found {
            /// It is a secret.
            @Override
            public String toString() {
                return "Value[" + text.length() + " characters]";
            }
        }

        record Nothing(String cause) implements Found {}
    }

    public Found find() {
        try {
            var secret = connection.secrets().getSecretValue(request -> request.secretId(name));
            var text = UnexpectedAnswer.orEmpty(secret.secretString()).strip();
            return text.isEmpty()
                    ? new Found.Nothing("secret '" + name + "' is empty")
                    : new Found.Value(text);
        } catch (SdkException failed) {
            return new Found.Nothing(
                    "secret '" + name + "' cannot be read: " + Failure.of(failed).cause());
        }
    }

    /// Fails: IllegalStateException with AWS's code when it cannot be read or is empty.
    public String read() {
        return switch (find()) {
            case Found.Value(var text) -> text;
            case Found.Nothing(var cause) -> throw new IllegalStateException(cause);
        };
    }
}
