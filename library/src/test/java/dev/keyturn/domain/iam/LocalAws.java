package dev.keyturn.domain.iam;

import dev.keyturn.domain.policy.template.PolicyTemplate;
import dev.keyturn.domain.policy.template.TemplateValues;
import dev.keyturn.domain.policy.template.TrustLimits;
import dev.keyturn.domain.profile.plan.Partition;
import dev.keyturn.sandbox.clock.SandboxClock;
import dev.keyturn.sandbox.running.RunningSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A sandbox in this process, with users whose policies are the templates', and a held clock. */
public final class LocalAws implements AutoCloseable {

  public static final String ACCOUNT = "123456789012";

  /** The seed of alice's device. */
  public static final String SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

  /** The device that alice has. */
  public static final String DEVICE = "arn:aws:iam::123456789012:mfa/alice";

  @SuppressWarnings("InlineFormatString") // too long for where it is used
  private static final String USERS =
      """
      {"KeyDelaySeconds": %d, "Accounts": [{"AccountId": "123456789012", "Users": [
        {"UserName": "alice",
         "AccessKeys": [{"AccessKeyId": "AKIAIOSFODNN7EXAMPLE",
                         "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}],
         "MFADevices": [{"SerialNumber": "arn:aws:iam::123456789012:mfa/alice", "Seed": "%s"}],
         "Policies": [{"PolicyName": "all", "PolicyDocument": %s},
                      {"PolicyName": "mfa", "PolicyDocument": %s}]},
        {"UserName": "newcomer",
         "AccessKeys": [{"AccessKeyId": "AKIAI44QH8DHBEXAMPLE",
                         "SecretAccessKey": "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY"}],
         "Policies": [{"PolicyName": "self", "PolicyDocument": %s}]},
        {"UserName": "stranger",
         "AccessKeys": [{"AccessKeyId": "AKIASTRANGER00EXAMPLE",
                         "SecretAccessKey": "stranger/K7MDENG/bPxRfiCY/EXAMPLEKEY0000"}],
         "Policies": [{"PolicyName": "all", "PolicyDocument": %s}]}],
       "Roles": [{"RoleName": "admin", "AssumeRolePolicyDocument": {"Statement": {
         "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "123456789012"}}}}],
       "Buckets": [{"Name": "examplebucket"}]}]}
      """;

  private static final String EVERYTHING =
      "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}";

  private final SandboxClock clock = new SandboxClock(Clock.systemUTC());
  private final RunningSandbox sandbox;
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");

  /** One that knows new access keys at once. */
  public LocalAws() {
    this(Duration.ZERO);
  }

  /** One that knows new access keys only after {@code keyDelay}. */
  public LocalAws(Duration keyDelay) {
    clock.freezeAt(now);
    String state =
        USERS.formatted(
            keyDelay.toSeconds(),
            SEED,
            EVERYTHING,
            document(PolicyTemplate.REQUIRE_MFA),
            document(PolicyTemplate.SELF_SERVICE),
            EVERYTHING);
    try {
      sandbox = RunningSandbox.start(state, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String document(PolicyTemplate template) {
    return template.document(
        new TemplateValues(Partition.AWS, ACCOUNT, "alice", List.of(), null, TrustLimits.NONE));
  }

  public String url() {
    return sandbox.url();
  }

  /** What everybody's clock shows. */
  public Clock clock() {
    return clock;
  }

  /** Lets time pass. */
  public void pass(Duration duration) {
    now = now.plus(duration);
    clock.freezeAt(now);
  }

  @Override
  public void close() {
    try {
      sandbox.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
