package secondbackup.simulation.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import secondbackup.simulation.backup.Vaults.RecoveryPoint;
import secondbackup.simulation.backup.Vaults.Vault;

/// Ends recovery points whose retention is over: at a moment of chance within the eight hours after, never
/// before, and not while a legal hold keeps them or the account is suspended. Retention counts from the creation of the data, also for
/// copies.
///
/// Looks through all vaults once an hour, so that points which arrive by a copy or are there from the
/// beginning are seen too.
///
/// Source: AWS Backup Developer Guide, "Backup deletion" (8 hours), "Backup and tag copy" (creation date),
/// "Legal holds", "AWS Backup Vault Lock" (a suspended account's backups stay intact), read 2026-11-22.
final class Expiry {
    private static final Duration ROUND = Duration.ofHours(1);
    private static final long DELAY_SECONDS_MOST = Duration.ofHours(7).toSeconds();

    private final Surroundings around;
    private final Vaults vaults;
    private final Holds holds;
    private final PointRemoval removal;
    private final TreeSet<String> planned = new TreeSet<>();

    Expiry(Surroundings around, Vaults vaults, Holds holds) {
        this.around = around;
        this.vaults = vaults;
        this.holds = holds;
        this.removal = new PointRemoval(around);
    }

    void begin() {
        look();
        around.time().after(ROUND, "round of expiry", this::begin);
    }

    private void look() {
        var horizon = around.time().instant().plus(ROUND);
        for (var vault : vaults.all()) {
            for (var point : vault.points.values()) {
                if (ends(vault, point, horizon) && planned.add(point.arn)) {
                    around.time()
                            .at(
                                    endOf(point),
                                    "recovery point " + point.arn + " expires",
                                    () -> expire(vault, point));
                }
            }
        }
    }

    private boolean ends(Vault vault, RecoveryPoint point, Instant horizon) {
        var ready = point.status.equals("COMPLETED") || point.status.equals("AVAILABLE");
        return ready
                && around.organization().regionEnabled(vault.account, vault.region)
                && point.expiresAt().filter(at -> !at.isAfter(horizon)).isPresent()
                && !endOf(point).isAfter(horizon)
                && !holds.hold(vault, point);
    }

    private Instant endOf(RecoveryPoint point) {
        var expiresAt = point.expiresAt().orElse(Instant.MAX);
        var delay = around.chance().between(1, DELAY_SECONDS_MOST, "expiry", point.arn);
        return expiresAt.plusSeconds(delay);
    }

    /// Looks again: a hold, a longer lifecycle or a deletion may have come in between.
    private void expire(Vault vault, RecoveryPoint point) {
        planned.remove(point.arn);
        var now = around.time().instant();
        var there = vault.points.get(point.arn) == point;
        if (there && ends(vault, point, now)) {
            removal.remove(vault, point);
        }
    }
}
