package dev.keyturn.domain.policy.template;

import java.util.stream.Collectors;

/** The policies of a user. */
final class UserDocuments {

  private UserDocuments() {}

  /** On its own it requires MFA only for removing a device. */
  static String selfService(TemplateValues values) {
    return PolicyTemplate.filled(
        values,
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "ViewAccount",
              "Effect": "Allow",
              "Action": [
                "iam:GetAccountPasswordPolicy",
                "iam:GetAccountSummary",
                "iam:ListVirtualMFADevices"
              ],
              "Resource": "*"
            },
            {
              "Sid": "ManageOwnPasswordAndKeys",
              "Effect": "Allow",
              "Action": [
                "iam:ChangePassword",
                "iam:CreateAccessKey",
                "iam:DeleteAccessKey",
                "iam:GetAccessKeyLastUsed",
                "iam:GetUser",
                "iam:ListAccessKeys",
                "iam:ListServiceSpecificCredentials",
                "iam:UpdateAccessKey"
              ],
              "Resource": [
                "<iam>:user/${aws:username}",
                "<iam>:user/*/${aws:username}"
              ]
            },
            {
              "Sid": "CreateMfaDevices",
              "Effect": "Allow",
              "Action": ["iam:CreateVirtualMFADevice", "iam:DeleteVirtualMFADevice"],
              "Resource": "<iam>:mfa/*"
            },
            {
              "Sid": "ManageOwnMfaDevices",
              "Effect": "Allow",
              "Action": [
                "iam:EnableMFADevice",
                "iam:GetMFADevice",
                "iam:ListMFADevices",
                "iam:ResyncMFADevice"
              ],
              "Resource": [
                "<iam>:user/${aws:username}",
                "<iam>:user/*/${aws:username}"
              ]
            },
            {
              "Sid": "RemoveOwnMfaDevicesWithMfa",
              "Effect": "Allow",
              "Action": "iam:DeactivateMFADevice",
              "Resource": [
                "<iam>:user/${aws:username}",
                "<iam>:user/*/${aws:username}"
              ],
              "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
            }
          ]
        }
        """);
  }

  /**
   * Exempts the calls that a user needs to enroll a device and to sign in. ChangePassword also
   * needs the old password, so that an access key alone is not enough for it.
   */
  static String requireMfa(TemplateValues values) {
    return """
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Sid": "DenyAllButEnrollmentWithoutMfa",
          "Effect": "Deny",
          "NotAction": [
            "iam:ChangePassword",
            "iam:CreateVirtualMFADevice",
            "iam:DeleteVirtualMFADevice",
            "iam:EnableMFADevice",
            "iam:GetAccountPasswordPolicy",
            "iam:GetMFADevice",
            "iam:GetUser",
            "iam:ListMFADevices",
            "iam:ListVirtualMFADevices",
            "iam:ResyncMFADevice",
            "signin:AuthorizeOAuth2Access",
            "signin:CreateOAuth2Token",
            "sts:GetSessionToken"
          ],
          "Resource": "*",
          "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}
        }
      ]
    }
    """;
  }

  /** The role must trust the user as well. */
  static String assumeRole(TemplateValues values) {
    PolicyTemplate.firstRole(values);
    String roles =
        values.roles().stream()
            .map(role -> "\"<iam>:role/" + role + "\"")
            .collect(Collectors.joining(", "));
    return PolicyTemplate.filled(
        values,
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "AssumeRoles",
              "Effect": "Allow",
              "Action": "sts:AssumeRole",
              "Resource": [<roles>]
            }
          ]
        }
        """
            .replace("<roles>", roles));
  }

  /**
   * As AWS's managed policy SignInLocalDevelopmentAccess, version 3.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SignInLocalDevelopmentAccess.html">SignInLocalDevelopmentAccess</a>
   */
  static String awsLogin(TemplateValues values) {
    return PolicyTemplate.filled(
        values,
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "SignInWithAwsLogin",
              "Effect": "Allow",
              "Action": ["signin:AuthorizeOAuth2Access", "signin:CreateOAuth2Token"],
              "Resource": "arn:<partition>:signin:*:*:oauth2/public-client/*"
            }
          ]
        }
        """);
  }
}
