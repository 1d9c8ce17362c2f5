"""What the sweep asks, service by service, in an order in which every call succeeds and has something to answer."""

import datetime
import json

from served import CONTROL, HOME, IRELAND, MANAGEMENT, RECOVERY, SHOP, STOCKHOLM, VAULT

TARGET = f"arn:aws:backup:{HOME}:{VAULT}:backup-vault:second-backup"
ROLE = f"arn:aws:iam::{SHOP}:role/AWSBackup-second-backup"
ORDERS = f"arn:aws:rds:{IRELAND}:{SHOP}:cluster:orders"
BUCKET = f"second-backup-reports-{CONTROL}"


def tell(sweep) -> None:
    for story in (identities, roles, users, guardrails, organization, settings, keys, own_key, clusters, snapshots, vaults, plans, points, copies, holds, papers, runs, endings):
        story(sweep)


def identities(sweep) -> None:
    sts = sweep.served.client("sts", MANAGEMENT)
    sweep.ask(sts, "get_caller_identity")
    session = sweep.ask(sts, "assume_role", RoleArn=f"arn:aws:iam::{SHOP}:role/operator", RoleSessionName="outside")
    taken = session["Credentials"]
    as_role = sweep.served.client(
        "sts",
        SHOP,
        aws_access_key_id=taken["AccessKeyId"],
        aws_secret_access_key=taken["SecretAccessKey"],
        aws_session_token=taken["SessionToken"],
    )
    assert sweep.ask(as_role, "get_caller_identity")["Arn"] == f"arn:aws:sts::{SHOP}:assumed-role/operator/outside"
    iam = sweep.served.client("iam", SHOP)
    sweep.ask(iam, "list_roles")
    sweep.ask(iam, "get_role", RoleName="operator")
    sweep.ask(iam, "list_role_policies", RoleName="operator")
    sweep.ask(iam, "get_role_policy", RoleName="operator", PolicyName="rights")
    sweep.ask(iam, "list_attached_role_policies", RoleName="operator")


def roles(sweep) -> None:
    iam = sweep.served.client("iam", SHOP)
    role = {"RoleName": "outside"}
    trust = document("Allow", "sts:AssumeRole", Principal={"Service": "backup.amazonaws.com"})
    sweep.ask(iam, "create_role", **role, AssumeRolePolicyDocument=trust, Description="made", MaxSessionDuration=7200)
    sweep.ask(iam, "update_role", **role, Description="changed")
    sweep.ask(iam, "update_assume_role_policy", **role, PolicyDocument=trust)
    inline = {**role, "PolicyName": "rights"}
    sweep.ask(iam, "put_role_policy", **inline, PolicyDocument=document("Allow", "rds:DescribeDBClusters", Resource="*"))
    managed = {**role, "PolicyArn": "arn:aws:iam::aws:policy/AdministratorAccess"}
    sweep.ask(iam, "attach_role_policy", **managed)
    sweep.ask(iam, "get_role", **role)
    sweep.ask(iam, "detach_role_policy", **managed)
    sweep.ask(iam, "delete_role_policy", **inline)
    sweep.ask(iam, "delete_role", **role)


def users(sweep) -> None:
    iam = sweep.served.client("iam", SHOP)
    user = {"UserName": "outside"}
    sweep.ask(iam, "create_user", **user, Path="/people/")
    key = {**user, "AccessKeyId": sweep.ask(iam, "create_access_key", **user)["AccessKey"]["AccessKeyId"]}
    sweep.ask(iam, "update_access_key", **key, Status="Inactive")
    sweep.ask(iam, "list_access_keys", **user)
    sweep.ask(iam, "get_account_authorization_details", Filter=["User", "Role"])
    sweep.ask(iam, "get_account_summary")
    sweep.ask(iam, "delete_access_key", **key)
    sweep.ask(iam, "delete_user", **user)


def guardrails(sweep) -> None:
    organizations = sweep.served.client("organizations", MANAGEMENT)
    rail = {"Name": "outside", "Description": "a test", "Type": "SERVICE_CONTROL_POLICY"}
    content = document("Deny", "organizations:LeaveOrganization", Resource="*")
    made = sweep.ask(organizations, "create_policy", **rail, Content=content)["Policy"]["PolicySummary"]["Id"]
    sweep.ask(organizations, "update_policy", PolicyId=made, Description="changed")
    sweep.ask(organizations, "attach_policy", PolicyId=made, TargetId=SHOP)
    sweep.ask(organizations, "detach_policy", PolicyId=made, TargetId=SHOP)
    sweep.ask(organizations, "delete_policy", PolicyId=made)
    before = sweep.ask(organizations, "describe_resource_policy")["ResourcePolicy"]["Content"]
    sweep.ask(organizations, "delete_resource_policy")
    sweep.ask(organizations, "put_resource_policy", Content=before)


def document(effect: str, action: str, **rest) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": effect, "Action": action, **rest}]})


def organization(sweep) -> None:
    organizations = sweep.served.client("organizations", MANAGEMENT)
    sweep.ask(organizations, "describe_organization")
    root = sweep.ask(organizations, "list_roots")["Roots"][0]["Id"]
    sweep.ask(organizations, "list_accounts", MaxResults=2)
    sweep.ask(organizations, "list_accounts_for_parent", ParentId=root)
    sweep.ask(organizations, "list_organizational_units_for_parent", ParentId=root)
    sweep.ask(organizations, "list_parents", ChildId=SHOP)
    sweep.ask(organizations, "describe_account", AccountId=SHOP)
    parent = sweep.ask(organizations, "list_parents", ChildId=SHOP)["Parents"][0]["Id"]
    policies = sweep.ask(
        organizations, "list_policies_for_target", TargetId=parent, Filter="SERVICE_CONTROL_POLICY")["Policies"]
    sweep.ask(organizations, "describe_policy", PolicyId=policies[0]["Id"])
    sweep.ask(organizations, "describe_resource_policy")
    account = sweep.served.client("account", SHOP)
    sweep.ask(account, "list_regions")
    sweep.ask(account, "get_region_opt_status", RegionName=IRELAND)


def settings(sweep) -> None:
    organizations = sweep.served.client("organizations", MANAGEMENT)
    sweep.ask(organizations, "enable_aws_service_access", ServicePrincipal="backup.amazonaws.com")
    assert sweep.ask(organizations, "list_aws_service_access_for_organization")["EnabledServicePrincipals"]
    stack_sets = sweep.served.client("cloudformation", MANAGEMENT)
    sweep.ask(stack_sets, "activate_organizations_access")
    sweep.ask(stack_sets, "describe_organizations_access")
    name = "second-backup-member-backup"
    stack = sweep.ask(stack_sets, "list_stack_instances", StackSetName=name)["Summaries"][0]
    sweep.ask(stack_sets, "describe_stack_set_operation", StackSetName=name, OperationId=stack["LastOperationId"])
    iam = sweep.served.client("iam", CONTROL)
    sweep.ask(iam, "create_service_linked_role", AWSServiceName="rds.amazonaws.com")
    trails = sweep.served.client("cloudtrail", SHOP, IRELAND)
    trail = sweep.ask(trails, "describe_trails")["trailList"][0]["TrailARN"]
    assert sweep.ask(trails, "get_trail_status", Name=trail)["IsLogging"]
    rds = sweep.served.client("rds", SHOP, IRELAND)
    assert sweep.ask(rds, "describe_account_attributes")["AccountQuotas"]


def keys(sweep) -> None:
    kms = sweep.served.client("kms", SHOP, IRELAND)
    sweep.ask(kms, "list_aliases")
    key = sweep.ask(kms, "describe_key", KeyId="alias/shop")["KeyMetadata"]["KeyId"]
    sweep.ask(kms, "list_keys", Limit=1)
    policy = sweep.ask(kms, "get_key_policy", KeyId=key, PolicyName="default")["Policy"]
    sweep.ask(kms, "put_key_policy", KeyId=key, PolicyName="default", Policy=policy)
    grant = sweep.ask(kms, "create_grant", KeyId=key, GranteePrincipal=ROLE, Operations=["Decrypt"], Name="outside")
    sweep.ask(kms, "list_grants", KeyId=key)
    sweep.ask(kms, "revoke_grant", KeyId=key, GrantId=grant["GrantId"])
    sweep.ask(kms, "disable_key", KeyId=key)
    sweep.ask(kms, "schedule_key_deletion", KeyId=key, PendingWindowInDays=7)
    sweep.ask(kms, "describe_key", KeyId=key)
    sweep.ask(kms, "cancel_key_deletion", KeyId=key)
    sweep.ask(kms, "enable_key", KeyId=key)


def own_key(sweep) -> None:
    kms = sweep.served.client("kms", SHOP, IRELAND)
    tags = [{"TagKey": "why", "TagValue": "a test"}]
    key = sweep.ask(kms, "create_key", Description="made outside", Tags=tags)["KeyMetadata"]["KeyId"]
    sweep.ask(kms, "update_key_description", KeyId=key, Description="changed")
    sweep.ask(kms, "enable_key_rotation", KeyId=key)
    sweep.ask(kms, "disable_key_rotation", KeyId=key)
    sweep.ask(kms, "tag_resource", KeyId=key, Tags=[{"TagKey": "more", "TagValue": "ä"}])
    sweep.ask(kms, "untag_resource", KeyId=key, TagKeys=["more"])
    sweep.ask(kms, "create_alias", AliasName="alias/outside", TargetKeyId=key)
    sweep.ask(kms, "update_alias", AliasName="alias/outside", TargetKeyId=key)
    sweep.ask(kms, "delete_alias", AliasName="alias/outside")


def clusters(sweep) -> None:
    rds = sweep.served.client("rds", SHOP, IRELAND)
    sweep.ask(rds, "describe_db_engine_versions", Engine="aurora-postgresql")
    sweep.ask(rds, "describe_db_major_engine_versions", Engine="aurora-mysql")
    sweep.ask(sweep.served.client("rds", RECOVERY), "describe_db_subnet_groups")
    made = sweep.ask(
        rds,
        "create_db_cluster",
        DBClusterIdentifier="outside",
        Engine="aurora-postgresql",
        MasterUsername="postgres",
        MasterUserPassword="not-a-password",
        StorageEncrypted=True,
        KmsKeyId="alias/shop",
        Tags=[{"Key": "team", "Value": "a & b <c>"}, {"Key": "empty", "Value": ""}],
    )["DBCluster"]["DBClusterArn"]
    sweep.served.advance("PT1H")
    sweep.ask(rds, "describe_db_clusters")
    sweep.ask(rds, "modify_db_cluster", DBClusterIdentifier="outside", BackupRetentionPeriod=3, ApplyImmediately=True)
    sweep.ask(rds, "add_tags_to_resource", ResourceName=made, Tags=[{"Key": "more", "Value": "ä"}])
    sweep.ask(rds, "list_tags_for_resource", ResourceName=made)
    sweep.ask(rds, "remove_tags_from_resource", ResourceName=made, TagKeys=["more"])
    metrics = sweep.served.client("cloudwatch", SHOP, IRELAND)
    sweep.ask(metrics, "put_metric_data", Namespace="Outside", MetricData=[{"MetricName": "Asked", "Value": 1.0}])
    now = datetime.datetime.fromisoformat(sweep.served.get("clock")["now"].replace("Z", "+00:00"))
    volume = {
        "Namespace": "AWS/RDS",
        "MetricName": "VolumeBytesUsed",
        "Dimensions": [{"Name": "DBClusterIdentifier", "Value": "orders"}],
    }
    sweep.ask(
        metrics,
        "get_metric_data",
        MetricDataQueries=[{"Id": "a", "MetricStat": {"Metric": volume, "Period": 3600, "Stat": "Average"}}],
        StartTime=now - datetime.timedelta(days=1),
        EndTime=now,
    )


def snapshots(sweep) -> None:
    rds = sweep.served.client("rds", SHOP, IRELAND)
    by_hand = {"DBClusterSnapshotIdentifier": "by-hand"}
    sweep.ask(rds, "create_db_cluster_snapshot", DBClusterIdentifier="outside", **by_hand)
    sweep.served.advance("PT1H")
    sweep.ask(rds, "describe_db_cluster_snapshots", DBClusterIdentifier="outside")
    sweep.ask(
        rds, "modify_db_cluster_snapshot_attribute", **by_hand, AttributeName="restore", ValuesToAdd=[VAULT])
    sweep.ask(rds, "describe_db_cluster_snapshot_attributes", **by_hand)
    copy = {"SourceDBClusterSnapshotIdentifier": "by-hand", "TargetDBClusterSnapshotIdentifier": "second"}
    sweep.ask(rds, "copy_db_cluster_snapshot", **copy)
    engine = {"Engine": "aurora-postgresql"}
    sweep.ask(
        rds, "restore_db_cluster_from_snapshot", DBClusterIdentifier="back", SnapshotIdentifier="by-hand", **engine)
    then = {"SourceDBClusterIdentifier": "outside", "UseLatestRestorableTime": True}
    sweep.ask(rds, "restore_db_cluster_to_point_in_time", DBClusterIdentifier="then", **then)
    for made in ("back", "then"):
        sweep.ask(rds, "delete_db_cluster", DBClusterIdentifier=made, SkipFinalSnapshot=True)
    # No bucket of this world lies in the Region of the cluster.
    export = {"SourceArn": f"arn:aws:rds:{IRELAND}:{SHOP}:cluster-snapshot:by-hand", "S3BucketName": BUCKET}
    sweep.refused(
        rds, "start_export_task", "InvalidS3BucketFault", ExportTaskIdentifier="out", IamRoleArn=ROLE, KmsKeyId="shop", **export)
    sweep.ask(rds, "describe_export_tasks")
    sweep.ask(rds, "delete_db_cluster_snapshot", **by_hand)
    sweep.ask(rds, "delete_db_cluster", DBClusterIdentifier="outside", SkipFinalSnapshot=True)


def vaults(sweep) -> None:
    backup = sweep.served.client("backup", SHOP, IRELAND)
    name = {"BackupVaultName": "outside"}
    made = sweep.ask(backup, "create_backup_vault", **name, BackupVaultTags={"why": "a test"})
    sweep.ask(
        backup,
        "create_logically_air_gapped_backup_vault",
        BackupVaultName="gapped",
        MinRetentionDays=7,
        MaxRetentionDays=30,
    )
    sweep.ask(backup, "put_backup_vault_lock_configuration", **name, MinRetentionDays=1, ChangeableForDays=3)
    sweep.ask(backup, "describe_backup_vault", **name)
    sweep.ask(backup, "delete_backup_vault_lock_configuration", **name)
    nobody = document("Deny", "backup:DeleteRecoveryPoint", Principal="*", Resource="*")
    sweep.ask(backup, "put_backup_vault_access_policy", **name, Policy=nobody)
    sweep.ask(backup, "get_backup_vault_access_policy", **name)
    sweep.ask(backup, "delete_backup_vault_access_policy", **name)
    sweep.ask(backup, "tag_resource", ResourceArn=made["BackupVaultArn"], Tags={"one": "more"})
    sweep.ask(backup, "list_tags", ResourceArn=made["BackupVaultArn"])
    sweep.ask(backup, "untag_resource", ResourceArn=made["BackupVaultArn"], TagKeyList=["one"])
    sweep.ask(backup, "list_backup_vaults", MaxResults=2)
    sweep.ask(backup, "delete_backup_vault", **name)
    sweep.ask(backup, "describe_region_settings")
    sweep.ask(backup, "update_region_settings", ResourceTypeOptInPreference={"Aurora": True})
    management = sweep.served.client("backup", MANAGEMENT)
    sweep.ask(management, "describe_global_settings")
    sweep.ask(management, "update_global_settings", GlobalSettings={"isCrossAccountBackupEnabled": "true"})


def source(sweep) -> str:
    """Name of the deployed vault that the backup plan fills: its end is its stack's own."""
    listed = sweep.served.client("backup", SHOP, IRELAND).list_backup_vaults()["BackupVaultList"]
    names = [vault["BackupVaultName"] for vault in listed]
    return next(name for name in names if name.startswith("second-backup-source-"))


def plans(sweep) -> None:
    backup = sweep.served.client("backup", SHOP, IRELAND)
    rule = {
        "RuleName": "weekly",
        "TargetBackupVaultName": source(sweep),
        "ScheduleExpression": "cron(0 5 ? * 1 *)",
        "StartWindowMinutes": 60,
        "CompletionWindowMinutes": 480,
        "Lifecycle": {"DeleteAfterDays": 30},
        "RecoveryPointTags": {"made": "outside"},
        "CopyActions": [{"DestinationBackupVaultArn": TARGET, "Lifecycle": {"DeleteAfterDays": 60}}],
    }
    plan = {"BackupPlanName": "outside", "Rules": [rule]}
    made = sweep.ask(backup, "create_backup_plan", BackupPlan=plan)["BackupPlanId"]
    sweep.ask(backup, "update_backup_plan", BackupPlanId=made, BackupPlan=plan)
    selection = {"SelectionName": "tagged", "IamRoleArn": ROLE, "Resources": ["*"],
                 "Conditions": {"StringEquals": [{"ConditionKey": "aws:ResourceTag/team", "ConditionValue": "shop"}]}}
    chosen = sweep.ask(backup, "create_backup_selection", BackupPlanId=made, BackupSelection=selection)["SelectionId"]
    sweep.ask(backup, "get_backup_plan", BackupPlanId=made)
    sweep.ask(backup, "list_backup_plans")
    sweep.ask(backup, "list_backup_selections", BackupPlanId=made)
    sweep.ask(backup, "get_backup_selection", BackupPlanId=made, SelectionId=chosen)
    sweep.ask(backup, "delete_backup_selection", BackupPlanId=made, SelectionId=chosen)
    sweep.ask(backup, "delete_backup_plan", BackupPlanId=made)


def points(sweep) -> None:
    backup = sweep.served.client("backup", SHOP, IRELAND)
    order = {"BackupVaultName": source(sweep), "ResourceArn": ORDERS, "IamRoleArn": ROLE}
    job = sweep.ask(
        backup, "start_backup_job", **order, Lifecycle={"DeleteAfterDays": 20}, RecoveryPointTags={"by": "hand"})
    # AWS Backup stops no job of an Aurora cluster.
    sweep.refused(backup, "stop_backup_job", "InvalidRequestException", BackupJobId=job["BackupJobId"])
    sweep.served.advance("PT6H")
    done = sweep.ask(backup, "describe_backup_job", BackupJobId=job["BackupJobId"])
    assert done["State"] == "COMPLETED", done
    sweep.ask(backup, "list_backup_jobs")
    sweep.ask(backup, "list_protected_resources")
    sweep.ask(backup, "list_recovery_points_by_resource", ResourceArn=ORDERS)
    sweep.ask(backup, "list_recovery_points_by_backup_vault", BackupVaultName=source(sweep))
    point = {"BackupVaultName": source(sweep), "RecoveryPointArn": done["RecoveryPointArn"]}
    sweep.ask(backup, "describe_recovery_point", **point)
    sweep.ask(backup, "get_recovery_point_restore_metadata", **point)
    metadata = {"dbClusterIdentifier": "orders-back", "engine": "aurora-postgresql"}
    restore = {"RecoveryPointArn": done["RecoveryPointArn"], "IamRoleArn": ROLE, "Metadata": metadata}
    restored = sweep.ask(backup, "start_restore_job", **restore, ResourceType="Aurora")["RestoreJobId"]
    sweep.ask(backup, "describe_restore_job", RestoreJobId=restored)
    sweep.served.advance("PT1H")
    # The role takes snapshots and copies them; it may restore nothing.
    refused = sweep.ask(backup, "describe_restore_job", RestoreJobId=restored)
    assert refused["Status"] == "FAILED", refused
    sweep.ask(backup, "update_recovery_point_lifecycle", **point, Lifecycle={"DeleteAfterDays": 40})
    # Only a continuous backup can be disassociated, and none is made of an Aurora cluster here.
    sweep.refused(backup, "disassociate_recovery_point", "InvalidRequestException", **point)
    sweep.ask(sweep.served.client("rds", SHOP, IRELAND), "describe_db_cluster_snapshots", MaxRecords=20)


def copies(sweep) -> None:
    backup = sweep.served.client("backup", SHOP, IRELAND)
    points = sweep.ask(backup, "list_recovery_points_by_backup_vault", BackupVaultName=source(sweep))["RecoveryPoints"]
    point = next(point for point in points if point["ResourceArn"] == ORDERS and point["Status"] == "COMPLETED")
    job = sweep.ask(
        backup,
        "start_copy_job",
        RecoveryPointArn=point["RecoveryPointArn"],
        SourceBackupVaultName=source(sweep),
        DestinationBackupVaultArn=TARGET,
        IamRoleArn=ROLE,
        Lifecycle={"DeleteAfterDays": 35},
    )["CopyJobId"]
    sweep.ask(backup, "describe_copy_job", CopyJobId=job)
    sweep.served.advance("PT8H")
    done = sweep.ask(backup, "describe_copy_job", CopyJobId=job)["CopyJob"]
    assert done["State"] == "COMPLETED", done
    sweep.ask(backup, "list_copy_jobs")
    vault = sweep.served.client("backup", VAULT)
    sweep.ask(vault, "describe_backup_vault", BackupVaultName="second-backup")
    sweep.ask(vault, "list_recovery_points_by_backup_vault", BackupVaultName="second-backup")
    sweep.ask(
        vault,
        "describe_recovery_point",
        BackupVaultName="second-backup",
        RecoveryPointArn=done["DestinationRecoveryPointArn"],
    )
    sweep.ask(sweep.served.client("rds", VAULT), "describe_db_cluster_snapshots")
    sweep.ask(backup, "delete_recovery_point", BackupVaultName=source(sweep), RecoveryPointArn=point["RecoveryPointArn"])


def holds(sweep) -> None:
    backup = sweep.served.client("backup", VAULT)
    held = sweep.ask(
        backup,
        "create_legal_hold",
        Title="outside",
        Description="a test",
        RecoveryPointSelection={"VaultNames": ["second-backup"]},
    )["LegalHoldId"]
    sweep.ask(backup, "list_legal_holds")
    sweep.ask(backup, "get_legal_hold", LegalHoldId=held)
    sweep.ask(backup, "list_recovery_points_by_legal_hold", LegalHoldId=held)
    sweep.ask(backup, "cancel_legal_hold", LegalHoldId=held, CancelDescription="over")
    sweep.ask(backup, "get_legal_hold", LegalHoldId=held)


def papers(sweep) -> None:
    s3 = sweep.served.client("s3", CONTROL)
    for text in (b"one", b"two"):
        sweep.ask(s3, "put_object", Bucket=BUCKET, Key="outside/a key+&.txt", Body=text, Metadata={"why": "a test"})
    sweep.ask(s3, "put_object", Bucket=BUCKET, Key="other", Body=b"three", ContentType="text/plain")
    read = sweep.ask(s3, "get_object", Bucket=BUCKET, Key="outside/a key+&.txt")
    assert read["Body"] == b"two"
    sweep.ask(s3, "head_object", Bucket=BUCKET, Key="other")
    sweep.ask(s3, "list_objects_v2", Bucket=BUCKET, MaxKeys=1)
    sweep.ask(s3, "list_objects_v2", Bucket=BUCKET, Delimiter="/")
    sweep.ask(s3, "list_object_versions", Bucket=BUCKET)
    secrets = sweep.served.client("secretsmanager", CONTROL)
    sweep.ask(secrets, "describe_secret", SecretId="second-backup/slack-webhook")
    sweep.ask(secrets, "get_secret_value", SecretId="second-backup/slack-webhook")


def runs(sweep) -> None:
    functions = sweep.served.client("lambda", CONTROL)
    listed = sweep.ask(functions, "invoke", FunctionName="second-backup-list", LogType="Tail", Payload=b"{}")
    assert len(json.loads(listed["Payload"])["accounts"]) == 5, listed
    failed = sweep.ask(functions, "invoke", FunctionName="second-backup-verify", Payload=b'{"sweep": "today"}')
    assert failed["FunctionError"] == "Unhandled", failed
    machines = sweep.served.client("stepfunctions", CONTROL)
    machine = f"arn:aws:states:{HOME}:{CONTROL}:stateMachine:second-backup-sweep"
    run = sweep.ask(machines, "start_execution", stateMachineArn=machine, name="outside")["executionArn"]
    ended = sweep.ask(machines, "describe_execution", executionArn=run)
    assert ended["status"] == "SUCCEEDED", ended


def endings(sweep) -> None:
    events = sweep.served.client("events", SHOP, IRELAND)
    missing = "ResourceNotFoundException"
    sweep.refused(events, "disable_rule", missing, Name="nothing")
    sweep.refused(events, "enable_rule", missing, Name="nothing")
    sweep.refused(events, "remove_targets", missing, Rule="nothing", Ids=["one"])
    sweep.ask(events, "delete_rule", Name="nothing")
    alarms = sweep.served.client("cloudwatch", SHOP, IRELAND)
    for method in ("disable_alarm_actions", "enable_alarm_actions", "delete_alarms"):
        sweep.ask(alarms, method, AlarmNames=["nothing"])
    topics = sweep.served.client("sns", SHOP, IRELAND)
    nothing = f"arn:aws:sns:{IRELAND}:{SHOP}:nothing:1"
    sweep.refused(topics, "unsubscribe", "NotFound", SubscriptionArn=nothing)
    filtered = {"AttributeName": "FilterPolicy", "AttributeValue": '{"never": ["x"]}'}
    sweep.refused(topics, "set_subscription_attributes", "NotFound", SubscriptionArn=nothing, **filtered)
    organizations = sweep.served.client("organizations", MANAGEMENT)
    stays = "MasterCannotLeaveOrganizationException"
    sweep.refused(organizations, "remove_account_from_organization", stays, AccountId=MANAGEMENT)
    sweep.refused(organizations, "leave_organization", stays)
    sweep.refused(organizations, "close_account", "ConstraintViolationException", AccountId=MANAGEMENT)
    parent = sweep.ask(organizations, "list_parents", ChildId=SHOP)["Parents"][0]["Id"]
    root = sweep.ask(organizations, "list_roots")["Roots"][0]["Id"]
    move = {"AccountId": SHOP, "SourceParentId": parent, "DestinationParentId": root}
    sweep.ask(organizations, "move_account", **move)
    trails = sweep.served.client("cloudtrail", MANAGEMENT, "us-east-1")
    trail = sweep.ask(trails, "describe_trails")["trailList"][0]["TrailARN"]
    sweep.ask(trails, "stop_logging", Name=trail)
