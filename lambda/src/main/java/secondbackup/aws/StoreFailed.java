package secondbackup.aws;

/// A file of ours could not be written or read. The sweep cannot go on without it.
public final class StoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailed(String what, String key, String bucket, String cause) {
        super(what + " " + key + " in bucket " + bucket + " failed: " + cause);
    }
}
