package secondbackup.inventory;

import java.util.function.Function;

/// One setting as it was seen, or why it was not. There is no default.
public sealed interface Look<T> {
    record Seen<T>(T value) implements Look<T> {}

    record Unseen<T>(String cause) implements Look<T> {}

    default <R> R read(Function<T, R> seen, Function<String, R> unseen) {
        return switch (this) {
            case Seen<T>(var value) -> seen.apply(value);
            case Unseen<T>(var cause) -> unseen.apply(cause);
        };
    }
}
