package secondbackup.copy;

import java.time.Instant;

/// An order that AWS refused, or did not answer, when it was last given, so that no copy job is known of it.
///
/// @param code AWS's error code, or what stood in the way before AWS was asked
public record Refusal(CopyOrder order, Instant at, String code, String message) {}
