package secondbackup.doctor;

import java.time.Instant;
import java.util.List;
import secondbackup.inventory.Inventory;
import secondbackup.inventory.Setup;
import secondbackup.policy.Guarded;
import secondbackup.policy.Policies;
import secondbackup.policy.Rights;

/// All that the doctor goes by.
///
/// @param clusters every cluster of the inventory in a source Region
/// @param policies as they are deployed
public record Facts(
        Setup setup,
        Inventory inventory,
        List<Guarded> clusters,
        Policies policies,
        Rights rights,
        Instant now) {
    public Facts {
        clusters = List.copyOf(clusters);
    }
}
