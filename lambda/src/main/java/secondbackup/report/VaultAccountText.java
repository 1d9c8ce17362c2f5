package secondbackup.report;

import java.util.List;
import secondbackup.gap.Exposure;
import secondbackup.gap.Gap;
import secondbackup.inventory.Arn;

/// Words for who can act in a vault's account.
///
/// Source: AWS CLI Command Reference, `iam` and `sso-admin`; AWS IAM User Guide, "Perform a privileged task on an AWS
/// Organizations member account"; read 2026-11-27.
final class VaultAccountText {
    GapWords vaultAccountExposed(Gap.VaultAccountExposed gap) {
        var where = Where.of(gap.subject());
        return switch (gap.exposure()) {
            case Exposure.Stranger stranger -> stranger(where, stranger);
            case Exposure.LetsIn(var role, var whom) -> letsIn(where, role, whom);
            case Exposure.AccessKey(var user, var key) -> accessKey(where, user, key);
            case Exposure.RootAccessKey _ ->
                    new GapWords(
                            where.label() + ": its root user has an access key",
                            "Whoever has the key is root, without a second factor.",
                            root(where));
            case Exposure.RootWithoutMfa _ ->
                    new GapWords(
                            where.label()
                                    + ": its root user signs in with a password and nothing else",
                            "No MFA device is assigned to it.",
                            root(where)
                                    + " Or sign in as root and assign an MFA device: IAM console,"
                                    + " Security credentials.");
        };
    }

    private static GapWords stranger(Where where, Exposure.Stranger stranger) {
        var principal = stranger.principal();
        var user = stranger.sort() == Exposure.Stranger.Sort.USER;
        return new GapWords(
                where.label()
                        + ": "
                        + PlainText.message(principal.resource())
                        + " can act in it, and is not on the roster"
                        + entrance(user, stranger.by()),
                "It was made by hand, or by something else than our stacks: "
                        + made(where, principal, user ? "CreateUser" : "CreateRole")
                        + " tells who made it in the last 90 days.",
                "If it is meant to be there, name it in policies/roster.json, with owner and why."
                        + " If not: "
                        + removal(where, stranger));
    }

    private static String entrance(boolean user, List<String> by) {
        if (by.isEmpty()) {
            return "";
        }
        return (user ? "; its access keys: " : "; it lets in: ")
                + PlainText.message(
                        String.join(", ", by.stream().map(VaultAccountText::party).toList()));
    }

    private static String party(String whom) {
        return whom.replaceFirst("^service/", "the service ");
    }

    private static String removal(Where where, Exposure.Stranger stranger) {
        var name = PlainText.argument(stranger.principal().name());
        return switch (stranger.sort()) {
            case USER ->
                    where.inAccount()
                            + "aws iam put-user-policy --user-name "
                            + name
                            + " --policy-name Stop --policy-document '"
                            + DENY
                            + "' at once, then see what it has done and delete it.";
            case ROLE ->
                    where.inAccount()
                            + "aws iam put-role-policy --role-name "
                            + name
                            + " --policy-name Stop --policy-document '"
                            + DENY
                            + "' at once, which also stops sessions that are open, then see what it has"
                            + " done and delete it.";
            case ROLE_OF_IDENTITY_CENTER ->
                    "take the account away from its permission set, where IAM Identity Center is"
                            + " administered (AWS accounts, "
                            + account(where)
                            + ", Remove access); aws sso-admin list-account-assignments --account-id "
                            + account(where)
                            + " --instance-arn INSTANCE --permission-set-arn SET says who has it.";
        };
    }

    private static final String DENY =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}}";

    private static GapWords letsIn(Where where, Arn role, String whom) {
        var name = PlainText.argument(role.name());
        return new GapWords(
                where.label()
                        + ": "
                        + PlainText.message(role.resource())
                        + " lets in "
                        + (whom.equals("*") ? "everybody (*)" : PlainText.message(party(whom)))
                        + ", whom the roster does not name for it",
                "Its trust policy was changed, or the role was made with it: "
                        + made(where, role, "UpdateAssumeRolePolicy")
                        + " tells who did it in the last 90 days.",
                "See it, "
                        + where.inAccount()
                        + "aws iam get-role --role-name "
                        + name
                        + ". If it is meant, add it to the role's trusts in policies/roster.json."
                        + " If not: aws iam update-assume-role-policy --role-name "
                        + name
                        + " --policy-document file://trust.json with the trust that it had (of a"
                        + " role of ours, the one in its stack's template; two people detach the"
                        + " service control policy first).");
    }

    private static GapWords accessKey(Where where, Arn user, String key) {
        var arguments =
                " --user-name "
                        + PlainText.argument(user.name())
                        + " --access-key-id "
                        + PlainText.argument(key);
        return new GapWords(
                where.label()
                        + ": "
                        + PlainText.message(user.resource())
                        + " has the access key "
                        + PlainText.name(key),
                "An access key works from anywhere, without a second factor. Who recovers signs in"
                        + " with a password and an MFA device.",
                "Stop it, "
                        + where.inAccount()
                        + "aws iam update-access-key --status Inactive"
                        + arguments
                        + ". When nothing misses it, delete it.");
    }

    private static String root(Where where) {
        return "Take root's credentials away, in the management account, with central root access:"
                + " aws sts assume-root --region us-east-1 --target-principal "
                + account(where)
                + " --task-policy-arn"
                + " arn=arn:aws:iam::aws:policy/root-task/IAMDeleteRootUserCredentials, then with"
                + " what it answers, delete its access keys and its password.";
    }

    private static String account(Where where) {
        return where.account().map(Object::toString).orElse("ACCOUNT");
    }

    /// The command that tells who called an operation on it. Calls of IAM are recorded in us-east-1.
    private static String made(Where where, Arn principal, String call) {
        return where.inAccount()
                + "aws cloudtrail lookup-events --region us-east-1 --lookup-attributes"
                + " AttributeKey=ResourceName,AttributeValue="
                + PlainText.argument(principal.name())
                + " (look for "
                + call
                + ")";
    }

    /// What tells one exposure of an account from another.
    static String key(Exposure exposure) {
        return switch (exposure) {
            case Exposure.Stranger(var principal, _) -> principal.value();
            case Exposure.LetsIn(var role, var whom) -> role + "|" + whom;
            case Exposure.AccessKey(_, var key) -> key;
            case Exposure.RootAccessKey _, Exposure.RootWithoutMfa _ ->
                    exposure.getClass().getSimpleName();
        };
    }
}
