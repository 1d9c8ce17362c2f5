"""The same script against moto and against the served simulation, answers compared.

Usage: moto_comparison.py URL. Every difference must be explained in `moto_differences.json` by what AWS documents,
and everything explained there must occur.
"""

import datetime
import fnmatch
import json
import pathlib
import re
import subprocess
import sys
import time
import urllib.request

import boto3
from both import ROLE, Script
from served import IRELAND, MANAGEMENT, SHOP, Served

EXPLAINED = pathlib.Path(__file__).with_name("moto_differences.json")
BY_CHANCE = {"AccessKeyId", "AssumedRoleId", "Email", "GrantId", "GrantToken", "MasterAccountEmail",
             "SecretAccessKey", "SessionToken", "UserId"}
STARTED_WITHIN = 240
CHANCE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|cluster-[A-Z0-9]{26}|[0-9a-f]{64}")


class Ours:
    management, shop, names = MANAGEMENT, SHOP, {}

    def __init__(self, url: str):
        self.served = Served(url)

    def client(self, service: str, account: str):
        return self.served.client(service, account, IRELAND)

    def settle(self) -> None:
        self.served.advance("PT1H")


class Moto:
    """moto with an organization like that of the served world, made by calls that only moto has."""

    management = MANAGEMENT

    def __init__(self, url: str):
        self.url = url
        ours = {"Backup": ["backup-control", "backup-vault", "backup-recovery"], "Products": ["shop"], "Platform": [], "Sandbox": []}
        organizations = self.client("organizations", MANAGEMENT)
        made = organizations.create_organization(FeatureSet="ALL")["Organization"]
        root = organizations.list_roots()["Roots"][0]["Id"]
        self.names = {made["Id"]: "<organization>", root: "<root>"}
        for unit, accounts in ours.items():
            parent = organizations.create_organizational_unit(ParentId=root, Name=unit)["OrganizationalUnit"]["Id"]
            self.names[parent] = f"<{unit}>"
            for name in accounts:
                account = organizations.create_account(AccountName=name, Email=f"{name}@example.com")
                number = account["CreateAccountStatus"]["AccountId"]
                organizations.move_account(AccountId=number, SourceParentId=root, DestinationParentId=parent)
                self.names[number] = f"<{name}>"
                self.shop = number
        key = self.client("kms", self.shop).create_key(Description="")["KeyMetadata"]["KeyId"]
        self.names[key] = "shop"
        self.client("kms", self.shop).create_alias(AliasName="alias/shop", TargetKeyId=key)
        self.client("iam", self.shop).create_role(RoleName=ROLE, AssumeRolePolicyDocument="{}")

    def client(self, service: str, account: str):
        client = boto3.client(
            service, IRELAND, endpoint_url=self.url, aws_access_key_id="moto", aws_secret_access_key="moto")
        client.meta.events.register("before-send.*", lambda request, **_: of(request, account))
        return client

    def settle(self) -> None:
        """Nothing takes time in moto."""


def of(request, account: str) -> None:
    request.headers["x-moto-account-id"] = account


def differences(one, other, where: str):
    """Each place at which the two differ, with both values; what only one has is compared with `None`."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in sorted(one.keys() | other.keys()):
            yield from differences(one.get(name), other.get(name), f"{where}.{name}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for left, right in zip(one, other):
            yield from differences(left, right, f"{where}[]")
    elif one != other:
        yield where, one, other


def plain(answer, names: dict):
    """An answer without what is chance: ids, moments, and the order of what AWS promises no order for."""
    if isinstance(answer, dict):
        kept = {name: each for name, each in answer.items() if each not in ([], {}, None, "")}
        return {name: f"<{name}>" if name in BY_CHANCE else plain(each, names) for name, each in kept.items()}
    if isinstance(answer, list):
        return sorted((plain(each, names) for each in answer), key=str)
    if isinstance(answer, datetime.datetime):
        return "<moment>"
    if isinstance(answer, str):
        for chance, name in names.items():
            answer = answer.replace(chance, name)
        return CHANCE.sub("<id>", answer)
    return answer


def compare(ours: dict, moto: dict) -> list:
    """Problems: differences that are not explained, and explanations of what does not differ."""
    explained = json.loads(EXPLAINED.read_text(encoding="utf-8"))
    explained = [where for entry in explained for where in entry["where"]]
    unused = set(explained)
    problems = []
    found = [each for step in ours for each in differences(ours[step], moto[step], step)]
    for where, one, other in found:
        known = {pattern for pattern in explained if matches(where, pattern)}
        unused -= known
        if not known:
            problems.append(f"not explained: {where}: ours {one!r}, moto's {other!r}")
    print(f"{len(found)} differences in {len(ours)} steps, {len(problems) + len(unused)} problems")
    return problems + [f"explained, but does not occur: {where}" for where in sorted(unused)]


def matches(where: str, pattern: str) -> bool:
    return fnmatch.fnmatchcase(where, pattern.replace("[", "[[]"))


def main(url: str) -> int:
    log = subprocess.DEVNULL
    server = subprocess.Popen(
        [pathlib.Path(sys.executable).with_name("moto_server"), "-H", "127.0.0.1", "-p", "0"],
        stdout=log, stderr=subprocess.PIPE, text=True)
    try:
        moto = Moto(address(server))
        ours = Ours(url)
        ours.names = {
            "o-exampleorgid": "<organization>", "r-root": "<root>", SHOP: "<shop>",
            "222222222222": "<backup-control>", "333333333333": "<backup-vault>",
            "666666666666": "<backup-recovery>",
            **{f"ou-root-{unit.lower()}": f"<{unit}>" for unit in ("Backup", "Products", "Platform", "Sandbox")},
        }
        problems = compare(
            {step: plain(answer, ours.names) for step, answer in Script(ours).run().items()},
            {step: plain(answer, moto.names) for step, answer in Script(moto).run().items()},
        )
    finally:
        server.kill()
        server.wait()
    print("\n".join(problems))
    return 1 if problems else 0


def address(server) -> str:
    """Where moto listens, as it says itself."""
    deadline = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < deadline:
        found = re.search(r"http://127\.0\.0\.1:\d+", server.stderr.readline())
        if found:
            urllib.request.urlopen(f"{found.group()}/moto-api/", timeout=STARTED_WITHIN).close()
            return found.group()
    raise AssertionError("moto did not start")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
