package secondbackup.report;

import java.time.Instant;
import java.util.Optional;
import secondbackup.gap.Gap;
import secondbackup.policy.Estate;
import secondbackup.verify.VaultDoubt;

/// Words for the vault's lock and access policy.
///
/// Source: AWS Backup Developer Guide, "AWS Backup Vault Lock", read 2026-11-22.
final class VaultText {
    private final Estate estate;
    private final Instant now;

    VaultText(Estate estate, Instant now) {
        this.estate = estate;
        this.now = now;
    }

    GapWords vaultNotLocked(Gap.VaultNotLocked gap) {
        var where = Where.of(gap.subject());
        return switch (gap.evidence()) {
            case VaultDoubt.Absent(var vault, var cause) ->
                    new GapWords(
                            where.label() + ": does not exist, so nothing has a second backup",
                            PlainText.message(cause),
                            "See that policies/estate.json names the vault you want, then deploy the vault"
                                    + " stack in its account: cd cdk && npx cdk deploy SecondBackupVault-"
                                    + PlainText.argument(vault.name()));
            case VaultDoubt.NotLocked _ ->
                    new GapWords(
                            where.label() + ": is not locked, so copies can be deleted",
                            "The lock was never set, or was taken off before it became immutable.",
                            lock(where));
            case VaultDoubt.GovernanceOnly _ ->
                    new GapWords(
                            where.label()
                                    + ": is locked in governance mode only, so whoever has the right can take"
                                    + " the lock off",
                            "The lock has no date from which it is immutable.",
                            lock(where));
            case VaultDoubt.InGrace(_, var lockedAt) ->
                    new GapWords(
                            where.label()
                                    + ": its lock becomes immutable "
                                    + TimeText.until(lockedAt, now)
                                    + "; until then it can be taken off",
                            "The lock is in its grace time.",
                            "Check the bounds once more (" + describe(where) + ") and wait.");
            case VaultDoubt.BoundsDiffer(_, var minDays, var maxDays) ->
                    bounds(where, minDays, maxDays);
            case VaultDoubt.AccessPolicyDiffers _,
                    VaultDoubt.KeyDiffers _,
                    VaultDoubt.KeyNotEnabled _,
                    VaultDoubt.KeyMaterialElsewhere _,
                    VaultDoubt.KeyPolicyDiffers _,
                    VaultDoubt.KindDiffers _,
                    VaultDoubt.KeyUnread _ ->
                    new GapWords(
                            where.label() + ": is not held as promised",
                            gap.evidence().getClass().getSimpleName(),
                            "See the vault: " + describe(where));
        };
    }

    private GapWords bounds(Where where, Optional<Long> minDays, Optional<Long> maxDays) {
        var promised =
                promised(where)
                        .map(vault -> vault.retentionMinDays() + " to " + vault.retentionMaxDays())
                        .orElse("those of the estate");
        return new GapWords(
                where.label()
                        + ": its lock keeps copies "
                        + days(minDays)
                        + " to "
                        + days(maxDays)
                        + " days, promised are "
                        + promised,
                "The lock was set by hand, or policies/estate.json changed after it.",
                "While the lock's date is not past ("
                        + describe(where)
                        + ", LockDate) deploy the vault stack. After it nobody can change the lock: bring"
                        + " retentionMinDays and retentionMaxDays in policies/estate.json to what it has, or"
                        + " make a new vault beside it.");
    }

    GapWords vaultPolicyChanged(Gap.VaultPolicyChanged gap) {
        var where = Where.of(gap.subject());
        return new GapWords(
                where.label() + ": its access policy is not ours",
                "Ours forbids everybody to change it. So policies/vault/access-policy.json was changed since, or"
                        + " the vault was made anew, or made with another.",
                "See it, "
                        + where.inAccount()
                        + "aws backup get-backup-vault-access-policy --region "
                        + where.region()
                        + " --backup-vault-name "
                        + PlainText.argument(where.name())
                        + "; and who set it: "
                        + trail(where, "PutBackupVaultAccessPolicy")
                        + ". If the file was changed, bring it back, or make a new vault beside this one. Else it"
                        + " is an incident: set ours again, the AccessPolicy in the vault stack's template.");
    }

    private String lock(Where where) {
        var bounds =
                promised(where)
                        .map(vault ->
                                " --min-retention-days "
                                        + vault.retentionMinDays()
                                        + " --max-retention-days "
                                        + vault.retentionMaxDays())
                        .orElse("");
        return "Check the bounds with two people. Then, "
                + where.inAccount()
                + "aws backup put-backup-vault-lock-configuration --region "
                + where.region()
                + " --backup-vault-name "
                + PlainText.argument(where.name())
                + bounds
                + " --changeable-for-days 3. After those 3 days NOBODY, AWS included, can take it back.";
    }

    private Optional<Estate.Vault> promised(Where where) {
        return estate.vaults().stream()
                .filter(vault -> vault.arn().value().equals(where.arn()))
                .findFirst();
    }

    private static String days(Optional<Long> days) {
        return days.map(String::valueOf).orElse("any");
    }

    static String describe(Where where) {
        return where.inAccount()
                + "aws backup describe-backup-vault --region "
                + where.region()
                + " --backup-vault-name "
                + PlainText.argument(where.name());
    }

    /// The command that tells who called an operation.
    static String trail(Where where, String operation) {
        return "aws cloudtrail lookup-events --region "
                + where.region()
                + " --lookup-attributes AttributeKey=EventName,AttributeValue="
                + operation;
    }
}
