package dev.keyturn.cli.app;

import dev.keyturn.cli.adapter.terminal.StandardStreams;
import dev.keyturn.cli.transcript.Invocation;
import dev.keyturn.cli.transcript.Outcome;
import dev.keyturn.cli.transcript.SandboxProcess;
import dev.keyturn.cli.transcript.StoryHome;
import dev.keyturn.domain.policy.template.PolicyTemplate;
import dev.keyturn.domain.policy.template.TemplateValues;
import dev.keyturn.domain.policy.template.TrustLimits;
import dev.keyturn.domain.profile.plan.Partition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A home folder and its AWS: {@code alice} may do nothing without her device, {@code newcomer} has
 * none and may enroll one, {@code passkey} has a passkey, {@code reader} may enroll a device and
 * use S3 with it, {@code root} is an administrator.
 */
final class IamHome implements AutoCloseable {

  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final String ACCOUNT = "123456789012";
  static final String ALICE_SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  static final String ALICE = serialNumber("alice");

  private static final String CREDENTIALS =
      """
      [alice]
      aws_access_key_id = AKIAIOSFODNN7EXAMPLE
      aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
      [newcomer]
      aws_access_key_id = AKIANEWCOMER000EXAMPLE
      aws_secret_access_key = newcomer/K7MDENG/bPxRfiCEXAMPLEKEY000000
      [passkey]
      aws_access_key_id = AKIAPASSKEY0000EXAMPLE
      aws_secret_access_key = passkey/K7MDENG/bPxRfiCYEXAMPLEKEY000000
      [root]
      aws_access_key_id = AKIAROOT0000000EXAMPLE
      aws_secret_access_key = root/K7MDENG/bPxRfiCY/rootEXAMPLEKEY0000
      """;

  @SuppressWarnings("InlineFormatString") // too long for where it is used
  private static final String COMPANY =
      """
      {"Accounts": [{"AccountId": "123456789012", "Users": [
        {"UserName": "alice",
         "AccessKeys": [{"AccessKeyId": "AKIAIOSFODNN7EXAMPLE",
                         "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}],
         "MFADevices": [{"SerialNumber": "arn:aws:iam::123456789012:mfa/alice", "Seed": "%s"}],
         "Policies": [{"PolicyName": "all", "PolicyDocument": %s},
                      {"PolicyName": "mfa", "PolicyDocument": %s}]},
        {"UserName": "newcomer",
         "AccessKeys": [{"AccessKeyId": "AKIANEWCOMER000EXAMPLE",
                         "SecretAccessKey": "newcomer/K7MDENG/bPxRfiCEXAMPLEKEY000000"}],
         "Policies": [{"PolicyName": "self", "PolicyDocument": %s}]},
        {"UserName": "passkey",
         "AccessKeys": [{"AccessKeyId": "AKIAPASSKEY0000EXAMPLE",
                         "SecretAccessKey": "passkey/K7MDENG/bPxRfiCYEXAMPLEKEY000000"}],
         "MFADevices": [
           {"SerialNumber": "arn:aws:iam::123456789012:u2f/user/passkey/phone-EXAMPLE2ABCDEF"}],
         "Policies": [{"PolicyName": "self", "PolicyDocument": %s}]},
        {"UserName": "reader",
         "AccessKeys": [{"AccessKeyId": "AKIAREADER00000EXAMPLE",
                         "SecretAccessKey": "reader/K7MDENG/bPxRfiCY/readEXAMPLEKEY00"}],
         "Policies": [{"PolicyName": "self", "PolicyDocument": %s},
                      {"PolicyName": "mfa", "PolicyDocument": %s},
                      {"PolicyName": "s3", "PolicyDocument": %s}]},
        {"UserName": "root",
         "AccessKeys": [{"AccessKeyId": "AKIAROOT0000000EXAMPLE",
                         "SecretAccessKey": "root/K7MDENG/bPxRfiCY/rootEXAMPLEKEY0000"}],
         "Policies": [{"PolicyName": "all", "PolicyDocument": %s}]}],
       "Roles": [{"RoleName": "admin", "AssumeRolePolicyDocument": {"Statement": {
         "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "123456789012"}}}},
         {"RoleName": "operator", "AssumeRolePolicyDocument": {"Statement": {
         "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "123456789012"}}},
          "Policies": [{"PolicyName": "all", "PolicyDocument": %s}]}],
       "Buckets": [{"Name": "examplebucket"}]}]}
      """;

  /** Stricter than Keyturn's own: not even a device can be enrolled without MFA. */
  private static final String NOTHING_WITHOUT_MFA =
      """
      {"Statement": {"Effect": "Deny", "NotAction": ["iam:ListMFADevices", "sts:*"],
        "Resource": "*",
        "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}}}
      """;

  private static final String READ_S3 =
      "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}";

  private static final String EVERYTHING =
      "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}";

  final HeldClock clock;
  final SandboxProcess aws;
  final AppOwner person;
  private final Path folder;
  private final Map<String, String> environment;

  IamHome(Path folder) {
    this(folder, NOON);
  }

  /** With a clock that another program agrees with for some minutes. */
  IamHome(Path folder, Instant now) {
    this.folder = folder;
    clock = new HeldClock(now);
    StoryHome.create(folder, Map.of(".aws/credentials", CREDENTIALS));
    String selfService = document(PolicyTemplate.SELF_SERVICE);
    String company =
        COMPANY.formatted(
            ALICE_SEED,
            EVERYTHING,
            NOTHING_WITHOUT_MFA,
            selfService,
            selfService,
            selfService,
            document(PolicyTemplate.REQUIRE_MFA),
            READ_S3,
            EVERYTHING,
            EVERYTHING);
    aws = SandboxProcess.start(SandboxProcess.classes(), folder.resolve("aws"), company, now);
    person = new AppOwner(clock, aws);
    person.enters(ALICE, ALICE_SEED);
    environment = Map.of("HOME", folder.toString(), "AWS_ENDPOINT_URL", aws.url());
  }

  private static String document(PolicyTemplate template) {
    return template.document(
        new TemplateValues(Partition.AWS, ACCOUNT, null, List.of(), null, TrustLimits.NONE));
  }

  static String serialNumber(String device) {
    return "arn:aws:iam::" + ACCOUNT + ":mfa/" + device;
  }

  /** What Keyturn does with the person at the terminal. */
  Outcome run(String... words) {
    return reading("", words);
  }

  /** The same with something on standard input. */
  Outcome reading(String input, String... words) {
    Invocation call = new Invocation(List.of(words), environment, folder, input, List.of(), false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Host host =
        new InsideTheTest(clock, person::pass).host(call, new StandardStreams(out, err), person);
    int exit = new CommandLineRun(host).run(words);
    return new Outcome(
        exit,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8),
        person.takeScreen());
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of the home folder that contain {@code text}. */
  List<String> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> found = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
          found.add(folder.relativize(file).toString());
        }
      }
      return found;
    }
  }

  void write(String name, String text) {
    try {
      Files.writeString(file(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    aws.close();
  }
}
