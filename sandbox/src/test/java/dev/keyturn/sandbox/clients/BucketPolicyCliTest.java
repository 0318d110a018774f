package dev.keyturn.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide for a role with MFA, set up with the AWS CLI from nothing: a bucket policy that names
 * the role, the role with its trust policy, and a user who may assume the role and manage their own
 * device, and nothing at all without MFA.
 */
class BucketPolicyCliTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/keeper";
  private static final String BUCKET_POLICY =
      """
      {"Version":"2012-10-17","Statement":[
        {"Sid":"Objects","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:role/keeper"},
         "Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::vault/*"},
        {"Sid":"List","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:role/keeper"},
         "Action":"s3:ListBucket","Resource":"arn:aws:s3:::vault"}]}\
      """;
  private static final String MFA_ONLY =
      """
      {"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*",
        "Resource":["arn:aws:s3:::vault","arn:aws:s3:::vault/*"],
        "Condition":{"Null":{"aws:MultiFactorAuthAge":"true"}}}}\
      """;
  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":{"Effect":"Allow",
        "Principal":{"AWS":"arn:aws:iam::123456789012:user/dan"},"Action":"sts:AssumeRole",
        "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}}\
      """;
  private static final String USER_POLICY =
      """
      {"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::123456789012:role/keeper"},
        {"Effect":"Allow","Action":["iam:CreateVirtualMFADevice","iam:DeleteVirtualMFADevice"],
         "Resource":"arn:aws:iam::*:mfa/${aws:username}"},
        {"Effect":"Allow",
         "Action":["iam:EnableMFADevice","iam:ListMFADevices","iam:ResyncMFADevice",
           "iam:DeactivateMFADevice"],
         "Resource":"arn:aws:iam::*:user/${aws:username}"},
        {"Effect":"Deny",
         "NotAction":["iam:CreateVirtualMFADevice","iam:EnableMFADevice","iam:ListMFADevices",
           "iam:ResyncMFADevice"],
         "Resource":"*","Condition":{"Null":{"aws:MultiFactorAuthAge":"true"}}}]}\
      """;

  @TempDir Path home;

  private final CompanyOfToday company = new CompanyOfToday();
  private final CliDevice device = new CliDevice(company, "dan");

  @AfterEach
  void stop() {
    company.close();
  }

  @Test
  void the_bucket_opens_to_the_role_alone_and_the_role_only_with_mfa() throws Exception {
    AwsCli boss = AwsCli.of(company.sandbox(), home, "boss");
    AwsCli dan = boss.with(setUp(boss));
    assertThat(dan.refusal("s3api", "list-objects-v2", "--bucket", "vault"))
        .startsWith("(AccessDenied)");
    assertThat(dan.refusal(assumption()))
        .endsWith(ROLE + " with an explicit deny in an identity-based policy");

    String seed = device.enrol(dan, home);
    AwsCli keeper = dan.with(dan.answer(assumption(seed)));
    assertThat(keeper.output("s3", "ls", "s3://vault")).contains("plan.txt");
    assertThat(keeper.output("s3", "cp", "s3://vault/plan.txt", "-")).isEqualTo("the plan");
    assertThat(keeper.refusal("s3api", "delete-object", "--bucket", "vault", "--key", "plan.txt"))
        .startsWith("(AccessDenied)");
    assertThat(keeper.refusal("s3api", "list-buckets")).startsWith("(AccessDenied)");

    company.pass(60);
    AwsCli session = dan.with(dan.answer(sessionToken(seed)));
    assertThat(
            session.refusal("s3api", "get-object", "--bucket", "vault", "--key", "plan.txt", "x"))
        .startsWith("(AccessDenied)");
    assertThat(session.output("iam", "list-mfa-devices", "--user-name", "dan")).contains("mfa/dan");
    assertThat(session.refusal("iam", "list-users")).startsWith("(AccessDenied)");
  }

  @Test
  void a_bucket_policy_that_locks_everybody_out_is_taken_away_by_root() throws Exception {
    AwsCli boss = AwsCli.of(company.sandbox(), home, "boss");
    setUp(boss);
    boss.output(policy("put-bucket-policy", "--policy", MFA_ONLY));
    assertThat(boss.refusal(policy("get-bucket-policy"))).startsWith("(AccessDenied)");
    assertThat(boss.refusal("s3api", "get-object", "--bucket", "vault", "--key", "plan.txt", "x"))
        .startsWith("(AccessDenied)");

    AwsCli root = AwsCli.of(company.sandbox(), home, "root");
    assertThat(root.output(policy("get-bucket-policy"))).contains("MultiFactorAuthAge");
    root.output(policy("delete-bucket-policy"));
    assertThat(boss.refusal(policy("get-bucket-policy")))
        .isEqualTo(
            "(NoSuchBucketPolicy) when calling the GetBucketPolicy operation: The bucket policy"
                + " does not exist");
    assertThat(boss.output("s3", "cp", "s3://vault/plan.txt", "-")).isEqualTo("the plan");
  }

  /** The keys of the user, once everything exists. */
  private Json.Obj setUp(AwsCli boss) {
    boss.output("s3", "mb", "s3://vault");
    assertThat(boss.refusal(policy("put-bucket-policy", "--policy", BUCKET_POLICY)))
        .endsWith(
            "(MalformedPolicy) when calling the PutBucketPolicy operation: Invalid principal in policy");
    boss.output("iam", "create-user", "--user-name", "dan");
    boss.output(
        "iam", "create-role", "--role-name", "keeper", "--assume-role-policy-document", TRUST);
    boss.output(policy("put-bucket-policy", "--policy", BUCKET_POLICY));
    boss.output(
        "iam",
        "put-user-policy",
        "--user-name",
        "dan",
        "--policy-name",
        "mfa",
        "--policy-document",
        USER_POLICY);
    Path plan = home.resolve("plan.txt");
    write(plan, "the plan");
    boss.output("s3", "cp", plan.toString(), "s3://vault/plan.txt");
    return boss.answer("iam", "create-access-key", "--user-name", "dan");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] policy(String action, String... more) {
    String[] all = new String[more.length + 4];
    all[0] = "s3api";
    all[1] = action;
    all[2] = "--bucket";
    all[3] = "vault";
    System.arraycopy(more, 0, all, 4, more.length);
    return all;
  }

  private static String[] assumption() {
    return new String[] {"sts", "assume-role", "--role-arn", ROLE, "--role-session-name", "dan"};
  }

  private String[] assumption(String seed) {
    return new String[] {
      "sts",
      "assume-role",
      "--role-arn",
      ROLE,
      "--role-session-name",
      "dan",
      "--serial-number",
      device.serialNumber(),
      "--token-code",
      device.code(seed)
    };
  }

  private String[] sessionToken(String seed) {
    return new String[] {
      "sts",
      "get-session-token",
      "--serial-number",
      device.serialNumber(),
      "--token-code",
      device.code(seed)
    };
  }
}
