package secondbackup.simulation.wire;

import java.time.Instant;

/// Where and when a call is made, for those who plan faults.
public record Place(String account, String region, String service, String operation, Instant at) {}
