package dev.keyturn.sandbox.state.identity;

import dev.keyturn.sandbox.state.identity.ManagedPolicy.Version;
import java.time.Instant;
import java.util.List;

/**
 * Some of the policies that AWS keeps for everybody, word for word. The long ones, such as {@code
 * ReadOnlyAccess}, change every few weeks and are left out.
 *
 * @see <a href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html">
 *     AWS managed policies</a>
 */
public final class AwsManagedPolicies {
  private static final Instant LAUNCH = Instant.parse("2015-02-06T18:40:00Z");

  private AwsManagedPolicies() {}

  public static List<ManagedPolicy> in(String partition) {
    return List.of(
        policy(
            partition,
            "AdministratorAccess",
            "ANPAIWMBCKSKIEE64ZLYK",
            "Provides full access to AWS services and resources.",
            1,
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}\
            """),
        policy(
            partition,
            "PowerUserAccess",
            "ANPAJYRXTHIB4FOVS3ZXS",
            "Provides full access to AWS services and resources, but does not allow management of"
                + " Users and groups.",
            6,
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":["iam:*",\
            "organizations:*","account:*"],"Resource":"*"},{"Effect":"Allow","Action":[\
            "account:GetAccountInformation","account:GetGovCloudAccountInformation",\
            "account:GetPrimaryEmail","account:ListRegions","iam:CreateServiceLinkedRole",\
            "iam:DeleteServiceLinkedRole","iam:ListRoles",\
            "organizations:DescribeEffectivePolicy","organizations:DescribeOrganization"],\
            "Resource":"*"}]}\
            """),
        policy(
            partition,
            "IAMFullAccess",
            "ANPAI7XKCFMBPM3QQRRVQ",
            "Provides full access to IAM via the AWS Management Console.",
            2,
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:*",\
            "organizations:DescribeAccount","organizations:DescribeOrganization",\
            "organizations:DescribeOrganizationalUnit","organizations:DescribePolicy",\
            "organizations:ListChildren","organizations:ListParents",\
            "organizations:ListPoliciesForTarget","organizations:ListRoots",\
            "organizations:ListPolicies","organizations:ListTargetsForPolicy"],\
            "Resource":"*"}]}\
            """),
        policy(
            partition,
            "IAMReadOnlyAccess",
            "ANPAJKSO7NDY4T57MWDSQ",
            "Provides read only access to IAM via the AWS Management Console.",
            4,
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[\
            "iam:GenerateCredentialReport","iam:GenerateServiceLastAccessedDetails","iam:Get*",\
            "iam:List*","iam:SimulateCustomPolicy","iam:SimulatePrincipalPolicy"],\
            "Resource":"*"}]}\
            """),
        policy(
            partition,
            "IAMUserChangePassword",
            "ANPAJ4L4MM2A7QIEB56MS",
            "Provides the ability for an IAM user to change their own password.",
            2,
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
            "Action":["iam:ChangePassword"],"Resource":["arn:aws:iam::*:user/${aws:username}"]},\
            {"Effect":"Allow","Action":["iam:GetAccountPasswordPolicy"],"Resource":"*"}]}\
            """),
        policy(
            partition,
            "AmazonS3FullAccess",
            "ANPAIFIR6V6BVTRAHWINE",
            "Provides full access to all buckets via the AWS Management Console.",
            2,
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:*",\
            "s3-object-lambda:*"],"Resource":"*"}]}\
            """),
        policy(
            partition,
            "AmazonS3ReadOnlyAccess",
            "ANPAIZTJ4DXE7G6AGAE6M",
            "Provides read only access to all buckets via the AWS Management Console.",
            3,
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:List*",\
            "s3:Describe*","s3-object-lambda:Get*","s3-object-lambda:List*"],"Resource":"*"}]}\
            """));
  }

  private static ManagedPolicy policy(
      String partition, String name, String id, String description, int version, String document) {
    String local = document.replace("arn:aws:", "arn:" + partition + ":");
    Version only = new Version("v" + version, local, LAUNCH);
    String arn = "arn:" + partition + ":iam::aws:policy/" + name;
    return new ManagedPolicy(name, "/", id, arn, description, LAUNCH, List.of(only), only);
  }
}
