package secondbackup.report;

import java.time.Instant;
import java.util.stream.Collectors;
import secondbackup.gap.Gap;
import secondbackup.inventory.AccountId;
import secondbackup.policy.Estate;
import secondbackup.policy.Members;
import secondbackup.verify.Drift;

/// Words for what was deployed and is no more as it was deployed.
///
/// Source: AWS CloudFormation API, `UpdateStackSet` (without targets it tries every instance again) and
/// `CreateStackInstances`; User Guide, "Enable or disable automatic deployments for StackSets in AWS Organizations" (the
/// filter of the last deployment holds) and "Using drift-aware change sets"; read 2026-11-27.
final class DeploymentText {
    private static final int DIFFERENCES_MAX = 3;
    private static final int SIDE_MAX = 140;
    private static final int ALL_MAX = 430;

    private final Estate estate;
    private final Members members;
    private final Instant now;

    DeploymentText(Estate estate, Members members, Instant now) {
        this.estate = estate;
        this.members = members;
        this.now = now;
    }

    GapWords drifted(Gap.DeploymentDrifted gap) {
        var drift = gap.drift();
        var where = Where.of(gap.subject());
        var since = drift.since().map(at -> " Since " + TimeText.since(at, now) + ".").orElse("");
        return new GapWords(
                where.label() + ": " + thing(drift) + " is not as it was deployed: " + said(drift),
                cause(drift) + since,
                remedy(drift, where));
    }

    static String thing(Drift drift) {
        var name = PlainText.name(drift.name());
        return switch (drift.thing()) {
            case BACKUP_PLAN -> "backup plan " + name;
            case ROLE -> "role " + name;
            case STACK_INSTANCE -> "its stack of StackSet " + name;
            case STACK_SET -> "StackSet " + name;
        };
    }

    /// The same for the same thing in every sweep: a StackSet may have more than one stack in an account.
    static String key(Drift drift) {
        return drift.thing() == Drift.Thing.STACK_INSTANCE
                ? thing(drift) + " " + drift.id().orElse("")
                : thing(drift);
    }

    private static String said(Drift drift) {
        var more = drift.differences().size() - DIFFERENCES_MAX;
        var first =
                drift.differences().stream()
                        .limit(DIFFERENCES_MAX)
                        .map(one ->
                                side(one.what())
                                        + " expected "
                                        + side(one.expected())
                                        + ", found "
                                        + side(one.found()))
                        .collect(Collectors.joining("; "));
        return PlainText.cut(first, ALL_MAX) + (more > 0 ? "; and " + more + " more" : "");
    }

    private static String side(String text) {
        return PlainText.cut(PlainText.line(text), SIDE_MAX);
    }

    private static String cause(Drift drift) {
        return switch (drift.thing()) {
            case BACKUP_PLAN ->
                    drift.gone()
                            ? "Somebody took it away by hand."
                            : "Somebody changed it by hand, or an older stack has left it behind. AWS"
                                    + " CloudFormation neither looks nor changes it back.";
            case ROLE ->
                    "The service control policy lets StackSets alone change it: somebody has detached that"
                            + " policy, or the role was made before policies/rights was changed.";
            case STACK_INSTANCE ->
                    drift.gone()
                            ? "The StackSet has not reached the account, or somebody took the account out of"
                                    + " it. What changes in policies/ does not arrive there."
                            : "What changes in policies/ does not arrive there. AWS says: "
                                    + PlainText.message(drift.differences().getFirst().found());
            case STACK_SET ->
                    "Somebody removed it. What it made stays, but no new account is reached, and no change.";
        };
    }

    private String remedy(Drift drift, Where where) {
        return switch (drift.thing()) {
            case BACKUP_PLAN -> drift.gone() ? anew(drift, where) : plan(drift, where);
            case ROLE -> drift.gone() ? anew(drift, where) : role(drift, where);
            case STACK_INSTANCE -> drift.gone() ? reach(drift.name(), where) : again(drift, where);
            case STACK_SET ->
                    inManagement()
                            + "cd cdk && npx aws-cdk@2.1148.1 deploy SecondBackupOrganization --revert-drift";
        };
    }

    private String plan(Drift drift, Where where) {
        var id = PlainText.argument(drift.id().orElse("ID"));
        var plan = " --region " + where.region() + " --backup-plan-id " + id;
        return "Who did it: "
                + VaultText.trail(where, "UpdateBackupPlan")
                + " (or CreateBackupSelection). Bring each value to what is expected, "
                + where.inAccount()
                + "aws backup get-backup-plan"
                + plan
                + " --query BackupPlan > plan.json; correct it, without its RuleIds; aws backup"
                + " update-backup-plan"
                + plan
                + " --backup-plan file://plan.json. Selections (aws backup list-backup-selections"
                + plan
                + "): make the one that is expected with aws backup create-backup-selection"
                + plan
                + " --backup-selection file://selection.json, and remove the other in the console. A plan"
                + " that stands twice is left from an earlier stack: remove the older stack in its account."
                + " The vaults and their points stay.";
    }

    private String role(Drift drift, Where where) {
        var name = PlainText.argument(drift.name());
        return "Who did it: aws cloudtrail lookup-events --region us-east-1 --lookup-attributes"
                + " AttributeKey=ResourceName,AttributeValue="
                + name
                + ". If policies/rights/"
                + drift.id().orElse("")
                + " is newer than the stacks, deploy SecondBackupOrganization. Else two people detach service"
                + " control policy second-backup-member-units, "
                + where.inAccount()
                + "aws iam put-role-policy --role-name "
                + name
                + " --policy-name rights --policy-document file://policy.json (trust: aws iam"
                + " update-assume-role-policy --role-name "
                + name
                + " --policy-document file://trust.json), with what the file says, take away what is attached"
                + " besides, and attach the service control policy again.";
    }

    /// Keys and vaults stay when their stack goes, and the next one's names are free.
    private String anew(Drift drift, Where where) {
        var set =
                drift.thing() == Drift.Thing.ROLE
                        ? Members.ROLES_STACK_SET
                        : Members.BACKUP_STACK_SET;
        return "In the AWS CloudFormation console of management account "
                + estate.managementAccount()
                + ", take the account out of StackSet "
                + set
                + " without retaining its stack (keys, vaults and points stay). Then make it anew: "
                + reach(set, where);
    }

    /// With the filter of every deployment: AWS goes by the last one when accounts join later.
    private String reach(String set, Where where) {
        var region = where.region().isEmpty() ? estate.homeRegion().value() : where.region();
        return inManagement()
                + "aws cloudformation create-stack-instances --region "
                + estate.homeRegion()
                + " --stack-set-name "
                + PlainText.argument(set)
                + " --regions "
                + region
                + " --deployment-targets OrganizationalUnitIds="
                + String.join(",", members.units())
                + ",AccountFilterType=DIFFERENCE,Accounts="
                + members.spared().stream().map(AccountId::value).collect(Collectors.joining(","))
                + " --operation-preferences FailureTolerancePercentage=100";
    }

    private String again(Drift drift, Where where) {
        var set = PlainText.argument(drift.name());
        var account = where.account().map(AccountId::value).orElse("");
        return "See all of it, "
                + inManagement()
                + "aws cloudformation describe-stack-instance --region "
                + estate.homeRegion()
                + " --stack-set-name "
                + set
                + " --stack-instance-account "
                + account
                + " --stack-instance-region "
                + drift.id().orElse("")
                + ". Remove the reason, and try again: aws cloudformation update-stack-set --region "
                + estate.homeRegion()
                + " --stack-set-name "
                + set
                + " --use-previous-template --capabilities CAPABILITY_NAMED_IAM --operation-preferences"
                + " FailureTolerancePercentage=100. Where names are taken by a stack of an earlier target"
                + " unit, take the failed one out in the console and bring the old one in: aws cloudformation"
                + " import-stacks-to-stack-set --region "
                + estate.homeRegion()
                + " --stack-set-name "
                + set
                + " --organizational-unit-ids UNIT --stack-ids STACK_ID.";
    }

    private String inManagement() {
        return "in management account " + estate.managementAccount() + ": ";
    }
}
