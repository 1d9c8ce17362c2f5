package secondbackup.doctor;

import java.util.List;

/// What the organization as a whole must allow.
///
/// Source: AWS Backup Developer Guide, "Creating backup copies across AWS accounts" (the switch) and "Managing AWS
/// Backup resources across multiple AWS accounts" (trusted access); AWS Organizations User Guide, "AWS
/// CloudFormation StackSets and AWS Organizations"; read 2026-11-27.
final class OrganizationRules {
    private OrganizationRules() {}

    static List<Finding> of(Facts facts) {
        var management = facts.policies().estate().managementAccount();
        var where = "organization " + facts.policies().estate().organization();
        return List.of(
                Finding.of(
                        Check.CROSS_ACCOUNT_BACKUP,
                        where,
                        facts.setup().crossAccountBackup(),
                        on ->
                                wanted(
                                        on,
                                        Check.CROSS_ACCOUNT_BACKUP,
                                        where,
                                        "Cross-account backup is off, so every copy fails.",
                                        Place.in(management)
                                                + "aws backup update-global-settings --global-settings"
                                                + " isCrossAccountBackupEnabled=true")),
                Finding.of(
                        Check.TRUSTED_ACCESS,
                        where,
                        facts.setup().backupTrusted(),
                        on ->
                                wanted(
                                        on,
                                        Check.TRUSTED_ACCESS,
                                        where,
                                        "AWS Organizations does not trust AWS Backup.",
                                        Place.in(management)
                                                + "aws organizations enable-aws-service-access"
                                                + " --service-principal backup.amazonaws.com")),
                Finding.of(
                        Check.TRUSTED_ACCESS,
                        where,
                        facts.setup().stackSetsTrusted(),
                        on ->
                                wanted(
                                        on,
                                        Check.TRUSTED_ACCESS,
                                        where,
                                        "CloudFormation StackSets cannot deploy into the organization.",
                                        Place.in(management)
                                                + "aws cloudformation activate-organizations-access")));
    }

    private static Finding wanted(boolean on, Check check, String where, String what, String fix) {
        return on ? new Finding.Fine(check, where) : new Finding.Found(check, where, what, fix);
    }
}
