package dev.keyturn.domain.policy.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The policies of a role and of the bucket that it uses. */
final class RoleDocuments {

  private RoleDocuments() {}

  /** The account's own policies decide who may assume the role, unless one user is named. */
  static String trust(TemplateValues values) {
    String user = values.user();
    List<String> conditions = new ArrayList<>();
    conditions.add("\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}");
    Duration age = values.limits().maximumAge();
    if (age != null) {
      conditions.add(
          "\"NumericLessThan\": {\"aws:MultiFactorAuthAge\": \"" + age.toSeconds() + "\"}");
    }
    String externalId = values.limits().externalId();
    if (externalId != null) {
      conditions.add("\"StringEquals\": {\"sts:ExternalId\": \"" + externalId + "\"}");
    }
    return PolicyTemplate.filled(
        values,
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "AssumeRoleWithMfa",
              "Effect": "Allow",
              "Principal": {"AWS": "<iam>:<principal>"},
              "Action": "sts:AssumeRole",
              "Condition": {
                <conditions>
              }
            }
          ]
        }
        """
            .replace("<principal>", user == null ? "root" : "user/" + user)
            .replace("<conditions>", String.join(",\n        ", conditions)));
  }

  /** It has no MFA conditions: MFA is checked when the role is assumed. */
  static String permissions(TemplateValues values) {
    return PolicyTemplate.filled(
        values,
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "ListBucket",
              "Effect": "Allow",
              "Action": ["s3:GetBucketLocation", "s3:ListBucket"],
              "Resource": "arn:<partition>:s3:::<bucket>"
            },
            {
              "Sid": "ReadAndWriteObjects",
              "Effect": "Allow",
              "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
              "Resource": "arn:<partition>:s3:::<bucket>/*"
            }
          ]
        }
        """
            .replace("<bucket>", bucket(values)));
  }

  /** Grants access to the role only, and denies nobody else. */
  static String bucketPolicy(TemplateValues values) {
    return PolicyTemplate.filled(
        values,
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "ListBucket",
              "Effect": "Allow",
              "Principal": {"AWS": "<iam>:role/<role>"},
              "Action": ["s3:GetBucketLocation", "s3:ListBucket"],
              "Resource": "arn:<partition>:s3:::<bucket>"
            },
            {
              "Sid": "ReadAndWriteObjects",
              "Effect": "Allow",
              "Principal": {"AWS": "<iam>:role/<role>"},
              "Action": ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
              "Resource": "arn:<partition>:s3:::<bucket>/*"
            }
          ]
        }
        """
            .replace("<role>", PolicyTemplate.firstRole(values))
            .replace("<bucket>", bucket(values)));
  }

  private static String bucket(TemplateValues values) {
    return PolicyTemplate.required(values.bucket(), "a bucket", "bucket BUCKET");
  }
}
