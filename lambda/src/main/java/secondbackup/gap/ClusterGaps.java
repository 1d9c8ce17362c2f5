package secondbackup.gap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import secondbackup.copy.FailureClassifier;
import secondbackup.copy.NextStep;
import secondbackup.copy.NextSteps;
import secondbackup.copy.Refusal;
import secondbackup.gap.Gap.CopyFailing.LastTry;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.BackupJob;
import secondbackup.inventory.CopyJob;
import secondbackup.inventory.Encryption;
import secondbackup.inventory.KeyView;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.policy.Estate;
import secondbackup.policy.Guarded;
import secondbackup.policy.Promise;
import secondbackup.verify.LastCopies;
import secondbackup.verify.Verdict;

/// The gaps of one cluster that a promise binds.
final class ClusterGaps {
    private final NextSteps steps;
    private final Estate estate;
    private final Instant now;

    ClusterGaps(NextSteps steps, Estate estate, Instant now) {
        this.steps = steps;
        this.estate = estate;
        this.now = now;
    }

    static Subject subject(Guarded guarded) {
        return new Subject.OfCluster(guarded.account(), guarded.cluster().id());
    }

    /// @param last how last copies stand that will expire
    List<Gap> of(
            Verdict verdict,
            List<String> missingRoles,
            Optional<Refusal> refusal,
            LastCopies last) {
        var guarded = verdict.guarded();
        var promise = verdict.promise();
        var step = steps.of(guarded, promise);
        var gaps = new ArrayList<Gap>();
        if (!guarded.enrolled() || !missingRoles.isEmpty()) {
            gaps.add(new Gap.NotEnrolled(subject(guarded), guarded.enrolled(), missingRoles));
        }
        backup(guarded).ifPresent(gaps::add);
        noRecoveryPoint(guarded, promise).ifPresent(gaps::add);
        onTheWay(guarded, step, refusal).ifPresent(gaps::add);
        jobs(guarded, gaps);
        if (guarded.cluster().encryption() instanceof Encryption.None) {
            gaps.add(new Gap.Unencrypted(subject(guarded)));
        }
        key(guarded, verdict).ifPresent(gaps::add);
        lostKey(guarded, step).ifPresent(gaps::add);
        SizeGaps.of(guarded, estate.sizeLimits(), now).ifPresent(gaps::add);
        var waits = step instanceof NextStep.Due && refusal.isEmpty();
        for (var doubt : verdict.doubts()) {
            DoubtGaps.of(doubt, verdict, waits, last).ifPresent(gaps::add);
        }
        return gaps;
    }

    private static Optional<Gap> backup(Guarded guarded) {
        return guarded.lastBackup()
                .filter(BackupJob::failed)
                .map(job ->
                        new Gap.BackupFailing(
                                subject(guarded),
                                FailureClassifier.classify(job.category(), job.message()),
                                job));
    }

    private Optional<Gap> noRecoveryPoint(Guarded guarded, Promise promise) {
        var newestAt =
                guarded.points().stream()
                        .filter(point -> estate.isSourceVault(point.vault()) && point.usable())
                        .map(RecoveryPoint::capturedAt)
                        .max(Instant::compareTo);
        var due = newestAt.orElse(guarded.cluster().createdAt()).plus(promise.copyAgeMax());
        return due.isBefore(now)
                ? Optional.of(
                        new Gap.NoRecoveryPoint(
                                subject(guarded), newestAt, guarded.cluster().status()))
                : Optional.empty();
    }

    private static Optional<Gap> onTheWay(
            Guarded guarded, NextStep step, Optional<Refusal> refusal) {
        return switch (step) {
            case NextStep.NoRoute(var key, var cause) ->
                    Optional.of(new Gap.KeyNotShareable(subject(guarded), key, cause));
            case NextStep.Failed(var job, _) -> Optional.of(failing(guarded, job));
            case NextStep.TryAgainLater(var job, _, _) -> Optional.of(failing(guarded, job));
            case NextStep.Due _ ->
                    refusal.map(last -> refused(guarded, last))
                            .or(() -> lastFailure(guarded, step).map(job -> failing(guarded, job)));
            case NextStep.UpToDate _, NextStep.NothingToCopy _, NextStep.InProgress _ ->
                    lastFailure(guarded, step).map(job -> failing(guarded, job));
        };
    }

    /// A failure stands until a copy has arrived, even while the next try is waiting or running.
    private static Optional<CopyJob> lastFailure(Guarded guarded, NextStep step) {
        return step instanceof NextStep.UpToDate
                ? Optional.empty()
                : guarded.jobs().reversed().stream()
                        .filter(CopyJob::ended)
                        .findFirst()
                        .filter(CopyJob::failed);
    }

    private static Gap failing(Guarded guarded, CopyJob last) {
        var failed =
                guarded.jobs().reversed().stream()
                        .filter(CopyJob::ended)
                        .takeWhile(CopyJob::failed)
                        .toList();
        var since = failed.isEmpty() ? last.createdAt() : failed.getLast().createdAt();
        return new Gap.CopyFailing(
                subject(guarded),
                FailureClassifier.classify(last),
                last.category(),
                last.message(),
                new LastTry.Job(last.id(), Math.max(1, failed.size()), since));
    }

    private static Gap refused(Guarded guarded, Refusal refusal) {
        return new Gap.CopyFailing(
                subject(guarded),
                FailureClassifier.classify(refusal.code(), refusal.message()),
                refusal.code(),
                refusal.message(),
                new LastTry.Order(refusal.at()));
    }

    private void jobs(Guarded guarded, List<Gap> gaps) {
        var stuckBefore = now.minus(Duration.ofHours(estate.copyHoursMax()));
        for (var job : guarded.jobs()) {
            if (job.live() && job.createdAt().isBefore(stuckBefore)) {
                gaps.add(
                        new Gap.CopyStuck(
                                subject(guarded), job.id(), job.state(), job.createdAt()));
            }
            if (!job.known()) {
                gaps.add(
                        new Gap.StateUnknown(
                                subject(guarded), "copy job " + job.id(), job.state()));
            }
        }
    }

    /// A key that is disabled or to be deleted stops the next backup and the next copy, also while the newest
    /// copy is there or the next on its way.
    private static Optional<Gap> lostKey(Guarded guarded, NextStep step) {
        return step instanceof NextStep.NoRoute
                ? Optional.empty()
                : guarded.key()
                        .filter(KeyView.Read.class::isInstance)
                        .map(KeyView.Read.class::cast)
                        .filter(key -> !key.enabled())
                        .map(key ->
                                new Gap.KeyNotShareable(
                                        subject(guarded),
                                        Optional.of(key.key()),
                                        "the key is " + key.state()));
    }

    /// A key that cannot be read is unknown only until a copy has shown what it lets us do.
    private static Optional<Gap> key(Guarded guarded, Verdict verdict) {
        return guarded.key()
                .filter(KeyView.Unreadable.class::isInstance)
                .map(KeyView.Unreadable.class::cast)
                .filter(_ ->
                        verdict.newest().isEmpty()
                                && guarded.jobs().stream().noneMatch(CopyJob::ended))
                .map(key ->
                        new Gap.StateUnknown(
                                subject(guarded),
                                "whether key " + key.key() + " admits the vault account",
                                key.cause()));
    }
}
