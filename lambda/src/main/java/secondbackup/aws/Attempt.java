package secondbackup.aws;

import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/// Where SDK exceptions stop and become values.
final class Attempt {
    private Attempt() {}

    static <T> T orElse(Supplier<T> calls, Function<Failure, T> otherwise) {
        try {
            return calls.get();
        } catch (SdkException failed) {
            return otherwise.apply(Failure.of(failed));
        } catch (UnexpectedAnswer | IllegalArgumentException unknown) {
            return otherwise.apply(
                    new Failure("UnexpectedAnswer", String.valueOf(unknown.getMessage()), false));
        }
    }
}
