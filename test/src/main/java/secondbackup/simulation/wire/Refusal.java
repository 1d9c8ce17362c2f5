package secondbackup.simulation.wire;

/// What AWS refuses before an operation's own rules. Each protocol has its own code for it.
public enum Refusal {
    NOT_SIGNED,
    UNKNOWN_KEY,
    EXPIRED_KEY,
    ACCESS_DENIED,
    THROTTLED,
    SERVER_ERROR,
    UNAVAILABLE,
    NOT_IMPLEMENTED
}
