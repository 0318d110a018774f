package dev.keyturn.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.json.Json;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS CLI against a sandbox, with codes from oathtool and QR codes read by zbarimg. */
class AwsCliTest {
  private static final String CAROL_ARN = "arn:aws:iam::123456789012:user/carol";
  private static final String SERIAL = "arn:aws:iam::123456789012:mfa/carol";
  private static final String READER_ARN = "arn:aws:iam::123456789012:role/reader";

  /** Only this user may assume the role, and only with MFA. */
  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
        "Principal":{"AWS":"arn:aws:iam::123456789012:user/carol"},"Action":"sts:AssumeRole",
        "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]}
      """;

  /** The role may read one bucket. */
  private static final String BUCKET_POLICY =
      """
      {"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":"s3:ListAllMyBuckets","Resource":"*"},
        {"Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],
         "Resource":["arn:aws:s3:::examplebucket","arn:aws:s3:::examplebucket/*"]}]}
      """;

  /** The user may assume the role, and manage their own keys and device; without MFA the latter. */
  private static final String USER_POLICY =
      """
      {"Version":"2012-10-17","Statement":[
        {"Sid":"AssumeTheRole","Effect":"Allow","Action":"sts:AssumeRole",
         "Resource":"arn:aws:iam::123456789012:role/reader"},
        {"Sid":"ManageOwnKeysAndDevice","Effect":"Allow",
         "Action":["iam:*AccessKey*","iam:GetUser","iam:EnableMFADevice","iam:ListMFADevices",
           "iam:ResyncMFADevice","iam:DeactivateMFADevice"],
         "Resource":"arn:aws:iam::*:user/${aws:username}"},
        {"Sid":"MakeOwnDevice","Effect":"Allow",
         "Action":["iam:CreateVirtualMFADevice","iam:DeleteVirtualMFADevice"],
         "Resource":"arn:aws:iam::*:mfa/${aws:username}"},
        {"Sid":"DenyAllButThatWithoutMfa","Effect":"Deny",
         "NotAction":["iam:CreateVirtualMFADevice","iam:EnableMFADevice","iam:ListMFADevices",
           "iam:GetUser","iam:ResyncMFADevice","sts:GetSessionToken"],
         "Resource":"*",
         "Condition":{"Null":{"aws:MultiFactorAuthAge":"true"}}}]}
      """;

  @TempDir Path home;

  private final CompanyOfToday company = new CompanyOfToday();
  private final CliDevice carolsDevice = new CliDevice(company, "carol");

  @AfterEach
  void stop() {
    company.close();
  }

  @Test
  void a_user_lives_from_creation_to_deletion() throws Exception {
    AwsCli boss = AwsCli.of(company.sandbox(), home, "boss");
    Json.Obj key = createCarol(boss);
    AwsCli carol = boss.with(key);
    String seed = carolsDevice.enrol(carol, home);

    AwsCli session = session(carol, seed);
    assertThat(session.output("sts", "get-caller-identity")).contains(CAROL_ARN);
    assertThat(carol.refusal("iam", "list-access-keys"))
        .isEqualTo(
            "(AccessDenied) when calling the ListAccessKeys operation: User: "
                + CAROL_ARN
                + " is not authorized to perform: iam:ListAccessKeys on resource: "
                + CAROL_ARN
                + " with an explicit deny in an identity-based policy");

    AwsCli renewed = rotate(carol, session, AwsCli.text(key, "AccessKeyId"));
    assertThat(renewed.output("sts", "get-caller-identity")).contains(CAROL_ARN);

    session.output(
        "iam", "deactivate-mfa-device", "--user-name", "carol", "--serial-number", SERIAL);
    session.output("iam", "delete-virtual-mfa-device", "--serial-number", SERIAL);
    assertThat(carol.refusal("sts", "get-caller-identity")).startsWith("(InvalidClientTokenId)");
    deleteCarol(boss);
  }

  @Test
  void the_policies_of_the_guide_for_a_role_with_mfa_do_what_it_says() throws Exception {
    AwsCli boss = AwsCli.of(company.sandbox(), home, "boss");
    AwsCli carol = boss.with(createCarol(boss));
    createReader(boss);

    assertThat(carol.refusal("s3api", "list-buckets")).startsWith("(AccessDenied)");
    assertThat(
            carol.refusal(
                "sts", "assume-role", "--role-arn", READER_ARN, "--role-session-name", "x1"))
        .isEqualTo(
            "(AccessDenied) when calling the AssumeRole operation: User: "
                + CAROL_ARN
                + " is not authorized to perform: sts:AssumeRole on resource: "
                + READER_ARN
                + " with an explicit deny in an identity-based policy");

    String seed = carolsDevice.enrol(carol, home);
    company.pass(60);
    AwsCli reader = carol.with(assumeWithCode(carol, seed));
    assertThat(reader.output("s3", "ls")).contains("examplebucket");
    assertThat(reader.output("s3", "cp", "s3://examplebucket/config.yml", "-")).isEqualTo("a: b");
    assertThat(reader.refusal("s3api", "list-objects-v2", "--bucket", "otherbucket"))
        .startsWith("(AccessDenied)");
    assertThat(
            boss.refusal(
                "sts", "assume-role", "--role-arn", READER_ARN, "--role-session-name", "x1"))
        .startsWith("(AccessDenied)");
    assertTooLongIsRefused(carol, seed);

    company.pass(60);
    AwsCli session = session(carol, seed);
    assertThat(
            session.output(
                "sts", "assume-role", "--role-arn", READER_ARN, "--role-session-name", "x1"))
        .contains("arn:aws:sts::123456789012:assumed-role/reader/x1");
  }

  private Json.Obj createCarol(AwsCli boss) {
    assertThat(AwsCli.text(boss.answer("iam", "create-user", "--user-name", "carol"), "Arn"))
        .isEqualTo(CAROL_ARN);
    boss.output(
        "iam",
        "put-user-policy",
        "--user-name",
        "carol",
        "--policy-name",
        "mfa",
        "--policy-document",
        USER_POLICY);
    return boss.answer("iam", "create-access-key", "--user-name", "carol");
  }

  private static void createReader(AwsCli boss) {
    boss.output(
        "iam", "create-role", "--role-name", "reader", "--assume-role-policy-document", TRUST);
    String arn =
        AwsCli.text(
            boss.answer(
                "iam",
                "create-policy",
                "--policy-name",
                "bucket",
                "--policy-document",
                BUCKET_POLICY),
            "Arn");
    boss.output("iam", "attach-role-policy", "--role-name", "reader", "--policy-arn", arn);
  }

  private AwsCli session(AwsCli carol, String seed) {
    return carol.with(
        carol.answer(
            "sts",
            "get-session-token",
            "--serial-number",
            SERIAL,
            "--token-code",
            carolsDevice.code(seed)));
  }

  private Json.Obj assumeWithCode(AwsCli carol, String seed, String... more) {
    return carol.answer(assumption(seed, more));
  }

  private void assertTooLongIsRefused(AwsCli carol, String seed) {
    company.pass(60);
    assertThat(carol.refusal(assumption(seed, "--duration-seconds", "7200")))
        .isEqualTo(
            "(ValidationError) when calling the AssumeRole operation: The requested DurationSeconds"
                + " exceeds the MaxSessionDuration set for this role.");
  }

  private String[] assumption(String seed, String... more) {
    String[] usual = {
      "sts",
      "assume-role",
      "--role-arn",
      READER_ARN,
      "--role-session-name",
      "carol",
      "--serial-number",
      SERIAL,
      "--token-code",
      carolsDevice.code(seed)
    };
    String[] all = Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return all;
  }

  /** A new key is made and tried, then the old one is switched off and deleted. */
  private static AwsCli rotate(AwsCli old, AwsCli session, String oldKeyId) {
    AwsCli renewed = session.with(session.answer("iam", "create-access-key"));
    assertThat(session.refusal("iam", "create-access-key"))
        .startsWith("(LimitExceeded)")
        .endsWith("Cannot exceed quota for AccessKeysPerUser: 2");
    session.output("iam", "update-access-key", "--access-key-id", oldKeyId, "--status", "Inactive");
    assertThat(old.refusal("sts", "get-caller-identity")).startsWith("(InvalidClientTokenId)");
    session.output("iam", "delete-access-key", "--access-key-id", oldKeyId);
    return renewed;
  }

  private static void deleteCarol(AwsCli boss) {
    assertThat(boss.refusal("iam", "delete-user", "--user-name", "carol"))
        .endsWith("Cannot delete entity, must delete policies first.");
    boss.output("iam", "delete-user-policy", "--user-name", "carol", "--policy-name", "mfa");
    String[] keys = {
      "iam",
      "list-access-keys",
      "--user-name",
      "carol",
      "--query",
      "AccessKeyMetadata[0].AccessKeyId",
      "--output",
      "text"
    };
    boss.output(
        "iam",
        "delete-access-key",
        "--user-name",
        "carol",
        "--access-key-id",
        boss.output(keys).strip());
    boss.output("iam", "delete-user", "--user-name", "carol");
    assertThat(boss.refusal("iam", "get-user", "--user-name", "carol"))
        .endsWith("The user with name carol cannot be found.");
  }
}
