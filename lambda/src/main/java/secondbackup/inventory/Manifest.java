package secondbackup.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// What one sweep sets out to see. A survey whose part is missing afterwards was not seen.
public sealed interface Manifest {
    /// Name of the sweep: its start as ISO 8601 text.
    String sweep();

    Instant startedAt();

    /// @param sourceRegions Regions in which backups are planned
    /// @param stackSets those of ours; none where nothing has been laid out yet
    record Listed(
            String sweep,
            Instant startedAt,
            List<MemberAccount> accounts,
            List<Region> sourceRegions,
            List<StackSetView> stackSets)
            implements Manifest {
        public Listed {
            accounts =
                    accounts.stream()
                            .sorted(Comparator.comparing(MemberAccount::id))
                            .distinct()
                            .toList();
            sourceRegions = sourceRegions.stream().sorted().toList();
            stackSets = List.copyOf(stackSets);
        }
    }

    /// The organization itself could not be read, so nothing is known about any account.
    record NotListed(String sweep, Instant startedAt, String cause) implements Manifest {}
}
