package secondbackup.cli;

/// What everything else hangs on could not be looked at, or the results could not be written.
final class NotSeen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSeen(String message) {
        super(message);
    }
}
