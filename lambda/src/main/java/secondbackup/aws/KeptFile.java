package secondbackup.aws;

import java.util.Optional;

/// What a file held when it was last read, and which version of it that was. It outlives an invocation where its Lambda
/// is kept warm; S3 is asked all the same each time whether there is a newer one.
///
/// @param <T> a value that nobody can change
public final class KeptFile<T> {
    private record Version<T>(String etag, T value) {}

    private Optional<Version<T>> last = Optional.empty();

    /// Empty where nothing is kept.
    Optional<String> etag() {
        return last.map(Version::etag);
    }

    Optional<T> value() {
        return last.map(Version::value);
    }

    /// @param etag of the version; one that has none cannot be asked for, and is not kept
    T keep(String etag, T value) {
        last = etag.isEmpty() ? Optional.empty() : Optional.of(new Version<>(etag, value));
        return value;
    }
}
