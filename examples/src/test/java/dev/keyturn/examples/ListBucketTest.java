package dev.keyturn.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The example runs, as a process of its own, at a local AWS. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ListBucketTest {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final String SEED = "keyturn-example-0001";

  @TempDir private Path home = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private Process sandbox;

  private String url = "";

  @BeforeEach
  void a_sandbox_and_the_two_files() throws IOException {
    Path state = Files.writeString(home.resolve("company.json"), COMPANY);
    sandbox =
        new ProcessBuilder(
                JAVA,
                "-cp",
                Path.of("../sandbox", System.getProperty("build.folder", "target"), "classes")
                    + File.pathSeparator
                    + Path.of("../sandbox/target/lib/*"),
                "dev.keyturn.sandbox.program.Main",
                "--output=json",
                "--state",
                state.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Matcher ready =
        Pattern.compile("\"Url\":\"([^\"]+)\"")
            .matcher(String.valueOf(sandbox.inputReader().readLine()));
    assertThat(ready.find()).as("the sandbox starts").isTrue();
    url = ready.group(1);
    Files.createDirectory(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), CONFIG);
    Files.writeString(home.resolve(".aws/credentials"), CREDENTIALS);
  }

  @AfterEach
  void stop() {
    sandbox.destroy();
  }

  @Test
  void it_asks_a_code_once_and_lists_the_bucket() throws Exception {
    assertThat(run(code()))
        .isEqualTo("MFA code of arn:aws:iam::123456789012:mfa/alice for admin:\nconfig.yml 5\n");
    assertThat(run("nobody is asked")).isEqualTo("config.yml 5\n");
  }

  /** What it prints, on both streams. */
  private String run(String typed) throws IOException, InterruptedException {
    File input = Files.writeString(home.resolve("typed"), typed + "\n").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                JAVA,
                "-cp",
                System.getProperty("java.class.path"),
                ListBucket.class.getName(),
                "admin",
                "examplebucket"));
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of("HOME", home.toString(), "AWS_ENDPOINT_URL", url, "AWS_REGION", "eu-west-1"));
    Process process = builder.redirectErrorStream(true).redirectInput(input).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private static String code() throws InvalidKeyException {
    byte[] seed = SEED.getBytes(StandardCharsets.US_ASCII);
    return new TimeBasedOneTimePasswordGenerator()
        .generateOneTimePasswordString(new SecretKeySpec(seed, "HmacSHA1"), Instant.now());
  }

  private static final String COMPANY =
      """
      {"Accounts":[{"AccountId":"123456789012",
        "Users":[{"UserName":"alice",
          "AccessKeys":[{"AccessKeyId":"AKIAIOSFODNN7EXAMPLE",
            "SecretAccessKey":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}],
          "MFADevices":[{"SerialNumber":"arn:aws:iam::123456789012:mfa/alice",
            "Seed":"NNSXS5DVOJXC2ZLYMFWXA3DFFUYDAMBR"}],
          "Policies":[{"PolicyName":"assume","PolicyDocument":{"Version":"2012-10-17",
            "Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}}]}],
        "Roles":[{"RoleName":"admin",
          "AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
            "Action":"sts:AssumeRole","Principal":{"AWS":"arn:aws:iam::123456789012:root"},
            "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}]},
          "Policies":[{"PolicyName":"read","PolicyDocument":{"Version":"2012-10-17",
            "Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:List*"],"Resource":"*"}]}}]}],
        "Buckets":[{"Name":"examplebucket","Objects":[{"Key":"config.yml","Body":"a: 1\\n"}]}]}]}
      """;

  private static final String CONFIG =
      """
      [profile user]
      mfa_serial = arn:aws:iam::123456789012:mfa/alice

      [profile admin]
      role_arn = arn:aws:iam::123456789012:role/admin
      source_profile = user
      """;

  private static final String CREDENTIALS =
      """
      [user]
      aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      """;
}
