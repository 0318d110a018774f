"""Every action of IAM and STS that the sandbox has, once, each answer compared with botocore's model.

Arguments: the sandbox's URL, an administrator's key id and secret, the time at which the sandbox's
clock is held, in seconds since 1970, and the names of all actions. Prints what differs from the
model, and the actions that were not called.
"""

import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import boto3
from botocore.config import Config

URL, KEY_ID, SECRET, NOW, *ACTIONS = sys.argv[1:]
ALLOW = json.dumps(
    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}
)
TRUST = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": {
            "Effect": "Allow",
            "Principal": {"AWS": "123456789012"},
            "Action": "sts:AssumeRole",
        },
    }
)
TAGS = [{"Key": "team", "Value": "a"}]
# What older models of botocore do not know yet.
NEWER = {"ListServiceSpecificCredentials has no member IsTruncated"}
differences = set()
called = set()


def local(element):
    return element.tag.split("}")[-1]


def compare(shape, element, place):
    """Every element must be a member of the shape, and every required member must be there."""
    if shape.type_name == "structure":
        for child in element:
            if local(child) in shape.members:
                compare(shape.members[local(child)], child, place + "." + local(child))
            else:
                differences.add(f"{place} has no member {local(child)}")
        for name in shape.required_members:
            if name not in map(local, element):
                differences.add(f"{place} lacks {name}")
    elif shape.type_name == "list":
        for child in element:
            if local(child) == "member":
                compare(shape.member, child, place + "[]")
            else:
                differences.add(f"{place} has an item {local(child)}")


def check(body, model):
    called.add(model.name)
    root = ElementTree.fromstring(body)
    results = [child for child in root if local(child).endswith("Result")]
    if (model.output_shape is None) != (not results):
        differences.add(f"{model.name}: {len(results)} result elements")
    elif results:
        compare(model.output_shape, results[0], model.name)


def client(service, keys=(KEY_ID, SECRET)):
    made = boto3.Session(*keys, region_name="us-east-1").client(
        service, endpoint_url=URL, config=Config(retries={"max_attempts": 0})
    )
    model = made.meta.service_model
    made.meta.events.register(
        f"response-received.{service}",
        lambda response_dict, event_name, **_: check(
            response_dict["body"], model.operation_model(event_name.split(".")[-1])
        ),
    )
    return made


def code(seed, step):
    time = f"@{int(NOW) + 30 * step}"
    command = ["oathtool", "--totp", "--base32", "--now", time, seed]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def users_and_groups(iam):
    iam.create_user(UserName="dora", Path="/team/", Tags=TAGS)
    iam.get_user(UserName="dora")
    iam.list_users()
    iam.tag_user(UserName="dora", Tags=[{"Key": "b", "Value": "c"}])
    iam.list_user_tags(UserName="dora")
    iam.untag_user(UserName="dora", TagKeys=["b"])
    iam.create_group(GroupName="staff")
    iam.add_user_to_group(GroupName="staff", UserName="dora")
    iam.get_group(GroupName="staff")
    iam.list_groups()
    iam.list_groups_for_user(UserName="dora")
    iam.update_group(GroupName="staff", NewGroupName="crew")
    iam.update_user(UserName="dora", NewPath="/")


def credentials(iam):
    key = iam.create_access_key(UserName="dora")["AccessKey"]
    iam.list_access_keys(UserName="dora")
    iam.update_access_key(UserName="dora", AccessKeyId=key["AccessKeyId"], Status="Active")
    iam.create_login_profile(UserName="dora", Password="Correct-Horse-1")
    iam.get_login_profile(UserName="dora")
    iam.update_login_profile(UserName="dora", PasswordResetRequired=False)
    iam.update_account_password_policy(MinimumPasswordLength=8, AllowUsersToChangePassword=True)
    iam.get_account_password_policy()
    dora = client("iam", (key["AccessKeyId"], key["SecretAccessKey"]))
    dora.change_password(OldPassword="Correct-Horse-1", NewPassword="Correct-Horse-2")
    iam.get_access_key_last_used(AccessKeyId=key["AccessKeyId"])
    git = iam.create_service_specific_credential(
        UserName="dora", ServiceName="codecommit.amazonaws.com"
    )["ServiceSpecificCredential"]
    one = {"UserName": "dora", "ServiceSpecificCredentialId": git["ServiceSpecificCredentialId"]}
    iam.list_service_specific_credentials(UserName="dora")
    iam.update_service_specific_credential(**one, Status="Inactive")
    iam.reset_service_specific_credential(**one)
    iam.delete_service_specific_credential(**one)
    return key


def devices(iam):
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="dora", Tags=TAGS)
    device = device["VirtualMFADevice"]
    seed, serial = device["Base32StringSeed"].decode(), device["SerialNumber"]
    one = {"UserName": "dora", "SerialNumber": serial}
    iam.enable_mfa_device(
        **one, AuthenticationCode1=code(seed, -1), AuthenticationCode2=code(seed, 0)
    )
    iam.resync_mfa_device(
        **one, AuthenticationCode1=code(seed, 1), AuthenticationCode2=code(seed, 2)
    )
    iam.list_mfa_devices(UserName="dora")
    iam.list_virtual_mfa_devices()
    iam.tag_mfa_device(SerialNumber=serial, Tags=[{"Key": "b", "Value": "c"}])
    iam.list_mfa_device_tags(SerialNumber=serial)
    iam.untag_mfa_device(SerialNumber=serial, TagKeys=["b"])
    if hasattr(iam, "get_mfa_device"):
        passkey = "arn:aws:iam::123456789012:u2f/user/pat/phone-EXAMPLE"
        iam.get_mfa_device(UserName="pat", SerialNumber=passkey)
    iam.deactivate_mfa_device(**one)
    iam.delete_virtual_mfa_device(SerialNumber=serial)


def policies(iam):
    policy = iam.create_policy(PolicyName="all", PolicyDocument=ALLOW, Tags=TAGS)["Policy"]["Arn"]
    iam.get_policy(PolicyArn=policy)
    iam.list_policies()
    iam.create_policy_version(PolicyArn=policy, PolicyDocument=ALLOW)
    iam.list_policy_versions(PolicyArn=policy)
    iam.get_policy_version(PolicyArn=policy, VersionId="v2")
    iam.set_default_policy_version(PolicyArn=policy, VersionId="v2")
    iam.delete_policy_version(PolicyArn=policy, VersionId="v1")
    iam.tag_policy(PolicyArn=policy, Tags=[{"Key": "b", "Value": "c"}])
    iam.list_policy_tags(PolicyArn=policy)
    iam.untag_policy(PolicyArn=policy, TagKeys=["b"])
    iam.create_role(RoleName="admin", AssumeRolePolicyDocument=TRUST, Tags=TAGS)
    for kind, name in (("user", "dora"), ("group", "crew"), ("role", "admin")):
        one = {kind.capitalize() + "Name": name}
        inline = {**one, "PolicyName": "inline"}
        getattr(iam, f"put_{kind}_policy")(**inline, PolicyDocument=ALLOW)
        getattr(iam, f"get_{kind}_policy")(**inline)
        getattr(iam, f"list_{kind}_policies")(**one)
        getattr(iam, f"attach_{kind}_policy")(**one, PolicyArn=policy)
        getattr(iam, f"list_attached_{kind}_policies")(**one)
        if kind != "group":
            getattr(iam, f"put_{kind}_permissions_boundary")(**one, PermissionsBoundary=policy)
    iam.list_entities_for_policy(PolicyArn=policy)
    iam.get_account_authorization_details()
    user = "arn:aws:iam::123456789012:user/dora"
    # An unpaged call shows all members; the paginators follow the markers.
    actions = ["iam:GetUser", "iam:DeleteUser"]
    tried = iam.simulate_principal_policy(
        PolicySourceArn=user,
        ActionNames=actions,
        ResourceArns=[user, user + "2"],
        PermissionsBoundaryPolicyInputList=[ALLOW],
    )["EvaluationResults"]
    assert [result["EvalActionName"] for result in tried] == actions, tried
    assert len(tried[0]["ResourceSpecificResults"]) == 2, tried
    pages = iam.get_paginator("simulate_custom_policy").paginate(
        PolicyInputList=[ALLOW], ActionNames=actions, PaginationConfig={"PageSize": 1}
    )
    results = [result for page in pages for result in page["EvaluationResults"]]
    assert [result["EvalDecision"] for result in results] == ["allowed", "allowed"], results
    assert results[0]["MatchedStatements"][0]["SourcePolicyId"] == "PolicyInputList.1"
    iam.get_context_keys_for_principal_policy(PolicySourceArn=user)
    iam.get_context_keys_for_custom_policy(PolicyInputList=[ALLOW])
    return policy


def roles(iam, sts):
    iam.get_role(RoleName="admin")
    iam.list_roles()
    iam.tag_role(RoleName="admin", Tags=[{"Key": "b", "Value": "c"}])
    iam.list_role_tags(RoleName="admin")
    iam.untag_role(RoleName="admin", TagKeys=["b"])
    iam.update_role(RoleName="admin", Description="for all")
    iam.update_role_description(RoleName="admin", Description="for some")
    iam.update_assume_role_policy(RoleName="admin", PolicyDocument=TRUST)
    iam.list_instance_profiles_for_role(RoleName="admin")
    sts.assume_role(RoleArn="arn:aws:iam::123456789012:role/admin", RoleSessionName="session")
    sts.get_session_token()
    sts.get_federation_token(Name="guest", Policy=ALLOW)
    sts.get_caller_identity()
    sts.get_access_key_info(AccessKeyId=KEY_ID)


def account(iam):
    iam.create_account_alias(AccountAlias="example-two")
    iam.list_account_aliases()
    iam.get_account_summary()
    iam.generate_credential_report()
    iam.get_credential_report()
    iam.delete_account_alias(AccountAlias="example-two")
    iam.delete_account_password_policy()


def farewell(iam, policy, key):
    for kind, name in (("user", "dora"), ("group", "crew"), ("role", "admin")):
        one = {kind.capitalize() + "Name": name}
        getattr(iam, f"delete_{kind}_policy")(**one, PolicyName="inline")
        getattr(iam, f"detach_{kind}_policy")(**one, PolicyArn=policy)
        if kind != "group":
            getattr(iam, f"delete_{kind}_permissions_boundary")(**one)
    iam.remove_user_from_group(GroupName="crew", UserName="dora")
    iam.delete_group(GroupName="crew")
    iam.delete_login_profile(UserName="dora")
    iam.delete_access_key(UserName="dora", AccessKeyId=key["AccessKeyId"])
    iam.delete_user(UserName="dora")
    iam.delete_role(RoleName="admin")
    iam.delete_policy(PolicyArn=policy)


iam, sts = client("iam"), client("sts")
users_and_groups(iam)
key = credentials(iam)
devices(iam)
policy = policies(iam)
roles(iam, sts)
account(iam)
farewell(iam, policy, key)
known = {*iam.meta.service_model.operation_names, *sts.meta.service_model.operation_names}
missing = sorted((known & set(ACTIONS)) - called)
print(*sorted(differences - NEWER), *(f"not called: {name}" for name in missing), sep="\n")
