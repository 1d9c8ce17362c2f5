package secondbackup.report;

import java.time.Instant;
import java.util.Optional;
import secondbackup.gap.Gap;
import secondbackup.gap.Gap.KeyAtRisk.KeyEvidence;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Arn;
import secondbackup.policy.Estate;
import secondbackup.verify.VaultDoubt;

/// Words for keys: those that no copy gets past, and those that may make copies unreadable.
final class KeyText {
    private final Estate estate;
    private final Instant now;

    KeyText(Estate estate, Instant now) {
        this.estate = estate;
        this.now = now;
    }

    GapWords keyNotShareable(Gap.KeyNotShareable gap) {
        var where = Where.of(gap.subject());
        return new GapWords(
                where.label()
                        + ": cannot be copied because of "
                        + gap.key()
                                .map(key -> "key " + key)
                                .orElse(home(where) ? "its account" : "its encryption"),
                PlainText.message(gap.cause()),
                home(where)
                        ? "Move the cluster to another account: nothing but vaults should live in this one."
                        : gap.key().map(key -> admit(key, where)).orElseGet(KeyText::withoutKey));
    }

    GapWords unencrypted(Gap.Unencrypted gap) {
        var where = Where.of(gap.subject());
        return new GapWords(
                where.label() + ": is not encrypted, and neither are its copies",
                "AWS keeps the snapshots and copies of an unencrypted cluster unencrypted; the vault's key does"
                        + " not guard them.",
                "Encryption cannot be switched on in place. "
                        + where.inAccount()
                        + "take a snapshot, restore it into a new cluster with aws rds"
                        + " restore-db-cluster-from-snapshot --region "
                        + where.region()
                        + " --kms-key-id YOUR-KEY, and move the application there.");
    }

    private boolean home(Where where) {
        return where.account().filter(id -> estate.vaultOf(id).account().equals(id)).isPresent();
    }

    private String admit(Arn key, Where where) {
        var vaultAccount =
                where.account()
                        .map(id -> estate.vaultOf(id).account())
                        .orElseGet(() -> estate.vaults().getFirst().account());
        var arguments =
                " --region " + key.regionText() + " --key-id " + PlainText.argument(key.value());
        return "In account "
                + key.accountText()
                + ": if the key is disabled, aws kms enable-key"
                + arguments
                + " (if it is pending deletion, aws kms cancel-key-deletion first). If it is customer"
                + " managed, read its policy (aws kms get-key-policy"
                + arguments
                + " --policy-name default) and add to its statements: "
                + statements(vaultAccount)
                + ". If it is AWS managed (aws/rds), its policy cannot be changed: set rekeyVault in"
                + " policies/estate.json and deploy, to its account too.";
    }

    /// What the service-linked role of the vault account needs. The root is the principal, since a role named
    /// there must exist and is pinned to its unique id.
    ///
    /// Source: AWS Backup Developer Guide, "Encryption for backups in AWS Backup", and AWS managed policy
    /// `AWSBackupServiceLinkedRolePolicyForBackup`, read 2026-11-22.
    static String statements(AccountId vaultAccount) {
        var start =
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::"
                        + vaultAccount
                        + ":root\"},\"Action\":";
        var role =
                "\"Resource\":\"*\",\"Condition\":{\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::"
                        + vaultAccount
                        + ":role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup\"}";
        return start
                + "[\"kms:DescribeKey\",\"kms:Decrypt\",\"kms:GenerateDataKey*\",\"kms:ReEncrypt*\"],"
                + role
                + "}}, "
                + start
                + "[\"kms:CreateGrant\",\"kms:ListGrants\",\"kms:RevokeGrant\"],"
                + role
                + ",\"Bool\":{\"kms:GrantIsForAWSResource\":\"true\"}}}";
    }

    private static String withoutKey() {
        return "If it is under Aurora's default encryption: set rekeyVault in policies/estate.json and deploy,"
                + " to its account too. If it is unencrypted, or that does not help: restore it from a"
                + " snapshot under a customer managed key and let the application move to the new cluster.";
    }

    GapWords keyAtRisk(Gap.KeyAtRisk gap) {
        var where = Where.of(gap.subject());
        return switch (gap.evidence()) {
            case KeyEvidence.OfVault(var doubt) -> ofVault(where, doubt);
            case KeyEvidence.OfCopy(var copy, var key) -> ofCopy(where, copy, key);
        };
    }

    private GapWords ofCopy(Where where, Arn copy, Optional<Arn> key) {
        return new GapWords(
                where.label()
                        + ": the newest good copy "
                        + copy.name()
                        + " is encrypted with another key than the vault's: "
                        + key.map(Arn::value).orElse("one that is not known"),
                "It was copied while the vault had another key, or AWS kept the cluster's own.",
                "See that this key stays enabled for as long as the copy lives, in account "
                        + key.map(Arn::accountText).orElse(copy.accountText())
                        + key.map(arn ->
                                        ": aws kms describe-key --region "
                                                + arn.regionText()
                                                + " --key-id "
                                                + PlainText.argument(arn.value()))
                                .orElse("")
                        + ". If the next copy has it too, open a case with AWS Support naming "
                        + copy);
    }

    private GapWords ofVault(Where where, VaultDoubt doubt) {
        return switch (doubt) {
            case VaultDoubt.KeyNotEnabled(_, var key, var state, var deletionAt) ->
                    notEnabled(where, key, state, deletionAt);
            case VaultDoubt.KeyMaterialElsewhere(_, var key, var origin) ->
                    new GapWords(
                            where.label()
                                    + ": the material of its key "
                                    + key
                                    + " does not come from AWS KMS but from "
                                    + PlainText.name(origin),
                            "Imported material can expire or be deleted at once, and an external or own key store"
                                    + " can be cut off; then no copy can be read, and no waiting period warns.",
                            "Keep the material where two people can import it again, and make a vault under a"
                                    + " key whose Origin is AWS_KMS: a vault's key cannot be changed. See the key, "
                                    + in(key)
                                    + "aws kms describe-key"
                                    + arguments(key));
            case VaultDoubt.KeyDiffers(_, var key) ->
                    new GapWords(
                            where.label()
                                    + ": encrypts with "
                                    + key.map(arn -> "key " + arn).orElse("a key of AWS's own")
                                    + ", which is not the key in policies/estate.json",
                            "A vault's key is chosen when it is made, so the vault or the estate file is another one.",
                            "Find out which is right. A vault made anew under the old name is an incident;"
                                    + " else correct vaults.key in policies/estate.json, build and deploy.");
            case VaultDoubt.KeyPolicyDiffers(_, var key) ->
                    new GapWords(
                            where.label() + ": the policy of its key " + key + " is not ours",
                            "Ours forbids everybody to change it. So policies/vault/key-policy.json was changed"
                                    + " since, or the key was made with another.",
                            "See it: "
                                    + in(key)
                                    + "aws kms get-key-policy"
                                    + arguments(key)
                                    + " --policy-name default; and who set it: "
                                    + VaultText.trail(where, "PutKeyPolicy")
                                    + ". If the file was changed, bring it back. Else it is an incident: set ours"
                                    + " again, the KeyPolicy in the vault stack's template.");
            case VaultDoubt.KeyUnread _,
                    VaultDoubt.KindDiffers _,
                    VaultDoubt.Absent _,
                    VaultDoubt.NotLocked _,
                    VaultDoubt.GovernanceOnly _,
                    VaultDoubt.InGrace _,
                    VaultDoubt.BoundsDiffer _,
                    VaultDoubt.AccessPolicyDiffers _ ->
                    new GapWords(
                            where.label() + ": its key is not as it must be",
                            doubt.getClass().getSimpleName(),
                            "See the vault: " + VaultText.describe(where));
        };
    }

    private GapWords notEnabled(Where where, Arn key, String state, Optional<Instant> deletionAt) {
        var until =
                deletionAt
                        .map(at -> " and will be deleted at " + TimeText.until(at, now))
                        .orElse("");
        var cancel =
                deletionAt.isPresent() || state.equals("PendingDeletion")
                        ? "aws kms cancel-key-deletion" + arguments(key) + " && "
                        : "";
        return new GapWords(
                where.label() + ": its key " + key + " is " + PlainText.name(state) + until,
                "Without the key no copy in the vault can be read; once it is deleted, never again.",
                "At once, "
                        + in(key)
                        + cancel
                        + "aws kms enable-key"
                        + arguments(key)
                        + ". Then find who did it: "
                        + VaultText.trail(
                                where, cancel.isEmpty() ? "DisableKey" : "ScheduleKeyDeletion"));
    }

    private static String in(Arn key) {
        return "in account " + key.accountText() + ": ";
    }

    private static String arguments(Arn key) {
        return " --region " + key.regionText() + " --key-id " + PlainText.argument(key.value());
    }
}
