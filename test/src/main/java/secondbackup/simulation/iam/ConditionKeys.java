package secondbackup.simulation.iam;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/// The condition keys that AWS knows. A policy with any other key is a mistake, which AWS would silently
/// treat as a key that no request has; here it fails.
///
/// Source: IAM User Guide, "AWS global condition context keys"; Service Authorization Reference for AWS
/// Backup, KMS, RDS, S3, IAM, STS, Organizations, Account Management, Secrets Manager, CloudWatch; read
/// 2026-11-22.
final class ConditionKeys {
    private static final SortedSet<String> EXACT =
            keys(
                    """
                    aws:PrincipalArn aws:PrincipalAccount aws:PrincipalOrgPaths aws:PrincipalOrgID
                    aws:PrincipalIsAWSService aws:PrincipalServiceName aws:PrincipalServiceNamesList
                    aws:PrincipalType aws:userid aws:username
                    aws:AssumedRoot aws:FederatedProvider aws:TokenIssueTime aws:MultiFactorAuthAge
                    aws:MultiFactorAuthPresent aws:ChatbotSourceArn aws:Ec2InstanceSourceVpc
                    aws:Ec2InstanceSourcePrivateIPv4 aws:SourceIdentity lambda:SourceFunctionArn
                    ec2:RoleDelivery ec2:SourceInstanceArn
                    aws:SourceIp aws:SourceVpc aws:SourceVpcArn aws:SourceVpce aws:VpceAccount
                    aws:VpceOrgID aws:VpceOrgPaths aws:VpcSourceIp
                    aws:ResourceAccount aws:ResourceOrgID aws:ResourceOrgPaths
                    aws:CalledVia aws:CalledViaFirst aws:CalledViaLast aws:ViaAWSService
                    aws:CurrentTime aws:EpochTime aws:referer aws:RequestedRegion aws:TagKeys
                    aws:SecureTransport aws:SourceAccount aws:SourceArn aws:SourceOrgID
                    aws:SourceOrgPaths aws:UserAgent
                    backup:CopyTargets backup:CopyTargetOrgPaths backup:ChangeableForDays
                    backup:MaxRetentionDays backup:MinRetentionDays backup:FrameworkArns
                    backup:Index backup:MpaApprovalTeamArn
                    kms:ViaService kms:CallerAccount kms:GrantIsForAWSResource kms:ResourceAliases
                    kms:RequestAlias kms:ScheduleKeyDeletionPendingWindowInDays kms:KeyOrigin
                    kms:KeySpec kms:KeyUsage kms:MultiRegion kms:MultiRegionKeyType
                    kms:PrimaryRegion kms:ReplicaRegion kms:GrantOperations
                    kms:GrantConstraintType kms:GranteePrincipal kms:RetiringPrincipal
                    kms:EncryptionAlgorithm kms:EncryptionContextKeys kms:ReEncryptOnSameKey
                    kms:BypassPolicyLockoutSafetyCheck kms:RotationPeriodInDays
                    iam:PassedToService iam:AssociatedResourceArn iam:AWSServiceName
                    iam:PermissionsBoundary iam:PolicyARN iam:OrganizationsPolicyId
                    sts:ExternalId sts:RoleSessionName sts:SourceIdentity sts:TransitiveTagKeys
                    sts:DurationSeconds sts:AWSServiceName
                    organizations:PolicyType organizations:ServicePrincipal
                    account:TargetRegion account:AccountResourceOrgPaths
                    account:EmailTargetDomain account:AlternateContactTypes
                    rds:DatabaseEngine rds:DatabaseName rds:DatabaseClass rds:StorageEncrypted
                    rds:StorageSize rds:MultiAz rds:Vpc rds:CopyOptionGroup rds:BackupTarget
                    rds:ManageMasterUserPassword rds:PubliclyAccessible
                    rds:EndpointType
                    s3:prefix s3:delimiter s3:max-keys s3:VersionId s3:ResourceAccount
                    s3:signatureversion s3:TlsVersion s3:authType s3:if-none-match s3:if-match
                    s3:x-amz-acl s3:x-amz-content-sha256 s3:x-amz-storage-class
                    s3:x-amz-server-side-encryption
                    s3:x-amz-server-side-encryption-aws-kms-key-id
                    s3:object-lock-mode s3:object-lock-retain-until-date
                    s3:object-lock-remaining-retention-days s3:object-lock-legal-hold
                    secretsmanager:SecretId secretsmanager:VersionId
                    secretsmanager:VersionStage secretsmanager:Name
                    cloudwatch:namespace cloudwatch:AlarmActions
                    events:detail-type events:source events:creatorAccount events:ManagedBy
                    ec2:CreateAction ec2:Region
                    """);

    private static final List<String> PREFIXES =
            List.copyOf(
                    keys(
                            """
                            aws:RequestTag/ aws:ResourceTag/ aws:PrincipalTag/
                            kms:EncryptionContext: iam:ResourceTag/ ec2:ResourceTag/
                            rds:cluster-tag/ rds:cluster-snapshot-tag/ rds:cluster-pg-tag/
                            rds:db-tag/ rds:snapshot-tag/ rds:req-tag/ rds:subgrp-tag/
                            s3:ExistingObjectTag/ s3:RequestObjectTag/
                            secretsmanager:ResourceTag/ sts:ResourceTag/
                            """));

    private ConditionKeys() {}

    /// @param key in lower case
    static boolean known(String key) {
        return EXACT.contains(key) || PREFIXES.stream().anyMatch(key::startsWith);
    }

    private static SortedSet<String> keys(String names) {
        return new TreeSet<>(List.of(names.strip().toLowerCase(Locale.ROOT).split("\\s+")));
    }
}
