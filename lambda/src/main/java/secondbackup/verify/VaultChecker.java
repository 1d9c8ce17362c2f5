package secondbackup.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import secondbackup.inventory.Arn;
import secondbackup.inventory.VaultView;
import secondbackup.inventory.VaultView.VaultKey;
import secondbackup.policy.Estate;
import secondbackup.policy.PolicyDocuments;

/// Compares a vault with what the estate says of it.
///
/// Source: AWS Backup Developer Guide, "AWS Backup Vault Lock" and "Logically air-gapped vault", read
/// 2026-11-22: an air-gapped vault is locked in compliance mode from its creation.
public final class VaultChecker {
    private VaultChecker() {}

    public static List<VaultDoubt> check(VaultView.Seen vault, Estate.Vault promised, Instant now) {
        var doubts = new ArrayList<VaultDoubt>();
        if (vault.vaultKind() != promised.kind()) {
            doubts.add(
                    new VaultDoubt.KindDiffers(vault.vault(), promised.kind(), vault.vaultKind()));
        }
        lock(vault, now).ifPresent(doubts::add);
        var lock = vault.lock();
        var bounds =
                lock.retentionMinDays()
                                .filter(days -> days == promised.retentionMinDays())
                                .isPresent()
                        && lock.retentionMaxDays()
                                .filter(days -> days == promised.retentionMaxDays())
                                .isPresent();
        if (lock.locked() && !bounds) {
            doubts.add(
                    new VaultDoubt.BoundsDiffer(
                            vault.vault(), lock.retentionMinDays(), lock.retentionMaxDays()));
        }
        if (!PolicyDocuments.sameMeaning(vault.accessPolicy(), promised.accessPolicy())) {
            doubts.add(new VaultDoubt.AccessPolicyDiffers(vault.vault()));
        }
        doubts.addAll(key(vault, promised));
        return List.copyOf(doubts);
    }

    private static Optional<VaultDoubt> lock(VaultView.Seen vault, Instant now) {
        if (!vault.lock().locked()) {
            return Optional.of(new VaultDoubt.NotLocked(vault.vault()));
        }
        var lockedAt = vault.lock().lockedAt();
        if (lockedAt.isEmpty()) {
            return Optional.of(new VaultDoubt.GovernanceOnly(vault.vault()));
        }
        return lockedAt.filter(now::isBefore).map(at -> new VaultDoubt.InGrace(vault.vault(), at));
    }

    private static List<VaultDoubt> key(VaultView.Seen vault, Estate.Vault promised) {
        return switch (vault.key()) {
            case VaultKey.Unreadable(var cause) ->
                    List.of(new VaultDoubt.KeyUnread(vault.vault(), cause));
            case VaultKey.AwsOwned() ->
                    promised.key().isEmpty()
                            ? List.of()
                            : List.of(new VaultDoubt.KeyDiffers(vault.vault(), Optional.empty()));
            case VaultKey.Customer key -> customer(vault.vault(), key, promised);
        };
    }

    private static List<VaultDoubt> customer(
            Arn vault, VaultKey.Customer key, Estate.Vault promised) {
        var doubts = new ArrayList<VaultDoubt>();
        if (!promised.key().equals(Optional.of(key.key()))) {
            doubts.add(new VaultDoubt.KeyDiffers(vault, Optional.of(key.key())));
        }
        if (!key.state().equals("Enabled")) {
            doubts.add(
                    new VaultDoubt.KeyNotEnabled(vault, key.key(), key.state(), key.deletionAt()));
        }
        if (!key.origin().equals("AWS_KMS")) {
            doubts.add(new VaultDoubt.KeyMaterialElsewhere(vault, key.key(), key.origin()));
        }
        if (!PolicyDocuments.sameMeaning(key.policy(), promised.keyPolicy())) {
            doubts.add(new VaultDoubt.KeyPolicyDiffers(vault, key.key()));
        }
        return doubts;
    }
}
