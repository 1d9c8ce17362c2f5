package secondbackup.simulation.wire;

/// An error as AWS answers it.
public final class AwsError extends RuntimeException {
    private final int status;
    private final String code;

    /// @param status HTTP status
    /// @param code such as `ResourceNotFoundException`
    public AwsError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String message() {
        return String.valueOf(getMessage());
    }
}
