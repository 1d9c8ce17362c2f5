package secondbackup.cdk.member;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import secondbackup.cdk.parts.Parts;
import secondbackup.cdk.watch.TripwireStack;
import secondbackup.policy.BackupPlans;
import secondbackup.policy.Estate;
import secondbackup.policy.Tripwire;
import secondbackup.policy.TripwireReader;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.backup.CfnBackupVault;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.kms.CfnKey;
import software.constructs.Construct;

/// Template of the second StackSet: key, vaults, plans, the rule that forwards events and those of the tripwires, in one
/// source Region of a member account. Calls of IAM are recorded in us-east-1 only: the tripwire about our roles rings
/// where that is a source Region; elsewhere the survey sees roles that are missing.
///
/// Key and vaults stay when the stack goes, for whatever reason, but for a creation that fails. Their names carry the
/// first eight characters of the stack's own part of its id, so that the next stack in the same account and Region, of
/// another StackSet or after a move between organizational units, finds its names free. What is left behind is read
/// by the survey all the same.
///
/// A vault's name and key are for good: a change that would replace a vault fails, since its name is taken.
///
/// Source: AWS CloudFormation User Guide, "DeletionPolicy attribute" (`RetainExceptOnCreate`) and "Pseudo parameters"
/// (`AWS::StackId`), read 2026-11-27; AWS Backup Developer Guide, "Monitoring AWS Backup events using Amazon
/// EventBridge", read 2026-11-27; Amazon EventBridge User Guide, "Sending and receiving events between AWS accounts" (a
/// target in another account takes a role), read 2026-11-22.
public final class MemberBackupStack extends Stack {
    public static final String NAME = "SecondBackupMemberBackup";

    private static final int DELETION_WAIT_DAYS = 30;
    private static final String EVENTS_ROLE = "second-backup-member-events";
    private static final String CONTROL_BUS = "second-backup-control";
    private static final List<String> EVENTS =
            List.of(
                    "Backup Job State Change",
                    "Backup Plan State Change",
                    "Backup Vault State Change",
                    "Copy Job State Change",
                    "Recovery Point State Change",
                    "Region Setting State Change");

    public MemberBackupStack(Construct scope, Parts parts) {
        super(scope, NAME, MemberTemplates.anywhere(parts, "Snapshots for the second backup"));
        var estate = parts.estate();
        var key = key(parts);
        var source = vault("SourceVault", estate.sourceVault(), key);
        estate.rekeyVault().ifPresent(name -> vault("RekeyVault", name, key));
        var plans = new MemberPlans(this, estate, source);
        BackupPlans.of(parts.policies().rules()).forEach(plans::add);
        forwardEvents(estate);
        var role = roleArn(EVENTS_ROLE);
        TripwireReader.read(parts.files(), estate)
                .of(Tripwire.Place.MEMBER)
                .forEach(wire -> TripwireStack.rule(this, wire, parts, role));
    }

    private CfnKey key(Parts parts) {
        return Parts.keep(
                CfnKey.Builder.create(this, "Key")
                        .description("Encrypts what is re-keyed for the second backup")
                        .enableKeyRotation(true)
                        .pendingWindowInDays(DELETION_WAIT_DAYS)
                        .keyPolicy(parts.document("member/key-policy.json"))
                        .build());
    }

    private CfnBackupVault vault(String id, String name, CfnKey key) {
        return Parts.keep(
                CfnBackupVault.Builder.create(this, id)
                        .backupVaultName(Fn.join("-", List.of(name, suffix())))
                        .encryptionKeyArn(key.getAttrArn())
                        .build());
    }

    /// An id ends in the stack's name, a slash and a UUID, of which this is the first group.
    private static String suffix() {
        var own = Fn.select(2, Fn.split("/", Aws.STACK_ID));
        return Fn.select(0, Fn.split("-", own));
    }

    private void forwardEvents(Estate estate) {
        var bus =
                "arn:aws:events:"
                        + estate.homeRegion()
                        + ":"
                        + estate.controlAccount()
                        + ":event-bus/"
                        + CONTROL_BUS;
        CfnRule.Builder.create(this, "ForwardEvents")
                .description("Tells the control account what AWS Backup does here")
                .eventPattern(
                        new TreeMap<>(
                                Map.of("source", List.of("aws.backup"), "detail-type", EVENTS)))
                .targets(
                        List.of(
                                CfnRule.TargetProperty.builder()
                                        .id("control")
                                        .arn(bus)
                                        .roleArn(roleArn(EVENTS_ROLE))
                                        .build()))
                .build();
    }

    static String roleArn(String role) {
        return Fn.sub("arn:aws:iam::${AWS::AccountId}:role/" + role);
    }
}
