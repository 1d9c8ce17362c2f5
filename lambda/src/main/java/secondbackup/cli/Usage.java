package secondbackup.cli;

/// What was asked cannot be done as it was asked. Nothing has been done.
final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Usage(String message) {
        super(message);
    }
}
