package secondbackup.doctor;

import java.util.List;
import secondbackup.doctor.Finding.Found;
import secondbackup.inventory.Look;

/// What the organization as a whole must allow.
///
/// Source: AWS Backup Developer Guide, "Creating backup copies across AWS accounts" (the switch) and "Managing AWS
/// Backup resources across multiple AWS accounts" (trusted access); AWS Organizations User Guide, "AWS
/// CloudFormation StackSets and AWS Organizations"; read 2026-11-27.
final class OrganizationRules {
    private OrganizationRules() {}

    static List<Finding> of(Facts facts) {
        var estate = facts.policies().estate();
        var management = Place.in(estate.managementAccount());
        var where = "organization " + estate.organization();
        return List.of(
                wanted(
                        facts.setup().crossAccountBackup(),
                        new Found(
                                Check.CROSS_ACCOUNT_BACKUP,
                                where,
                                "Cross-account backup is off, so every copy fails.",
                                management
                                        + "aws backup update-global-settings --global-settings"
                                        + " isCrossAccountBackupEnabled=true")),
                wanted(
                        facts.setup().backupTrusted(),
                        new Found(
                                Check.TRUSTED_ACCESS,
                                where,
                                "AWS Organizations does not trust AWS Backup.",
                                management
                                        + "aws organizations enable-aws-service-access"
                                        + " --service-principal backup.amazonaws.com")),
                wanted(
                        facts.setup().stackSetsTrusted(),
                        new Found(
                                Check.TRUSTED_ACCESS,
                                where,
                                "CloudFormation StackSets cannot deploy into the organization.",
                                management + "aws cloudformation activate-organizations-access")));
    }

    /// @param off what is found where the setting is off
    private static Finding wanted(Look<Boolean> look, Found off) {
        return Finding.of(
                off.check(),
                off.where(),
                look,
                on -> on ? new Finding.Fine(off.check(), off.where()) : off);
    }
}
