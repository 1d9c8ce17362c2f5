package secondbackup.copy;

/// Why a copy job failed, as far as AWS says it. Whether trying again can help follows from it.
public enum FailureCause {
    KEY(true),
    POLICY(true),
    ORGANIZATION(true),
    LIFECYCLE(true),
    TAG_POLICY(true),
    UNSUPPORTED(true),
    SOURCE_GONE(true),
    QUOTA(false),
    BUSY(false),
    AWS_INTERNAL(false),
    UNKNOWN(false);

    private final boolean permanent;

    FailureCause(boolean permanent) {
        this.permanent = permanent;
    }

    /// Whether only people can change what stands in the way.
    public boolean permanent() {
        return permanent;
    }
}
