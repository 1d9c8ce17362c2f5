package secondbackup.report;

import java.util.stream.Collectors;
import secondbackup.gap.Gap;
import secondbackup.gap.Gap.Subject;
import secondbackup.inventory.AccountId;
import secondbackup.inventory.Region;
import secondbackup.policy.Estate;
import secondbackup.policy.Members;

/// Words for what no backup reaches, and for what could not be seen.
final class CoverageText {
    private final Estate estate;

    CoverageText(Estate estate) {
        this.estate = estate;
    }

    GapWords unbound(Gap.Unbound gap) {
        var where = Where.of(gap.subject());
        var units =
                gap.subject() instanceof Subject.OfCluster(var account, _)
                        ? String.join(", ", account.units())
                        : "";
        return new GapWords(
                where.label() + ": no rule in policies/backup binds it, so nothing is promised",
                "No rule names its account, a unit above it (" + units + ") or its tags.",
                "In a file of policies/backup, add \""
                        + account(where)
                        + "\" to who.accounts, or one of its units to who.units. Then build and deploy:"
                        + " plan and check follow the same file.");
    }

    GapWords notEnrolled(Gap.NotEnrolled gap) {
        var where = Where.of(gap.subject());
        var missing = String.join(", ", gap.missingRoles());
        var roles = missing.isEmpty() ? "" : "roles of ours are missing in its account: " + missing;
        var plan =
                gap.selected()
                        ? ""
                        : "no backup plan that fills " + estate.sourceVault() + " selects it";
        var both = !roles.isEmpty() && !plan.isEmpty() ? "; " : "";
        var role = gap.missingRoles().stream().findFirst();
        return new GapWords(
                where.label() + ": " + plan + both + roles,
                "The member stacks are missing or older than policies/ in this account and Region, or"
                        + " somebody changed what they had made.",
                "From management account "
                        + estate.managementAccount()
                        + ", deploy the member StackSets again to account "
                        + account(where)
                        + ". See first what is there, "
                        + where.inAccount()
                        + role.map(name ->
                                        "aws iam get-role --role-name " + PlainText.argument(name))
                                .orElse("aws backup list-backup-plans --region " + where.region()));
    }

    GapWords accountUnreadable(Gap.AccountUnreadable gap) {
        var where = Where.of(gap.subject());
        var inactive = gap.subject() instanceof Subject.OfAccount(var account) && !account.active();
        return new GapWords(
                where.label() + ": could not be read, so nothing is known about its clusters",
                PlainText.message(gap.cause()),
                inactive ? reopen(account(where)) : letIn(account(where)));
    }

    private String letIn(String account) {
        return "From control account "
                + estate.controlAccount()
                + ": aws sts assume-role --role-arn arn:aws:iam::"
                + account
                + ":role/"
                + estate.roles().survey()
                + " --role-session-name check. If that is refused, deploy the member roles'"
                + " StackSet to the account.";
    }

    private String reopen(String account) {
        return bringBack(estate, account)
                + " If it is to stay closed, name it in targets.exclude of policies/estate.json, with a last day,"
                + " build and deploy SecondBackupControl; its copies stay until they expire.";
    }

    /// What to do about an account that is not active.
    ///
    /// Source: AWS Organizations User Guide, "Monitor the state of your AWS accounts"; AWS Account Management Reference
    /// Guide, "Close an AWS account" ("Reopening your AWS account"), read 2026-11-27.
    static String bringBack(Estate estate, String account) {
        return "In management account "
                + estate.managementAccount()
                + ": aws organizations describe-account --account-id "
                + account
                + " shows its State. If it is PENDING_ACTIVATION, its holder finishes its sign-up. If it is"
                + " SUSPENDED, its holder asks AWS Support why. If it was closed, AWS Support brings it back with"
                + " what is in it, within 90 days and not later.";
    }

    GapWords regionUncovered(Gap.RegionUncovered gap) {
        var where = Where.of(gap.subject());
        var sources =
                estate.sourceRegions().stream()
                        .map(Region::value)
                        .collect(Collectors.joining(", "));
        var vaultRegion =
                estate.vaults().stream()
                        .anyMatch(vault -> vault.region().value().equals(where.region()));
        return new GapWords(
                where.label() + ": lives in a Region in which no backups are planned",
                "Source Regions are " + sources + ".",
                vaultRegion
                        ? "Move the cluster to a source Region: "
                                + where.region()
                                + " holds the vault, and a copy there would be in the cluster's own Region."
                        : "Add \""
                                + where.region()
                                + "\" to sourceRegions in policies/estate.json and deploy the member"
                                + " stacks there, or move the cluster to a source Region.");
    }

    GapWords optedOut(Gap.OptedOut gap) {
        var where = Where.of(gap.subject());
        var clusters = gap.clusters() == 1 ? "1 cluster" : gap.clusters() + " clusters";
        return new GapWords(
                where.label()
                        + ": AWS Backup's opt-in for Aurora is off, so it takes no snapshot of "
                        + clusters,
                "The opt-in is a setting of each account and Region. Aurora needs it even where a plan"
                        + " names the cluster.",
                where.inAccount()
                        + "aws backup update-region-settings --region "
                        + where.region()
                        + " --resource-type-opt-in-preference Aurora=true");
    }

    GapWords stateUnknown(Gap.StateUnknown gap) {
        var where = Where.of(gap.subject());
        return new GapWords(
                where.label() + ": could not see " + PlainText.message(gap.what()),
                "What came instead: " + PlainText.message(gap.answer()),
                look(gap.subject(), where));
    }

    private String look(Subject subject, Where where) {
        return switch (subject) {
            case Subject.OfOrganization() ->
                    "From control account "
                            + estate.controlAccount()
                            + ": aws organizations list-accounts. If that is refused, deploy the organization"
                            + " stack in management account "
                            + estate.managementAccount()
                            + " again: its delegation policy lets the control account list, and its role "
                            + Members.STACKS_READER
                            + " lets it see how the StackSets stand.";
            case Subject.OfVault(var vault) ->
                    where.inAccount()
                            + "aws backup describe-backup-vault --region "
                            + where.region()
                            + " --backup-vault-name "
                            + PlainText.argument(vault.name())
                            + ". If that works, see that role "
                            + estate.roles().vaultReader()
                            + " still admits the control account "
                            + estate.controlAccount()
                            + "; the vault stack makes it.";
            case Subject.OfRegion _, Subject.OfAccount _ ->
                    "With role "
                            + estate.roles().survey()
                            + " of account "
                            + account(where)
                            + ": aws rds describe-db-clusters --region "
                            + where.region()
                            + ". If a service control policy closes a source Region, take the Region out of"
                            + " the policy; if AWS is in trouble, the next sweep looks again.";
            case Subject.OfCluster(var account, _) -> {
                var vault = estate.vaultOf(account.id()).arn();
                yield "See what AWS says now, in account "
                        + vault.accountText()
                        + ": aws backup list-recovery-points-by-backup-vault --region "
                        + vault.regionText()
                        + " --backup-vault-name "
                        + vault.name()
                        + " --by-resource-arn "
                        + where.arnArgument()
                        + "; "
                        + where.inAccount()
                        + "aws backup list-copy-jobs --region "
                        + where.region()
                        + " --by-resource-arn "
                        + where.arnArgument()
                        + ". A state that AWS documents and this version does not know needs a newer version.";
            }
        };
    }

    private static String account(Where where) {
        return where.account().map(AccountId::value).orElse("");
    }
}
