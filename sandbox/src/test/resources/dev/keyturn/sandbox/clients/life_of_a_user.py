"""The whole life of an IAM user, as boto3 sees it.

Arguments: the sandbox's URL, an administrator's key id and secret, and the time at which the
sandbox's clock is held, in seconds since 1970. Ends with 0 when everything was as it should be.
"""

import pathlib
import subprocess
import sys
import tempfile

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

URL, KEY_ID, SECRET, NOW = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
SERIAL = "arn:aws:iam::123456789012:mfa/phones/dora"

POLICY = """{"Version":"2012-10-17","Statement":[
  {"Effect":"Allow","Action":["iam:*","s3:*","sts:*"],"Resource":"*"},
  {"Effect":"Deny","NotAction":["iam:CreateVirtualMFADevice","iam:EnableMFADevice",
    "sts:GetSessionToken"],"Resource":"*",
   "Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}]}"""

TRUST = """{"Version":"2012-10-17","Statement":{"Effect":"Allow",
  "Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole",
  "Condition":{"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}}}"""


class Person:
    """Clients with one set of credentials; nothing is tried twice."""

    def __init__(self, key_id, secret, token=None):
        self.session = boto3.Session(key_id, secret, token, region_name="us-east-1")
        self.iam, self.sts, self.s3 = map(self.client, ("iam", "sts", "s3"))

    def client(self, service):
        config = Config(retries={"max_attempts": 0}, s3={"addressing_style": "path"})
        return self.session.client(service, endpoint_url=URL, config=config)

    @staticmethod
    def of(keys):
        return Person(keys["AccessKeyId"], keys["SecretAccessKey"], keys.get("SessionToken"))


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def code(seed, step):
    """The code of oathtool, so that the sandbox does not test itself."""
    return output("oathtool", "--totp", "--base32", "--now", f"@{NOW + 30 * step}", seed)


def scanned(png):
    """What the QR code in a picture says, read by zbarimg."""
    with tempfile.TemporaryDirectory() as folder:
        picture = pathlib.Path(folder, "code.png")
        picture.write_bytes(png)
        return output("zbarimg", "--quiet", "--raw", "--nodbus", str(picture))


def refused(expected, call, **parameters):
    try:
        call(**parameters)
    except ClientError as error:
        assert error.response["Error"]["Code"] == expected, error
        return
    raise AssertionError(f"{call} was not refused")


boss = Person(KEY_ID, SECRET)
boss.iam.create_user(UserName="dora", Path="/staff/", Tags=[{"Key": "team", "Value": "it"}])
assert boss.iam.get_user(UserName="dora")["User"]["Tags"] == [{"Key": "team", "Value": "it"}]
boss.iam.put_user_policy(UserName="dora", PolicyName="mfa", PolicyDocument=POLICY)
document = boss.iam.get_user_policy(UserName="dora", PolicyName="mfa")["PolicyDocument"]
assert document["Statement"][1]["Effect"] == "Deny"
first = boss.iam.create_access_key(UserName="dora")["AccessKey"]
dora = Person.of(first)
refused("AccessDenied", dora.s3.list_buckets)
refused("AccessDenied", dora.iam.list_users)

device = dora.iam.create_virtual_mfa_device(Path="/phones/", VirtualMFADeviceName="dora")
device = device["VirtualMFADevice"]
assert device["SerialNumber"] == SERIAL
seed = device["Base32StringSeed"].decode()
assert len(seed) == 64
assert scanned(device["QRCodePNG"]) == f"otpauth://totp/dora@123456789012?secret={seed}"

enable = {"UserName": "dora", "SerialNumber": SERIAL}
wrong = {"AuthenticationCode1": code(seed, -1), "AuthenticationCode2": code(seed, -1)}
refused("InvalidAuthenticationCode", dora.iam.enable_mfa_device, **enable, **wrong)
right = {"AuthenticationCode1": code(seed, -2), "AuthenticationCode2": code(seed, -1)}
dora.iam.enable_mfa_device(**enable, **right)
listed = boss.iam.get_paginator("list_virtual_mfa_devices").paginate(PaginationConfig={"PageSize": 1})
assert [d["SerialNumber"] for page in listed for d in page["VirtualMFADevices"]] == [SERIAL]

used = {"SerialNumber": SERIAL, "TokenCode": code(seed, -1)}
refused("AccessDenied", dora.sts.get_session_token, **used)
session = dora.sts.get_session_token(SerialNumber=SERIAL, TokenCode=code(seed, 0))
session = Person.of(session["Credentials"])
assert session.sts.get_caller_identity()["Arn"] == "arn:aws:iam::123456789012:user/staff/dora"
buckets = [bucket["Name"] for bucket in session.s3.list_buckets()["Buckets"]]
assert buckets == ["examplebucket", "otherbucket"]

boss.iam.create_role(RoleName="worker", AssumeRolePolicyDocument=TRUST, MaxSessionDuration=7200)
boss.iam.attach_role_policy(
    RoleName="worker", PolicyArn="arn:aws:iam::aws:policy/IAMReadOnlyAccess"
)
role = boss.iam.get_role(RoleName="worker")["Role"]
assume = {"RoleArn": role["Arn"], "RoleSessionName": "dora"}
refused("AccessDenied", dora.sts.assume_role, **assume)
worker = Person.of(session.sts.assume_role(**assume)["Credentials"])
assert [user["UserName"] for user in worker.iam.list_users()["Users"]] == ["boss", "dora"]
refused("AccessDenied", worker.iam.create_user, UserName="eve")

second = session.iam.create_access_key()["AccessKey"]
assert Person.of(second).sts.get_caller_identity()["Account"] == "123456789012"
session.iam.update_access_key(AccessKeyId=first["AccessKeyId"], Status="Inactive")
refused("InvalidClientTokenId", dora.sts.get_caller_identity)
session.iam.delete_access_key(AccessKeyId=first["AccessKeyId"])

refused("DeleteConflict", boss.iam.delete_virtual_mfa_device, SerialNumber=SERIAL)
boss.iam.deactivate_mfa_device(UserName="dora", SerialNumber=SERIAL)
boss.iam.delete_virtual_mfa_device(SerialNumber=SERIAL)
refused("DeleteConflict", boss.iam.delete_user, UserName="dora")
boss.iam.delete_user_policy(UserName="dora", PolicyName="mfa")
boss.iam.delete_access_key(UserName="dora", AccessKeyId=second["AccessKeyId"])
boss.iam.delete_user(UserName="dora")
refused("NoSuchEntity", boss.iam.get_user, UserName="dora")
