"""A fixture for pytest: a local AWS that checks signatures, MFA codes and policies.

Put this file next to conftest.py, and there the line

    pytest_plugins = ["keyturn_sandbox"]

A test with the parameter keyturn_sandbox has one Sandbox in its first state. Tests of one process share it, so it is
reset before each test. Environment variables say which sandbox it is:

    KEYTURN_SANDBOX              the command that starts one, such as "java -jar keyturn-sandbox.jar"; without it
                                 keyturn-sandbox or keyturn of the PATH
    KEYTURN_SANDBOX_CONTROL_URL  the control URL of one that runs already, such as http://127.0.0.1:4580/_control,
    KEYTURN_SANDBOX_CONTROL_TOKEN  and its token

Needs Python 3.8 and nothing else.
"""

import json
import os
import shlex
import shutil
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, Dict, List, NamedTuple

import pytest


class User(NamedTuple):
    """A user of the sandbox with their first access key and the serial numbers of their MFA devices."""

    arn: str
    access_key_id: str
    secret_access_key: str
    serial_numbers: List[str]

    @property
    def serial_number(self) -> str:
        return self.serial_numbers[0]


class Sandbox:
    """A sandbox that runs. Each method fails with ValueError and the sandbox's words when it refuses."""

    def __init__(self, control_url: str, control_token: str) -> None:
        self.control_url = control_url.rstrip("/")
        self.control_token = control_token

    @property
    def url(self) -> str:
        """The endpoint of all its services, for endpoint_url or AWS_ENDPOINT_URL."""
        return self.control_url.rsplit("/", 1)[0]

    def user(self, name: str) -> User:
        """The user of this name in the first account that has one."""
        for account in self.described()["State"]["Accounts"]:
            for user in account["Users"]:
                if user["UserName"] == name:
                    return _user(account, user)
        raise ValueError(f"no user {name}")

    def code(self, user_or_device: str) -> str:
        """Six digits that AWS would accept now; after three of them, advance the clock by 30 seconds."""
        return self._ask("/code/" + urllib.parse.quote(user_or_device, safe="")).strip()

    def advance(self, seconds: int) -> None:
        """Lets time pass: codes change, sessions grow old."""
        self.change(AdvanceClockSeconds=seconds)

    def reset(self) -> None:
        """Back to the first state, with the same keys and seeds."""
        self.change(Reset=True)

    def requests(self, action: str) -> int:
        """How often an action, such as GetSessionToken, was asked for since the last reset."""
        return self.described()["Requests"].get(action, 0)

    def change(self, **members: Any) -> None:
        """Any control call, such as change(AddUsers=[{"UserName": "carol", "MFADevices": [{}]}])."""
        self._ask("", json.dumps(members).encode())

    def described(self) -> Dict[str, Any]:
        """Clock, faults, counts of requests, and the state with all keys and seeds."""
        return json.loads(self._ask(""))

    def _ask(self, path: str, body: "bytes | None" = None) -> str:
        request = urllib.request.Request(
            self.control_url + path, body, {"Authorization": "Bearer " + self.control_token}
        )
        # Not by a proxy that the environment names.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=30) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            raise ValueError(json.load(error)["message"]) from None


def _user(account: Dict[str, Any], user: Dict[str, Any]) -> User:
    partition, path = account.get("Partition", "aws"), user.get("Path", "/")
    keys = user["AccessKeys"] or [{"AccessKeyId": "", "SecretAccessKey": ""}]
    return User(
        f"arn:{partition}:iam::{account['AccountId']}:user{path}{user['UserName']}",
        keys[0]["AccessKeyId"],
        keys[0]["SecretAccessKey"],
        [device["SerialNumber"] for device in user["MFADevices"]],
    )


def _command() -> List[str]:
    given = os.environ.get("KEYTURN_SANDBOX")
    if given:
        return shlex.split(given)
    if shutil.which("keyturn-sandbox"):
        return ["keyturn-sandbox"]
    if shutil.which("keyturn"):
        return ["keyturn", "sandbox"]
    pytest.fail("set KEYTURN_SANDBOX to the command that starts the sandbox: java -jar keyturn-sandbox.jar")


@pytest.fixture(scope="session")
def _keyturn_sandbox_of_session():
    control_url = os.environ.get("KEYTURN_SANDBOX_CONTROL_URL")
    if control_url:
        yield Sandbox(control_url, os.environ["KEYTURN_SANDBOX_CONTROL_TOKEN"])
        return
    # It ends when its standard input is closed, also when this process is killed.
    command = _command() + ["--port", "0", "--output", "json", "--until-eof"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        line = process.stdout.readline()
        if not line:
            pytest.fail("the sandbox did not start: " + shlex.join(command))
        ready = json.loads(line)
        yield Sandbox(ready["ControlUrl"], ready["ControlToken"])


@pytest.fixture
def keyturn_sandbox(_keyturn_sandbox_of_session):
    """A sandbox in its first state."""
    _keyturn_sandbox_of_session.reset()
    return _keyturn_sandbox_of_session
