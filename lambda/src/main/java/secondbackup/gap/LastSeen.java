package secondbackup.gap;

import secondbackup.inventory.ClusterId;

/// A cluster that the report before this one knew.
public record LastSeen(ClusterId cluster, String accountName) {}
