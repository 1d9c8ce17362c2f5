package secondbackup.gap;

import java.util.Optional;
import secondbackup.verify.Doubt;
import secondbackup.verify.LastCopies;
import secondbackup.verify.Verdict;
import secondbackup.verify.Verdict.Standing;

/// The gap that a doubt about the newest copy is.
final class DoubtGaps {
    private DoubtGaps() {}

    /// Empty where the gap of the vault, or the cluster's youth, says it already.
    static Optional<Gap> of(Doubt doubt, Verdict verdict, boolean waits, LastCopies last) {
        var guarded = verdict.guarded();
        var subject = ClusterGaps.subject(guarded);
        return switch (doubt) {
            case Doubt.VaultUnread _,
                    Doubt.VaultDoubted _,
                    Doubt.SnapshotUnread _,
                    Doubt.EnginesUnread _,
                    Doubt.RestoreDoubted _ ->
                    Optional.empty();
            case Doubt.NothingVaulted() ->
                    verdict.standing() == Standing.UNPROTECTED
                            ? Optional.of(new Gap.NoCopy(subject, guarded.cluster().createdAt()))
                            : Optional.empty();
            case Doubt.StatusUnknown(var copy) ->
                    Optional.of(
                            new Gap.StateUnknown(
                                    subject, "the status of copy " + copy.arn(), copy.status()));
            case Doubt.SnapshotGone(var copy) ->
                    Optional.of(new Gap.SnapshotMissing(subject, copy.arn(), Optional.empty()));
            case Doubt.SnapshotUnfinished(var copy, var status) ->
                    Optional.of(new Gap.SnapshotMissing(subject, copy.arn(), Optional.of(status)));
            case Doubt.TooOld(var copy, var overdue) ->
                    Optional.of(new Gap.CopyLate(subject, copy.capturedAt(), overdue, waits));
            case Doubt.ExpiresSoon(var copy, var expiresAt) ->
                    Optional.of(new Gap.LastCopyExpiring(subject, copy, expiresAt, last.of(copy)));
            case Doubt.KeptTooShort(var copy, var kept, var promised) ->
                    Optional.of(new Gap.RetentionShort(subject, copy.arn(), kept, promised));
            case Doubt.TierMissing(var period, var promised, var newestAt) ->
                    Optional.of(new Gap.TierMissing(subject, period, promised, newestAt));
            case Doubt.EngineRetired(var copy, var engine, var version, var upgradeTo) ->
                    Optional.of(
                            new Gap.EngineRetired(
                                    subject,
                                    copy.arn(),
                                    engine,
                                    version,
                                    Optional.empty(),
                                    upgradeTo));
            case Doubt.EngineEnding(var copy, var engine, var version, var endsAt, var upgradeTo) ->
                    Optional.of(
                            new Gap.EngineRetired(
                                    subject,
                                    copy.arn(),
                                    engine,
                                    version,
                                    Optional.of(endsAt),
                                    upgradeTo));
            case Doubt.EngineUnknown(_, var what, var answer) ->
                    Optional.of(new Gap.StateUnknown(subject, what, answer));
            case Doubt.ForeignKey(var copy, var key) ->
                    Optional.of(
                            new Gap.KeyAtRisk(
                                    subject,
                                    new Gap.KeyAtRisk.KeyEvidence.OfCopy(copy.arn(), key)));
        };
    }
}
