package secondbackup.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.EngineVersion;
import secondbackup.inventory.RecoveryPoint;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;
import secondbackup.inventory.VaultedCopy.Snapshot;
import secondbackup.policy.Guarded;

/// Whether a cluster of a copy's engine version can still be made in the vault's Region.
///
/// Source: Aurora User Guide, "Restoring from a DB cluster snapshot": a snapshot cannot be restored to a version that
/// has passed its end of support, only be upgraded, which may fail; "Amazon Aurora versioning": AWS reminds of an
/// end three months before; read 2026-11-27.
final class EngineChecker {
    static final Duration NOTICE = Duration.ofDays(90);

    private EngineChecker() {}

    static Optional<Doubt> check(
            VaultedCopy copy, Guarded guarded, VaultView.Seen vault, Instant now) {
        return switch (vault.engines()) {
            case EngineCatalog.Unread(var cause) ->
                    Optional.of(new Doubt.EnginesUnread(vault.vault(), cause));
            case EngineCatalog.Read catalog -> {
                var version = version(copy, guarded);
                yield version.isEmpty()
                        ? Optional.of(
                                new Doubt.EngineUnknown(
                                        copy,
                                        "the engine version of copy " + copy.arn(),
                                        "neither the copy nor the point it was made of tells it"))
                        : check(copy, guarded.cluster().engine(), version, catalog, now);
            }
        };
    }

    /// Of the snapshot behind the copy; where that cannot be seen, of the point with the same data in the source
    /// account: a copy keeps its source's creation date.
    private static String version(VaultedCopy copy, Guarded guarded) {
        return copy.snapshot() instanceof Snapshot.Found(_, _, var version)
                ? version
                : guarded.points().stream()
                        .filter(point ->
                                second(point.capturedAt()).equals(second(copy.capturedAt())))
                        .map(RecoveryPoint::engineVersion)
                        .filter(version -> !version.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<Doubt> check(
            VaultedCopy copy,
            String engine,
            String version,
            EngineCatalog.Read catalog,
            Instant now) {
        var found = catalog.find(engine, version);
        if (found.isEmpty()) {
            return Optional.of(new Doubt.EngineRetired(copy, engine, version, Optional.empty()));
        }
        return switch (found.get().status()) {
            case "available" -> ending(copy, found.get(), now);
            case "deprecated" ->
                    Optional.of(
                            new Doubt.EngineRetired(
                                    copy, engine, version, found.get().upgradeTo()));
            default ->
                    Optional.of(
                            new Doubt.EngineUnknown(
                                    copy,
                                    "whether " + engine + " " + version + " can be created",
                                    found.get().status()));
        };
    }

    private static Optional<Doubt> ending(VaultedCopy copy, EngineVersion version, Instant now) {
        return version.supportEndsAt()
                .filter(end -> !now.plus(NOTICE).isBefore(end))
                .map(end ->
                        new Doubt.EngineEnding(
                                copy,
                                version.engine(),
                                version.version(),
                                end,
                                version.upgradeTo()));
    }
}
