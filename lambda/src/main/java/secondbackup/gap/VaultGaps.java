package secondbackup.gap;

import java.time.Instant;
import java.util.stream.Stream;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.EngineCatalog;
import secondbackup.inventory.LegalHolds;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultedCopy;
import secondbackup.policy.Estate;
import secondbackup.verify.VaultChecker;
import secondbackup.verify.VaultDoubt;

/// Which gap each doubt about a vault is.
final class VaultGaps {
    private VaultGaps() {}

    static Stream<Gap> of(VaultView.Seen vault, Estate.Vault promised, Instant now) {
        var subject = new Subject.OfVault(vault.vault());
        var doubts = VaultChecker.check(vault, promised, now).stream().map(one -> of(subject, one));
        return Stream.of(doubts, unreadSnapshots(vault), unreadEngines(vault), unreadHolds(vault))
                .flatMap(gaps -> gaps);
    }

    /// One cause keeps all snapshots from being read, so it is the vault's gap and not every cluster's.
    private static Stream<Gap> unreadSnapshots(VaultView.Seen vault) {
        return vault.copies().stream()
                .map(VaultedCopy::snapshot)
                .filter(VaultedCopy.Snapshot.Unread.class::isInstance)
                .map(VaultedCopy.Snapshot.Unread.class::cast)
                .map(VaultedCopy.Snapshot.Unread::cause)
                .distinct()
                .sorted()
                .map(cause ->
                        new Gap.StateUnknown(
                                new Subject.OfVault(vault.vault()),
                                "the snapshots behind the copies",
                                cause));
    }

    private static Stream<Gap> unreadEngines(VaultView.Seen vault) {
        return vault.engines() instanceof EngineCatalog.Unread(var cause)
                ? Stream.of(
                        new Gap.StateUnknown(
                                new Subject.OfVault(vault.vault()),
                                "which engine versions a copy could be restored to",
                                cause))
                : Stream.empty();
    }

    private static Stream<Gap> unreadHolds(VaultView.Seen vault) {
        return vault.holds() instanceof LegalHolds.Unread(var cause)
                ? Stream.of(
                        new Gap.StateUnknown(
                                new Subject.OfVault(vault.vault()),
                                "which copies legal holds keep",
                                cause))
                : Stream.empty();
    }

    static Gap of(Subject subject, VaultDoubt doubt) {
        return switch (doubt) {
            case VaultDoubt.Absent _,
                    VaultDoubt.NotLocked _,
                    VaultDoubt.GovernanceOnly _,
                    VaultDoubt.InGrace _,
                    VaultDoubt.BoundsDiffer _ ->
                    new Gap.VaultNotLocked(subject, doubt);
            case VaultDoubt.AccessPolicyDiffers _ -> new Gap.VaultPolicyChanged(subject);
            case VaultDoubt.KeyDiffers _,
                    VaultDoubt.KeyNotEnabled _,
                    VaultDoubt.KeyMaterialElsewhere _,
                    VaultDoubt.KeyPolicyDiffers _ ->
                    new Gap.KeyAtRisk(subject, new Gap.KeyAtRisk.KeyEvidence.OfVault(doubt));
            case VaultDoubt.KindDiffers(_, var promised, var seen) ->
                    new Gap.StateUnknown(subject, "whether the vault is " + promised, seen.name());
            case VaultDoubt.KeyUnread(_, var cause) ->
                    new Gap.StateUnknown(subject, "the vault's key", cause);
        };
    }
}
