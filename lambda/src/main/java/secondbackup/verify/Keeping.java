package secondbackup.verify;

/// How a last copy stands that is not held, and will expire.
public enum Keeping {
    /// Policies leave it to people.
    BY_HAND,
    /// A hold is being set by this sweep, or AWS has not finished one.
    ORDERED,
    /// A hold was set for it, and AWS does not list the copy among what is held.
    WITHOUT_EFFECT,
    /// A hold was set for it, and somebody took it off: that is not undone.
    LIFTED,
    /// As many copies are held already as may be.
    FULL,
    /// Nobody could see which holds there are.
    UNREAD
}
