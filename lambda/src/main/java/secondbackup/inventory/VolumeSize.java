package secondbackup.inventory;

import java.time.LocalDate;

/// How large a cluster's volume was on one day (UTC), at its smallest.
public record VolumeSize(LocalDate day, long bytes) {}
