package secondbackup.gap;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import secondbackup.copy.CopyPlanner;
import secondbackup.copy.NextSteps;
import secondbackup.copy.Shortfall;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;
import secondbackup.policy.Guarded;

/// Vaults whose slots will not do, found before the promises are broken. What is in a vault that could not be read
/// is not known, so nothing is forecast of it.
final class CapacityGaps {
    private final NextSteps steps;
    private final Estate estate;
    private final Instant now;

    CapacityGaps(NextSteps steps, Estate estate, Instant now) {
        this.steps = steps;
        this.estate = estate;
        this.now = now;
    }

    List<Gap> of(List<Guarded> clusters) {
        var seen =
                clusters.stream()
                        .filter(guarded -> guarded.vaultView() instanceof VaultView.Seen)
                        .toList();
        return estate.vaults().stream().flatMap(vault -> of(vault, seen)).toList();
    }

    private Stream<Gap> of(Estate.Vault vault, List<Guarded> clusters) {
        return Shortfall.of(CopyPlanner.workload(clusters, steps, vault), now).stream()
                .map(shortfall ->
                        new Gap.CapacityShortfall(new Gap.Subject.OfVault(vault.arn()), shortfall));
    }
}
