"""Every kind of fault, as boto3 meets it.

Arguments: the sandbox's URL, its CA file, a key id and secret, the control token, and where the
faults come from: "state" when the state file has set them, "control" to set each by a control call.
Ends with 0 when everything was as it should be.
"""

import json
import ssl
import sys
import time
import urllib.request

import boto3
from botocore import exceptions
from botocore.config import Config
from botocore.parsers import ResponseParserError

URL, CA, KEY_ID, SECRET, TOKEN, ORIGIN = sys.argv[1:7]

# What each action of IAM meets: the fault, then the exception or the error's code.
FAULTS = [
    ("GetUser", {"Kind": "throttle"}, "Throttling"),
    ("ListUsers", {"Kind": "500"}, "InternalFailure"),
    ("ListRoles", {"Kind": "503"}, "ServiceUnavailable"),
    ("ListGroups", {"Kind": "unknown-key"}, "InvalidClientTokenId"),
    ("ListPolicies", {"Kind": "clock", "OffsetSeconds": 7200}, "SignatureDoesNotMatch"),
    ("ListAccountAliases", {"Kind": "cut"}, exceptions.HTTPClientError),
    ("ListAccessKeys", {"Kind": "garbage"}, ResponseParserError),
    ("ListMFADevices", {"Kind": "slow"}, 1.8),
    ("GetAccountSummary", {"LatencyMillis": 1500}, 1.5),
]
METHODS = {
    "ListMFADevices": "list_mfa_devices",
    "GetAccountSummary": "get_account_summary",
    "GetUser": "get_user",
    "ListUsers": "list_users",
    "ListRoles": "list_roles",
    "ListGroups": "list_groups",
    "ListPolicies": "list_policies",
    "ListAccountAliases": "list_account_aliases",
    "ListAccessKeys": "list_access_keys",
}


def client():
    session = boto3.Session(KEY_ID, SECRET, region_name="us-east-1")
    config = Config(retries={"max_attempts": 0})
    return session.client("iam", endpoint_url=URL, config=config, verify=CA)


def control(change):
    request = urllib.request.Request(
        URL + "/_control", json.dumps(change).encode(), {"Authorization": "Bearer " + TOKEN}
    )
    context = ssl.create_default_context(cafile=CA)
    with urllib.request.urlopen(request, context=context) as answer:
        return json.load(answer)


def meets(action, expected):
    start = time.monotonic()
    try:
        getattr(iam, METHODS[action])()
    except (exceptions.BotoCoreError, ResponseParserError) as error:
        assert isinstance(expected, type) and isinstance(error, expected), repr(error)
        return
    except exceptions.ClientError as error:
        code = error.response["Error"]["Code"]
        assert expected == code, repr(error)
        return
    assert isinstance(expected, float), f"{action} succeeded, {expected} was expected"
    took = time.monotonic() - start
    assert took >= expected, f"{action} took {took} s"


if ORIGIN == "control":
    control({"Faults": [{"Kind": "expired-certificate", "Times": 1}]})
try:
    client().get_user()
    raise AssertionError("the certificate has not expired")
except exceptions.SSLError as error:
    assert "expired" in str(error), error

iam = client()
for action, fault, expected in FAULTS:
    if ORIGIN == "control":
        control({"Faults": [{"Action": action, "Times": 1, **fault}]})
    meets(action, expected)
    getattr(iam, METHODS[action])()
assert control({})["Faults"] == []

control({"Faults": [{"Action": "GetUser", "Kind": "503", "Seconds": 1}]})
meets("GetUser", "ServiceUnavailable")
meets("GetUser", "ServiceUnavailable")
time.sleep(1.1)
iam.get_user()
