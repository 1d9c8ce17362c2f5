package secondbackup.serving;

/// What is wrong with a request under `/_simulation/`, in words for whoever made it.
final class BadOrder extends RuntimeException {
    private final int status;
    private final String words;

    BadOrder(int status, String words) {
        super(words);
        this.status = status;
        this.words = words;
    }

    int status() {
        return status;
    }

    String words() {
        return words;
    }
}
