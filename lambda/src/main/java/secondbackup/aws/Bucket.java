package secondbackup.aws;

import static secondbackup.aws.UnexpectedAnswer.orEmpty;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// JSON files in one S3 bucket.
///
/// Source: Amazon S3 API, `GetObject`: `NoSuchKey` for a missing object needs the right to list the bucket;
/// read 2026-11-22.
final class Bucket {
    private static final String JSON = "application/json";
    private static final int NOT_MODIFIED = 304;

    private final S3Client s3;
    private final String name;

    Bucket(S3Client s3, String name) {
        this.s3 = s3;
        this.name = name;
    }

    <T> void write(String key, T value, Class<T> type) {
        write(key, Json.write(value, type), JSON);
    }

    void write(String key, byte[] content, String contentType) {
        var body = RequestBody.fromBytes(content);
        try {
            s3.putObject(request -> request.bucket(name).key(key).contentType(contentType), body);
        } catch (SdkException failed) {
            throw failed("writing", key, Failure.of(failed).cause());
        }
    }

    /// Empty where there is no such file.
    <T> Optional<T> read(String key, Class<T> type) {
        return read(key, bytes -> Json.read(bytes, type));
    }

    /// @param reader throws an IllegalArgumentException where it cannot read the file
    <T> Optional<T> read(String key, Function<byte[], T> reader) {
        try {
            return bytes(key).map(reader);
        } catch (IllegalArgumentException unknown) {
            throw failed("reading", key, String.valueOf(unknown.getMessage()));
        }
    }

    /// The same, without having a file sent and parsed again that is still as it was last read.
    ///
    /// Source: Amazon S3 API, `GetObject` (`If-None-Match` answers 304 Not Modified), read 2026-11-27.
    <T> Optional<T> read(String key, Class<T> type, KeptFile<T> kept) {
        try {
            var file =
                    s3.getObjectAsBytes(request -> {
                        request.bucket(name).key(key);
                        kept.etag().ifPresent(request::ifNoneMatch);
                    });
            return Optional.of(
                    kept.keep(
                            orEmpty(file.response().eTag()), Json.read(file.asByteArray(), type)));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (IllegalArgumentException unknown) {
            throw failed("reading", key, String.valueOf(unknown.getMessage()));
        } catch (SdkException failed) {
            if (failed instanceof S3Exception answer && answer.statusCode() == NOT_MODIFIED) {
                return kept.value();
            }
            throw failed("reading", key, Failure.of(failed).cause());
        }
    }

    /// Empty, too, where another version of the Lambdas wrote the file in another form.
    <T> Optional<T> readIfKnown(String key, Class<T> type) {
        return readIfKnown(key, bytes -> Json.read(bytes, type));
    }

    <T> Optional<T> readIfKnown(String key, Function<byte[], T> reader) {
        try {
            return bytes(key).map(reader);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<byte[]> bytes(String key) {
        try {
            var file = s3.getObjectAsBytes(request -> request.bucket(name).key(key));
            return Optional.of(file.asByteArray());
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException failed) {
            throw failed("reading", key, Failure.of(failed).cause());
        }
    }

    List<String> keys(String prefix) {
        try {
            return s3
                    .listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix))
                    .stream()
                    .flatMap(page -> page.contents().stream())
                    .map(S3Object::key)
                    .toList();
        } catch (SdkException failed) {
            throw failed("listing", prefix, Failure.of(failed).cause());
        }
    }

    StoreFailed failed(String what, String key, String cause) {
        return new StoreFailed(what, key, name, cause);
    }
}
