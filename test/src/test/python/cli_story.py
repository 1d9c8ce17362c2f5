"""A story with the AWS CLI: a vault, its lock, backups, copies across accounts and Regions, and every refusal.

Usage: cli_story.py URL TRANSCRIPT. Serves for a fresh small world.
"""

import json
import pathlib
import sys

from cli import Terminal
from served import CONTROL, HOME, IRELAND, MANAGEMENT, SHOP, VAULT

ACCOUNT = (SHOP, IRELAND)
ROLE = f"arn:aws:iam::{SHOP}:role/AWSBackup-second-backup"
TARGET = f"arn:aws:backup:{HOME}:{VAULT}:backup-vault:second-backup"
FOREIGN = f"arn:aws:backup:{HOME}:999999999999:backup-vault:theirs"
REFUSED = 255  # by version 1 of the AWS CLI; version 2 says 254
DAY = '{"DeleteAfterDays": %d}'


def identities(terminal: Terminal) -> None:
    terminal.chapter("Who is who")
    terminal.aws(ACCOUNT, "sts get-caller-identity --query Arn", says=f"arn:aws:iam::{SHOP}:user/Administrator")
    terminal.aws(("AKIANOBODY", IRELAND), "sts get-caller-identity", REFUSED, "InvalidClientTokenId")
    role = f"arn:aws:iam::{SHOP}:role/operator"
    taken = json.loads(
        terminal.aws(
            (MANAGEMENT, HOME),
            f"sts assume-role --role-arn {role} --role-session-name story --query Credentials",
        )
    )
    session = (taken["AccessKeyId"], IRELAND, taken["SessionToken"])
    terminal.aws(session, "sts get-caller-identity --query Arn", says=f"arn:aws:sts::{SHOP}:assumed-role/operator/story")
    terminal.aws((VAULT, HOME), f"sts assume-role --role-arn {role} --role-session-name story", REFUSED, "AccessDenied")
    terminal.aws((MANAGEMENT, HOME), "organizations list-accounts --query Accounts[].Name --output text", says="shop")


def lock(terminal: Terminal) -> None:
    terminal.chapter("A vault is made and locked")
    terminal.aws(ACCOUNT, "backup create-backup-vault --backup-vault-name story", says="backup-vault:story")
    terminal.aws(ACCOUNT, "backup create-backup-vault --backup-vault-name story", REFUSED, "AlreadyExistsException")
    put = "backup put-backup-vault-lock-configuration --backup-vault-name story --min-retention-days"
    terminal.aws(ACCOUNT, f"{put} 7 --changeable-for-days 2", REFUSED, "InvalidParameterValueException")
    terminal.aws(ACCOUNT, f"{put} 40 --max-retention-days 35", REFUSED, "InvalidParameterValueException")
    terminal.aws(ACCOUNT, f"{put} 7 --max-retention-days 35 --changeable-for-days 3")
    terminal.aws(
        ACCOUNT,
        "backup describe-backup-vault --backup-vault-name story"
        " --query [Locked,MinRetentionDays,MaxRetentionDays] --output text",
        says="True\t7\t35",
    )


def back_up(terminal: Terminal, vault: str, cluster: str, days: int, state: str, why: str = "") -> str:
    """A backup job to its end.

    :returns: the recovery point, or `None`
    """
    job = terminal.aws(
        ACCOUNT,
        f"backup start-backup-job --backup-vault-name {vault} --iam-role-arn {ROLE} --lifecycle '{DAY % days}'"
        f" --resource-arn arn:aws:rds:{IRELAND}:{SHOP}:cluster:{cluster} --query BackupJobId --output text",
    )
    terminal.wait("PT6H")
    asked = f"backup describe-backup-job --backup-job-id {job} --output text --query"
    terminal.aws(ACCOUNT, f"{asked} [State,StatusMessage]", says=state)
    terminal.aws(ACCOUNT, f"{asked} StatusMessage", says=why)
    return terminal.aws(ACCOUNT, f"{asked} RecoveryPointArn")


def backups(terminal: Terminal) -> None:
    terminal.chapter("Backups into the locked vault")
    back_up(terminal, "story", "orders", 3, "FAILED", "not within the range specified for the target Backup Vault")
    point = back_up(terminal, "story", "orders", 20, "COMPLETED")
    delete = f"backup delete-recovery-point --backup-vault-name story --recovery-point-arn {point}"
    terminal.aws(ACCOUNT, delete, REFUSED, "Recovery point cannot be deleted (Backup vault configured with Lock)")
    shorten = f"backup update-recovery-point-lifecycle --backup-vault-name story --recovery-point-arn {point}"
    terminal.aws(ACCOUNT, f"{shorten} --lifecycle '{DAY % 1}'", REFUSED, "Backup vault configured with Lock")
    terminal.aws(ACCOUNT, "backup delete-backup-vault --backup-vault-name story", REFUSED, "InvalidRequestException")
    copies(terminal, point)


def copy(terminal: Terminal, vault: str, point: str, target: str, days: int, state: str, why: str = "") -> None:
    """A copy job to its end."""
    job = terminal.aws(
        ACCOUNT,
        f"backup start-copy-job --source-backup-vault-name {vault} --recovery-point-arn {point}"
        f" --destination-backup-vault-arn {target} --iam-role-arn {ROLE} --lifecycle '{DAY % days}'"
        " --query CopyJobId --output text",
    )
    terminal.wait("PT8H")
    asked = f"backup describe-copy-job --copy-job-id {job} --output text --query CopyJob"
    terminal.aws(ACCOUNT, f"{asked}.State", says=state)
    terminal.aws(ACCOUNT, f"{asked}.StatusMessage", says=why)


def copies(terminal: Terminal, point: str) -> None:
    terminal.chapter("Copies into another account and another Region")
    copy(terminal, "story", point, TARGET, 30, "COMPLETED")
    copy(terminal, "story", point, TARGET, 6, "FAILED", "not within the range specified for the target Backup Vault")
    copy(terminal, "story", point, FOREIGN, 30, "FAILED", "must be a member of the same organization")
    other = TARGET.replace("second-backup", "another")
    copy(terminal, "story", point, other, 30, "FAILED", "")
    copied = terminal.aws(
        (VAULT, HOME),
        "backup list-recovery-points-by-backup-vault --backup-vault-name second-backup"
        " --query RecoveryPoints[].RecoveryPointArn --output text",
        says=f"arn:aws:rds:{HOME}:{VAULT}:cluster-snapshot:awsbackup:copyjob-",
    )
    delete = f"backup delete-recovery-point --backup-vault-name second-backup --recovery-point-arn {copied}"
    terminal.aws((VAULT, HOME), delete, REFUSED, "AccessDeniedException")


def managed_key(terminal: Terminal) -> None:
    terminal.chapter("A cluster under a key that cannot be shared")
    source = terminal.aws(
        ACCOUNT,
        "backup list-backup-vaults --output text"
        " --query \"BackupVaultList[?starts_with(BackupVaultName, 'second-backup-source-')].BackupVaultName\"",
        says="second-backup-source-",
    )
    point = back_up(terminal, source, "returns", 20, "COMPLETED")
    why = "Snapshots encrypted with the AWS managed key can't be shared"
    copy(terminal, source, point, TARGET, 30, "FAILED", why)


def unlock(terminal: Terminal) -> None:
    terminal.chapter("The lock comes off in its grace time, and never after")
    remove = "backup delete-backup-vault-lock-configuration --backup-vault-name open"
    terminal.aws(ACCOUNT, "backup create-backup-vault --backup-vault-name open")
    put = "backup put-backup-vault-lock-configuration --backup-vault-name open --min-retention-days 7"
    terminal.aws(ACCOUNT, f"{put} --changeable-for-days 3")
    terminal.wait("PT71H59M")
    terminal.aws(ACCOUNT, remove)
    terminal.aws(ACCOUNT, f"{put} --changeable-for-days 3")
    terminal.wait("PT72H")
    terminal.aws(ACCOUNT, remove, REFUSED, "InvalidRequestException")
    terminal.aws(ACCOUNT, f"{put} --changeable-for-days 3", REFUSED, "InvalidRequestException")


def product(terminal: Terminal) -> None:
    terminal.chapter("The product's own functions")
    control = (CONTROL, HOME)
    terminal.aws(control, "lambda invoke --function-name second-backup-list list.json", says='"StatusCode": 200')
    assert len(terminal.read("list.json")["accounts"]) == 5, terminal.read("list.json")
    terminal.aws(
        control,
        """lambda invoke --function-name second-backup-verify --payload '{"sweep": "today"}' verify.json""",
        says='"FunctionError": "Unhandled"',
    )
    assert "sweep is 'today'" in terminal.read("verify.json")["errorMessage"], terminal.read("verify.json")
    terminal.aws(control, "lambda invoke --function-name nothing no.json", REFUSED, "ResourceNotFoundException")
    function = f"arn:aws:lambda:{HOME}:{CONTROL}:function:second-backup-copy"
    terminal.aws(ACCOUNT, f"lambda invoke --function-name {function} no.json", REFUSED, "AccessDeniedException")
    machine = f"arn:aws:states:{HOME}:{CONTROL}:stateMachine:second-backup-sweep"
    start = f"stepfunctions start-execution --state-machine-arn {machine} --name first --query executionArn"
    run = terminal.aws(control, f"{start} --output text", says=":execution:second-backup-sweep:first")
    terminal.aws(control, start, REFUSED, "ExecutionAlreadyExists")
    terminal.aws(
        control,
        f"stepfunctions describe-execution --execution-arn {run} --query [status,output]",
        says="SUCCEEDED",
    )


def main(url: str, transcript: str) -> None:
    terminal = Terminal(url)
    try:
        for chapter in (identities, lock, backups, managed_key, unlock, product):
            chapter(terminal)
    finally:
        pathlib.Path(transcript).write_text("\n".join(terminal.transcript).strip() + "\n", encoding="utf-8")
    print(f"{sum(' $ aws ' in step for step in terminal.transcript)} commands of the AWS CLI")


if __name__ == "__main__":
    main(sys.argv[1], str(pathlib.Path(sys.argv[2]).absolute()))
