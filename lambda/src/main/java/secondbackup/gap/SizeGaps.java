package secondbackup.gap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import secondbackup.inventory.VaultedCopy;
import secondbackup.inventory.VolumeSize;
import secondbackup.policy.Estate;
import secondbackup.policy.Guarded;
import secondbackup.verify.CopyChecker;

/// A volume that shrank or grew out of character between two copies. A copy of emptied tables is as good as any other
/// to AWS; only its size tells that something happened to the data.
///
/// 1. When the size changes beyond the estate's limits, and more than twice as much as it ever did within the days
///    that are known, there shall be a gap for a week: the time in which people can look.
/// 2. When fewer changes are known than make a habit, there shall be none: new clusters are filled in their first days.
/// 3. When the sizes could not be read, there shall be none: a size only helps people to judge.
final class SizeGaps {
    /// Changes that must be known before one.
    static final int HABIT = 4;

    static final int DAYS_TOLD = 7;
    private static final double OUT_OF_CHARACTER = 2;
    private static final long GIBIBYTE = 1L << 30;

    private SizeGaps() {}

    static Optional<Gap> of(Guarded guarded, Estate.SizeLimits limits, Instant now) {
        var sizes = atCopies(guarded);
        var told = day(now).minusDays(DAYS_TOLD);
        for (var index = sizes.size() - 1; index > HABIT; index--) {
            var to = sizes.get(index);
            if (!to.day().isBefore(told) && jumps(sizes.subList(0, index + 1), limits)) {
                var from = sizes.get(index - 1);
                return Optional.of(
                        new Gap.SizeJumped(
                                ClusterGaps.subject(guarded), from, to, copyOf(guarded, from)));
            }
        }
        return Optional.empty();
    }

    /// Sizes on the days of good copies, oldest first. A new cluster under an old name has the old one's sizes, too,
    /// but not its copies.
    private static List<VolumeSize> atCopies(Guarded guarded) {
        var days =
                guarded.copies().stream()
                        .filter(CopyChecker::restorable)
                        .map(copy -> day(copy.capturedAt()))
                        .collect(Collectors.toCollection(TreeSet::new));
        return guarded.cluster().sizes().stream()
                .filter(size -> days.contains(size.day()) && size.bytes() > 0)
                .toList();
    }

    private static VaultedCopy copyOf(Guarded guarded, VolumeSize size) {
        return guarded.copies().stream()
                .filter(CopyChecker::restorable)
                .filter(copy -> day(copy.capturedAt()).equals(size.day()))
                .findFirst()
                .orElseThrow();
    }

    /// Whether the last change is out of character.
    private static boolean jumps(List<VolumeSize> sizes, Estate.SizeLimits limits) {
        var changes = new ArrayList<Double>();
        for (var index = 1; index < sizes.size(); index++) {
            changes.add(change(sizes.get(index - 1), sizes.get(index)));
        }
        var last = changes.removeLast();
        var habit = changes.stream().mapToDouble(Math::abs).max().orElse(0);
        return beyond(sizes.get(sizes.size() - 2).bytes(), sizes.getLast().bytes(), limits)
                && Math.abs(last) > OUT_OF_CHARACTER * habit;
    }

    /// As a logarithm, so that halving and doubling weigh the same.
    private static double change(VolumeSize from, VolumeSize to) {
        return Math.log((double) to.bytes() / from.bytes());
    }

    private static boolean beyond(long from, long to, Estate.SizeLimits limits) {
        var least = Math.abs(to - from) >= limits.leastGiB() * GIBIBYTE;
        var shrank = (from - to) * 100.0 >= (double) from * limits.shrinkPercent();
        var grew = (to - from) * 100.0 >= (double) from * limits.growPercent();
        return least && (shrank || grew);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
