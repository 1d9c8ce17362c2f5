package secondbackup.copy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import secondbackup.inventory.Arn;
import secondbackup.policy.Guarded;

/// Chooses which of the due copies start now: the cluster whose promise breaks first goes first, and no
/// vault gets more than it has slots.
///
/// A hop into an account's own re-key vault crosses no Region and needs no slot.
/// Source: Aurora User Guide, "Copying a DB cluster snapshot": the limit is on cross-Region copies; read
/// 2026-11-22.
public final class CopyPlanner {
    private CopyPlanner() {}

    /// @param free free slots by vault; a vault that is not named has none
    /// @param startsMax most orders of one run
    public static CopyPlan plan(
            List<Guarded> clusters, NextSteps steps, SortedMap<Arn, Integer> free, int startsMax) {
        var due =
                clusters.stream()
                        .flatMap(guarded ->
                                guarded
                                        .promise()
                                        .map(promise -> steps.of(guarded, promise))
                                        .stream())
                        .filter(NextStep.Due.class::isInstance)
                        .map(NextStep.Due.class::cast)
                        .sorted(
                                Comparator.comparing((NextStep.Due step) -> step.order().due())
                                        .thenComparing(step -> step.order().cluster()))
                        .toList();
        return choose(due, new TreeMap<>(free), startsMax);
    }

    private static CopyPlan choose(
            List<NextStep.Due> due, SortedMap<Arn, Integer> left, int startsMax) {
        var now = new ArrayList<CopyOrder>();
        var waiting = new ArrayList<CopyOrder>();
        for (var step : due) {
            var vault = step.order().targetVault();
            var slot = !step.toVault() || left.getOrDefault(vault, 0) > 0;
            if (slot && now.size() < startsMax) {
                now.add(step.order());
                left.computeIfPresent(vault, (_, slots) -> slots - 1);
            } else {
                waiting.add(step.order());
            }
        }
        return new CopyPlan(now, waiting);
    }
}
