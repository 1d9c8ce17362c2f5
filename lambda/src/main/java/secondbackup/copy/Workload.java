package secondbackup.copy;

import java.util.List;

/// Everybody who copies into one vault, and the slots that they share.
///
/// @param slots copies that may run at a time
/// @param taken slots in use now, also by copies that nobody here knows of
public record Workload(int slots, int taken, List<Track> tracks) {
    public Workload {
        tracks = List.copyOf(tracks);
    }

    /// The same clusters with more slots, or fewer.
    Workload with(int otherSlots) {
        return new Workload(otherSlots, Math.min(taken, otherSlots), tracks);
    }
}
