package secondbackup.inventory;

import java.time.Instant;

/// One vault of ours in a source account. Its name may carry a suffix of the stack that made it, and a vault outlives
/// its stack: there may be several.
public record MemberVault(String name, Instant createdAt) {}
