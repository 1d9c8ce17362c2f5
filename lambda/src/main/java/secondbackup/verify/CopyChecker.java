package secondbackup.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;
import secondbackup.inventory.VaultedCopy.Snapshot;
import secondbackup.policy.Guarded;
import secondbackup.policy.Promise;
import secondbackup.verify.Verdict.Standing;

/// Judges the copies of one cluster, the newest first.
public final class CopyChecker {
    /// Nobody can go back to a copy in one of these states, and AWS says so itself.
    private static final Set<String> GONE = Set.of("CREATING", "DELETING", "EXPIRED", "STOPPED");

    private final List<RestoreDoubt> restore;
    private final Instant now;

    /// @param restore what is wrong where copies are brought back, see [RestoreChecker]
    public CopyChecker(List<RestoreDoubt> restore, Instant now) {
        this.restore = List.copyOf(restore);
        this.now = now;
    }

    public Verdict check(Guarded guarded, Promise promise) {
        return switch (guarded.vaultView()) {
            case VaultView.Unreadable(var vault, var cause) ->
                    new Verdict(
                            guarded,
                            promise,
                            Standing.UNKNOWN,
                            Rung.NONE,
                            Optional.empty(),
                            List.of(new Doubt.VaultUnread(vault, cause)));
            case VaultView.Absent _ -> nothingVaulted(guarded, promise);
            case VaultView.Seen vault -> inVault(guarded, promise, vault);
        };
    }

    private Verdict nothingVaulted(Guarded guarded, Promise promise) {
        var doubts = List.<Doubt>of(new Doubt.NothingVaulted());
        var standing = standing(guarded, promise, Rung.NONE, Optional.empty(), doubts);
        return new Verdict(guarded, promise, standing, Rung.NONE, Optional.empty(), doubts);
    }

    private Verdict inVault(Guarded guarded, Promise promise, VaultView.Seen vault) {
        var doubts = new ArrayList<Doubt>();
        var newest = newestPresent(guarded, doubts);
        var ground =
                newest.isPresent() ? Rung.RESTORABLE : doubts.isEmpty() ? Rung.NONE : Rung.CLAIMED;
        if (newest.isEmpty()) {
            doubts.add(new Doubt.NothingVaulted());
        }
        var climbed = newest.map(copy -> climb(copy, guarded, promise, vault)).orElse(List.of());
        var rung = min(ground, Verdict.lowest(climbed));
        doubts.addAll(climbed);
        var standing = standing(guarded, promise, rung, newest, doubts);
        if (newest.isPresent()) {
            doubts.addAll(tiers(guarded, promise));
        }
        return new Verdict(guarded, promise, standing, rung, newest, doubts);
    }

    /// A tier that is missing is a broken promise, but takes nothing away from the newest copy.
    private List<Doubt> tiers(Guarded guarded, Promise promise) {
        var doubts = new ArrayList<Doubt>();
        for (var period : promise.tiers().keySet()) {
            var newest = newestOf(guarded, promise.days(period));
            var due = newest.orElse(guarded.cluster().createdAt()).plus(promise.tierAgeMax(period));
            if (now.isAfter(due)) {
                doubts.add(new Doubt.TierMissing(period, promise.days(period), newest));
            }
        }
        return doubts;
    }

    /// When the data of the newest copy was taken that is kept so long.
    private static Optional<Instant> newestOf(Guarded guarded, int days) {
        return guarded.copies().stream()
                .filter(copy -> RecoveryPoint.usable(copy.status()) && absence(copy).isEmpty())
                .filter(copy -> copy.keptFor(days))
                .map(VaultedCopy::capturedAt)
                .max(Instant::compareTo);
    }

    private static Rung min(Rung one, Rung other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Standing standing(
            Guarded guarded,
            Promise promise,
            Rung rung,
            Optional<VaultedCopy> newest,
            List<Doubt> doubts) {
        if (rung.compareTo(Rung.HELD) >= 0) {
            return Standing.PROTECTED;
        }
        var stopping =
                doubts.stream().filter(doubt -> doubt.reached().compareTo(Rung.HELD) < 0).toList();
        var known = stopping.stream().filter(doubt -> !unseen(doubt)).toList();
        if (known.size() < stopping.size()
                && known.stream().allMatch(Doubt.NothingVaulted.class::isInstance)) {
            return Standing.UNKNOWN;
        }
        var young = now.isBefore(guarded.cluster().createdAt().plus(promise.copyAgeMax()));
        return young && newest.isEmpty() ? Standing.YOUNG : Standing.UNPROTECTED;
    }

    /// Whether the doubt comes from not having seen, instead of from having seen something wrong.
    private static boolean unseen(Doubt doubt) {
        return switch (doubt) {
            case Doubt.VaultUnread _,
                    Doubt.StatusUnknown _,
                    Doubt.SnapshotUnread _,
                    Doubt.EngineUnknown _,
                    Doubt.EnginesUnread _ ->
                    true;
            case Doubt.RestoreDoubted(var place) -> place instanceof RestoreDoubt.Unread;
            case Doubt.VaultDoubted(var vault) ->
                    vault instanceof VaultDoubt.KeyUnread
                            || vault instanceof VaultDoubt.KindDiffers;
            case Doubt.NothingVaulted _,
                    Doubt.SnapshotGone _,
                    Doubt.SnapshotUnfinished _,
                    Doubt.TooOld _,
                    Doubt.ExpiresSoon _,
                    Doubt.KeptTooShort _,
                    Doubt.TierMissing _,
                    Doubt.EngineRetired _,
                    Doubt.EngineEnding _,
                    Doubt.ForeignKey _ ->
                    false;
        };
    }

    /// The newest copy that is present, and on the way to it the doubts of newer ones that are not.
    private static Optional<VaultedCopy> newestPresent(Guarded guarded, List<Doubt> doubts) {
        for (var copy : guarded.copies().reversed()) {
            var doubt = absence(copy);
            if (doubt.isEmpty() && RecoveryPoint.usable(copy.status())) {
                return Optional.of(copy);
            }
            doubt.ifPresent(doubts::add);
        }
        return Optional.empty();
    }

    /// Whether people could go back to a copy, as far as can be seen.
    public static boolean restorable(VaultedCopy copy) {
        return RecoveryPoint.usable(copy.status()) && absence(copy).isEmpty();
    }

    private static Optional<Doubt> absence(VaultedCopy copy) {
        if (GONE.contains(copy.status())) {
            return Optional.empty();
        }
        if (!RecoveryPoint.usable(copy.status())) {
            return Optional.of(new Doubt.StatusUnknown(copy));
        }
        return switch (copy.snapshot()) {
            case Snapshot.Hidden() -> Optional.empty();
            case Snapshot.Absent() -> Optional.of(new Doubt.SnapshotGone(copy));
            case Snapshot.Unread(var cause) -> Optional.of(new Doubt.SnapshotUnread(copy, cause));
            case Snapshot.Found(var status, _, _) ->
                    status.equals("available")
                            ? Optional.empty()
                            : Optional.of(new Doubt.SnapshotUnfinished(copy, status));
        };
    }

    private List<Doubt> climb(
            VaultedCopy copy, Guarded guarded, Promise promise, VaultView.Seen vault) {
        var doubts = new ArrayList<Doubt>();
        var overdue = Duration.between(copy.capturedAt().plus(promise.copyAgeMax()), now);
        if (overdue.isPositive()) {
            doubts.add(new Doubt.TooOld(copy, overdue));
        }
        copy.expiresAt()
                .filter(expiresAt -> !now.plus(Promise.EXPIRY_NOTICE).isBefore(expiresAt))
                .filter(_ -> !vault.holds().hold(copy.arn()))
                .ifPresent(expiresAt -> doubts.add(new Doubt.ExpiresSoon(copy, expiresAt)));
        kept(copy, promise).ifPresent(doubts::add);
        key(copy, guarded).ifPresent(doubts::add);
        VaultChecker.check(vault, guarded.vault(), now)
                .forEach(doubt -> doubts.add(new Doubt.VaultDoubted(doubt)));
        EngineChecker.check(copy, guarded, vault, now).ifPresent(doubts::add);
        restore.forEach(doubt -> doubts.add(new Doubt.RestoreDoubted(doubt)));
        return doubts;
    }

    private static Optional<Doubt> kept(VaultedCopy copy, Promise promise) {
        return copy.keptDays()
                .filter(days -> days < promise.retentionDays())
                .map(days -> new Doubt.KeptTooShort(copy, days, promise.retentionDays()));
    }

    /// A copy without a key is in order where the cluster has none either, or one of AWS's own.
    private static Optional<Doubt> key(VaultedCopy copy, Guarded guarded) {
        var keyless =
                copy.key().isEmpty() && !(guarded.cluster().encryption() instanceof Encryption.Kms);
        return keyless
                        || copy.key().equals(guarded.vault().key())
                        || guarded.vault().key().isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt.ForeignKey(copy, copy.key()));
    }
}
