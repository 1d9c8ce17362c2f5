package secondbackup.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import secondbackup.gap.Gap;
import secondbackup.gap.Gap.KeyAtRisk.KeyEvidence;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.VaultView;
import secondbackup.policy.Estate;
import secondbackup.policy.PromiseRule;
import secondbackup.report.GapText;
import secondbackup.report.GapWords;
import secondbackup.report.PlainText;
import secondbackup.verify.VaultChecker;
import secondbackup.verify.VaultDoubt;

/// Whether a vault is what the estate says, judged as a sweep judges it.
///
/// Source: AWS Backup Developer Guide, "AWS Backup Vault Lock": a copy whose retention is outside the lock's bounds
/// fails; read 2026-11-27.
final class VaultRules {
    private static final List<Check> CHECKS =
            List.of(Check.VAULT_KIND, Check.LOCK, Check.VAULT_POLICY, Check.KEYS);

    private static final String NO_VAULT = "there is no vault";

    private final Facts facts;
    private final GapText text;

    VaultRules(Facts facts) {
        this.facts = facts;
        this.text = new GapText(facts.policies(), facts.now());
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        for (var vault : facts.policies().estate().vaults()) {
            facts.inventory().vaults().stream()
                    .filter(view -> view.vault().equals(vault.arn()))
                    .findFirst()
                    .ifPresentOrElse(
                            view -> findings.addAll(of(vault, view)),
                            () -> findings.addAll(unseen(vault, "it was not looked at")));
        }
        return findings;
    }

    private List<Finding> of(Estate.Vault vault, VaultView view) {
        return switch (view) {
            case VaultView.Unreadable(_, var cause) -> unseen(vault, cause);
            case VaultView.Absent(_, var cause) ->
                    List.of(
                            found(
                                    Check.VAULT_KIND,
                                    vault,
                                    new VaultDoubt.Absent(vault.arn(), cause)),
                            new Finding.CouldNotLook(Check.LOCK, where(vault), NO_VAULT),
                            new Finding.CouldNotLook(Check.VAULT_POLICY, where(vault), NO_VAULT));
            case VaultView.Seen seen -> seen(vault, seen);
        };
    }

    private static List<Finding> unseen(Estate.Vault vault, String cause) {
        return CHECKS.stream()
                .<Finding>map(check ->
                        new Finding.CouldNotLook(check, where(vault), PlainText.message(cause)))
                .toList();
    }

    private List<Finding> seen(Estate.Vault vault, VaultView.Seen view) {
        var doubts = VaultChecker.check(view, vault, facts.now());
        var findings = new ArrayList<Finding>();
        doubts.forEach(doubt -> findings.add(of(vault, doubt)));
        facts.policies().rules().stream()
                .filter(outside(view.lock()))
                .forEach(rule -> findings.add(outside(vault, rule)));
        CHECKS.stream()
                .filter(check -> findings.stream().noneMatch(found -> found.check() == check))
                .forEach(check -> findings.add(new Finding.Fine(check, where(vault))));
        return findings;
    }

    private Finding of(Estate.Vault vault, VaultDoubt doubt) {
        return switch (doubt) {
            case VaultDoubt.KindDiffers(_, var promised, var seen) ->
                    seen == VaultView.Kind.UNKNOWN
                            ? new Finding.CouldNotLook(
                                    Check.VAULT_KIND,
                                    where(vault),
                                    "AWS Backup names a kind that this version does not know")
                            : new Finding.Found(
                                    Check.VAULT_KIND,
                                    where(vault),
                                    "The vault is " + seen + ", the estate says " + promised + ".",
                                    "A vault's kind cannot be changed: correct vaults.kind in"
                                            + " policies/estate.json, or name another vault there, and deploy"
                                            + " the vault stack.");
            case VaultDoubt.KeyUnread(_, var cause) ->
                    new Finding.CouldNotLook(Check.KEYS, where(vault), PlainText.message(cause));
            case VaultDoubt.Absent _ -> found(Check.VAULT_KIND, vault, doubt);
            case VaultDoubt.NotLocked _,
                    VaultDoubt.GovernanceOnly _,
                    VaultDoubt.InGrace _,
                    VaultDoubt.BoundsDiffer _ ->
                    found(Check.LOCK, vault, doubt);
            case VaultDoubt.AccessPolicyDiffers _ -> found(Check.VAULT_POLICY, vault, doubt);
            case VaultDoubt.KeyDiffers _,
                    VaultDoubt.KeyNotEnabled _,
                    VaultDoubt.KeyMaterialElsewhere _,
                    VaultDoubt.KeyPolicyDiffers _ ->
                    found(Check.KEYS, vault, doubt);
        };
    }

    private Finding found(Check check, Estate.Vault vault, VaultDoubt doubt) {
        var words = words(check, vault, doubt);
        return new Finding.Found(check, where(vault), words.what() + ".", words.remedy());
    }

    private GapWords words(Check check, Estate.Vault vault, VaultDoubt doubt) {
        var subject = new Subject.OfVault(vault.arn());
        return text.of(
                switch (check) {
                    case VAULT_POLICY -> new Gap.VaultPolicyChanged(subject);
                    case KEYS -> new Gap.KeyAtRisk(subject, new KeyEvidence.OfVault(doubt));
                    case CROSS_ACCOUNT_BACKUP,
                            TRUSTED_ACCESS,
                            SERVICE_LINKED_ROLES,
                            OPT_IN,
                            OUR_ROLES,
                            VAULT_KIND,
                            LOCK,
                            TRAIL,
                            QUOTA ->
                            new Gap.VaultNotLocked(subject, doubt);
                });
    }

    private static Predicate<PromiseRule> outside(VaultView.Lock lock) {
        return rule ->
                lock.retentionMinDays().filter(min -> rule.retentionDays() < min).isPresent()
                        || lock.retentionMaxDays()
                                .filter(max -> rule.retentionDays() > max)
                                .isPresent();
    }

    private static Finding outside(Estate.Vault vault, PromiseRule rule) {
        return new Finding.Found(
                Check.LOCK,
                where(vault),
                "The lock refuses every copy of policies/"
                        + rule.file()
                        + ", kept "
                        + rule.retentionDays()
                        + " days.",
                "Bring retentionDays in policies/"
                        + rule.file()
                        + " within the bounds of the lock, see aws backup describe-backup-vault --region "
                        + vault.region()
                        + " --backup-vault-name "
                        + PlainText.argument(vault.arn().name())
                        + ", build and deploy.");
    }

    private static String where(Estate.Vault vault) {
        return "vault " + vault.arn().name() + " " + vault.account() + " " + vault.region();
    }
}
