package secondbackup.copy;

import java.time.Instant;
import secondbackup.inventory.Arn;
import secondbackup.inventory.ClusterId;

/// One copy to be started. Leaves no choice to whoever starts it.
///
/// @param sourceVault name of the vault that holds the point
/// @param role role that AWS Backup works with
/// @param deleteAfterDays days from the moment the data was taken until the copy expires
/// @param due when the promise breaks
/// @param token the same for the same decision, another for a retry
public record CopyOrder(
        ClusterId cluster,
        Arn point,
        String sourceVault,
        Arn targetVault,
        Arn role,
        int deleteAfterDays,
        Instant due,
        String token) {}
