"""One script for two simulations: what a client asks of sts, organizations, kms, rds and AWS Backup's vaults.

Every step is a call with a name of its own; its answer, or its error's code, is what gets compared.
"""

import json

import botocore.exceptions

ROLE = "operator"


class Script:
    """Runs the steps against one side.

    A side has `client(service, account, region)`, the accounts `management` and `shop`, and `settle()`, which lets
    what takes time on AWS come to its end.
    """

    def __init__(self, side):
        self.side = side
        self.answers = {}

    def step(self, name: str, client, method: str, **parameters) -> dict:
        try:
            answer = getattr(client, method)(**parameters)
            answer.pop("ResponseMetadata", None)
        except botocore.exceptions.ClientError as error:
            answer = {"error": error.response["Error"]["Code"]}
        assert name not in self.answers, name
        self.answers[name] = answer
        return answer

    def run(self) -> dict:
        for part in (self.sts, self.organizations, self.kms, self.clusters, self.snapshots, self.vaults, self.lock):
            part()
        return self.answers

    def sts(self) -> None:
        sts = self.side.client("sts", self.side.management)
        self.step("who am I", sts, "get_caller_identity")
        role = f"arn:aws:iam::{self.side.shop}:role/"
        self.step("assume", sts, "assume_role", RoleArn=role + ROLE, RoleSessionName="both")
        self.step("assume a role that is not there", sts, "assume_role", RoleArn=role + "no", RoleSessionName="both")
        self.step("assume with a bad session name", sts, "assume_role", RoleArn=role + ROLE, RoleSessionName="b b")
        self.step(
            "assume for half a day", sts, "assume_role", RoleArn=role + ROLE, RoleSessionName="both",
            DurationSeconds=43_200)

    def organizations(self) -> None:
        client = self.side.client("organizations", self.side.management)
        self.step("organization", client, "describe_organization")
        root = self.step("roots", client, "list_roots")["Roots"][0]["Id"]
        self.step("accounts", client, "list_accounts")
        self.step("accounts of the root", client, "list_accounts_for_parent", ParentId=root)
        self.step("units of the root", client, "list_organizational_units_for_parent", ParentId=root)
        self.step("parents", client, "list_parents", ChildId=self.side.shop)
        self.step("account", client, "describe_account", AccountId=self.side.shop)
        self.step("account that is not there", client, "describe_account", AccountId="999999999999")
        service_control = {"Filter": "SERVICE_CONTROL_POLICY"}
        self.step("policies", client, "list_policies_for_target", TargetId=root, **service_control)
        self.step("policies of nobody", client, "list_policies_for_target", TargetId="999999999999", **service_control)
        member = self.side.client("organizations", self.side.shop)
        self.step("organization as a member", member, "describe_organization")
        self.step("accounts as a member", member, "list_accounts")

    def kms(self) -> None:
        client = self.side.client("kms", self.side.shop)
        key = self.step("key", client, "describe_key", KeyId="alias/shop")["KeyMetadata"]["KeyId"]
        self.step("key that is not there", client, "describe_key", KeyId="11111111-1111-1111-1111-111111111111")
        self.step("alias that is not there", client, "describe_key", KeyId="alias/none")
        self.step("aliases of the key", client, "list_aliases", KeyId=key)
        policy = self.step("key policy", client, "get_key_policy", KeyId=key, PolicyName="default")
        policy["Policy"] = json.loads(policy["Policy"])["Version"]
        self.step("key policy by another name", client, "get_key_policy", KeyId=key, PolicyName="other")
        grantee = f"arn:aws:iam::{self.side.shop}:role/{ROLE}"
        grant = self.step(
            "grant", client, "create_grant", KeyId=key, GranteePrincipal=grantee, Operations=["Decrypt"], Name="both")
        self.step("grants", client, "list_grants", KeyId=key, GrantId=grant["GrantId"])
        self.step("revoke", client, "revoke_grant", KeyId=key, GrantId=grant["GrantId"])
        self.step("revoke again", client, "revoke_grant", KeyId=key, GrantId=grant["GrantId"])
        self.step("disable", client, "disable_key", KeyId=key)
        self.step("key disabled", client, "describe_key", KeyId=key)
        self.step("enable", client, "enable_key", KeyId=key)
        self.step("delete in 6 days", client, "schedule_key_deletion", KeyId=key, PendingWindowInDays=6)
        self.step("delete in 7 days", client, "schedule_key_deletion", KeyId=key, PendingWindowInDays=7)
        self.step("key pending deletion", client, "describe_key", KeyId=key)
        self.step("enable while pending", client, "enable_key", KeyId=key)
        self.step("cancel deletion", client, "cancel_key_deletion", KeyId=key)
        self.step("key after that", client, "describe_key", KeyId=key)
        self.step("enable after that", client, "enable_key", KeyId=key)

    def clusters(self) -> None:
        client = self.side.client("rds", self.side.shop)
        both = {"DBClusterIdentifier": "both"}
        new = {
            **both,
            "Engine": "aurora-postgresql",
            "MasterUsername": "postgres",
            "MasterUserPassword": "not-a-password",
            "StorageEncrypted": True,
            "KmsKeyId": "alias/shop",
            "Tags": [{"Key": "team", "Value": "shop"}],
        }
        made = self.step("new cluster", client, "create_db_cluster", **new)["DBCluster"]["DBClusterArn"]
        self.step("the same again", client, "create_db_cluster", **new)
        self.step("cluster of no engine", client, "create_db_cluster", DBClusterIdentifier="none", Engine="abacus")
        self.side.settle()
        self.step("cluster", client, "describe_db_clusters", **both)
        self.step("cluster that is not there", client, "describe_db_clusters", DBClusterIdentifier="nowhere")
        self.step("modify", client, "modify_db_cluster", **both, BackupRetentionPeriod=3, ApplyImmediately=True)
        self.step("tags", client, "list_tags_for_resource", ResourceName=made)
        self.step("tag", client, "add_tags_to_resource", ResourceName=made, Tags=[{"Key": "more", "Value": "x"}])
        self.step("tags after that", client, "list_tags_for_resource", ResourceName=made)
        self.step("untag", client, "remove_tags_from_resource", ResourceName=made, TagKeys=["more"])

    def snapshots(self) -> None:
        client = self.side.client("rds", self.side.shop)
        both = {"DBClusterIdentifier": "both"}
        one = {"DBClusterSnapshotIdentifier": "one"}
        self.step("new snapshot", client, "create_db_cluster_snapshot", **both, **one)
        self.step("the same snapshot again", client, "create_db_cluster_snapshot", **both, **one)
        self.step(
            "snapshot of nothing", client, "create_db_cluster_snapshot", DBClusterIdentifier="nowhere",
            DBClusterSnapshotIdentifier="two")
        self.side.settle()
        self.step("snapshot", client, "describe_db_cluster_snapshots", **one)
        self.step(
            "snapshot that is not there", client, "describe_db_cluster_snapshots", DBClusterSnapshotIdentifier="two")
        share = {**one, "AttributeName": "restore"}
        self.step("share", client, "modify_db_cluster_snapshot_attribute", **share, ValuesToAdd=["999999999999"])
        self.step("shared with", client, "describe_db_cluster_snapshot_attributes", **one)
        self.step(
            "unshare", client, "modify_db_cluster_snapshot_attribute", **share, ValuesToRemove=["999999999999"])
        self.step("delete snapshot", client, "delete_db_cluster_snapshot", **one)
        self.step("delete snapshot again", client, "delete_db_cluster_snapshot", **one)
        self.step("delete cluster", client, "delete_db_cluster", **both, SkipFinalSnapshot=True)
        self.side.settle()
        self.step("cluster after that", client, "describe_db_clusters", **both)

    def vaults(self) -> None:
        client = self.side.client("backup", self.side.shop)
        both = {"BackupVaultName": "both"}
        made = self.step("new vault", client, "create_backup_vault", **both, BackupVaultTags={"why": "a test"})
        self.step("the same vault again", client, "create_backup_vault", **both)
        self.step("vault", client, "describe_backup_vault", **both)
        self.step("vault that is not there", client, "describe_backup_vault", BackupVaultName="nowhere")
        self.step("vault tags", client, "list_tags", ResourceArn=made["BackupVaultArn"])
        self.step("tag vault", client, "tag_resource", ResourceArn=made["BackupVaultArn"], Tags={"one": "more"})
        self.step("untag vault", client, "untag_resource", ResourceArn=made["BackupVaultArn"], TagKeyList=["one"])
        self.step("vault tags after that", client, "list_tags", ResourceArn=made["BackupVaultArn"])

    def lock(self) -> None:
        client = self.side.client("backup", self.side.shop)
        both = {"BackupVaultName": "both"}
        put = "put_backup_vault_lock_configuration"
        self.step("lock in 2 days", client, put, **both, MinRetentionDays=7, ChangeableForDays=2)
        self.step("lock with bounds crossed", client, put, **both, MinRetentionDays=8, MaxRetentionDays=7)
        self.step("lock nothing", client, put, BackupVaultName="nowhere", MinRetentionDays=7)
        self.step("lock", client, put, **both, MinRetentionDays=7, MaxRetentionDays=30, ChangeableForDays=3)
        self.step("vault locked", client, "describe_backup_vault", **both)
        self.step("unlock in time", client, "delete_backup_vault_lock_configuration", **both)
        self.step("vault unlocked", client, "describe_backup_vault", **both)
        self.step("unlock nothing", client, "delete_backup_vault_lock_configuration", BackupVaultName="nowhere")
        self.step("delete vault", client, "delete_backup_vault", **both)
        self.step("delete vault again", client, "delete_backup_vault", **both)
        self.step("vault after that", client, "describe_backup_vault", **both)
