"""A served simulation, as its clients see it: clients of every service, and what is asked beside AWS."""

import json
import urllib.error
import urllib.request

import boto3
import botocore.config

MANAGEMENT, CONTROL, VAULT, SHOP = "111111111111", "222222222222", "333333333333", "444444444402"
RECOVERY = "666666666666"
HOME, IRELAND, STOCKHOLM = "eu-central-1", "eu-west-1", "eu-north-1"
SECONDS_MAX = 240


class Served:
    def __init__(self, url: str):
        self.url = url
        self._clients = {}

    def client(self, service: str, account: str, region: str = HOME, **credentials):
        """A client of one account's administrator, or with a session's own credentials."""
        key = (service, account, region, credentials.get("aws_session_token"))
        if key not in self._clients:
            self._clients[key] = boto3.client(
                service,
                region_name=region,
                endpoint_url=self.url,
                config=botocore.config.Config(
                    read_timeout=SECONDS_MAX, retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}
                ),
                **(credentials or {"aws_access_key_id": account, "aws_secret_access_key": "unverified"}),
            )
        return self._clients[key]

    def get(self, path: str):
        return self._ask("GET", path, None)

    def post(self, path: str, body=None):
        return self._ask("POST", path, body)

    def advance(self, duration: str):
        return self.post("clock", {"advance": duration})

    def _ask(self, method: str, path: str, body):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/_simulation/{path}", data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS_MAX) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as refused:
            raise AssertionError(f"{method} {path}: {refused.code} {refused.read().decode()}") from refused
