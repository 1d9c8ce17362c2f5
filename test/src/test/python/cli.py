"""The AWS CLI, as a person uses it: one command after the other, each with its exit code and its words."""

import contextlib
import io
import json
import os
import shlex
import tempfile

import awscli.clidriver
from served import Served


class Terminal:
    """Runs commands of the AWS CLI in this process, as `bin/aws` would, and keeps a transcript."""

    def __init__(self, url: str):
        self.served = Served(url)
        self.transcript = []
        self.folder = tempfile.TemporaryDirectory()
        os.chdir(self.folder.name)
        os.environ.update(
            AWS_ENDPOINT_URL=url,
            AWS_SECRET_ACCESS_KEY="unverified",
            AWS_CONFIG_FILE=os.devnull,
            AWS_SHARED_CREDENTIALS_FILE=os.devnull,
            AWS_EC2_METADATA_DISABLED="true",
            AWS_MAX_ATTEMPTS="1",
            AWS_PAGER="",
        )

    def chapter(self, title: str) -> None:
        self.transcript.append(f"\n# {title}")

    def aws(self, who: tuple, command: str, exits: int = 0, says: str = "") -> str:
        """One command; fails where it ends with another exit code, or does not say what it should.

        :param who: access key id and Region, and a session token where there is one
        :returns: what it wrote, without the last line's end
        """
        key, region, *token = who
        os.environ.update(AWS_ACCESS_KEY_ID=key, AWS_REGION=region, AWS_DEFAULT_REGION=region)
        os.environ.pop("AWS_SESSION_TOKEN", None)
        if token:
            os.environ["AWS_SESSION_TOKEN"] = token[0]
        words = io.StringIO()
        with contextlib.redirect_stdout(words), contextlib.redirect_stderr(words):
            code = awscli.clidriver.create_clidriver().main(shlex.split(command))
        said = words.getvalue().strip()
        self.transcript.append(f"\n{key} {region} $ aws {command}\n{said}\n[exit code {code}]")
        if code != exits or says not in said:
            raise AssertionError(f"expected exit code {exits} and {says!r}:{self.transcript[-1]}")
        return said

    def wait(self, duration: str) -> None:
        now = self.served.advance(duration)["now"]
        self.transcript.append(f"\n({duration} pass; it is {now})")

    def read(self, file: str):
        with open(file, encoding="utf-8") as text:
            return json.load(text)
