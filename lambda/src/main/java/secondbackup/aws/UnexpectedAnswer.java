package secondbackup.aws;

import org.jspecify.annotations.Nullable;

/// AWS left out what it always gives, or gave it in a form that is not known. Never leaves this room.
final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(String message) {
        super(message);
    }

    /// @param what name of the field, such as `DBCluster.DBClusterArn`
    static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new UnexpectedAnswer("AWS answered without " + what);
        }
        return value;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
