package dev.keyturn.sandbox.clients;

import dev.keyturn.sandbox.Sandbox;
import dev.keyturn.sandbox.SandboxKey;
import dev.keyturn.sandbox.SandboxUser;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** A program under test: with a key and an MFA code, it gets itself a session. */
public record SessionProgram(Sandbox sandbox, SandboxKey key, String serialNumber) {

  public static SessionProgram of(Sandbox sandbox, String userName) {
    SandboxUser user = sandbox.user(userName);
    return new SessionProgram(sandbox, user.accessKey(), user.serialNumber());
  }

  public Credentials session(String code) {
    try (StsClient sts = client(sandbox, longTerm())) {
      return sts.getSessionToken(wish -> wish.serialNumber(serialNumber).tokenCode(code))
          .credentials();
    }
  }

  public String identity() {
    return arn(sandbox, longTerm());
  }

  private AwsCredentials longTerm() {
    return AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
  }

  /** Whom a session acts as. */
  public static String arn(Sandbox sandbox, Credentials session) {
    return arn(
        sandbox,
        AwsSessionCredentials.create(
            session.accessKeyId(), session.secretAccessKey(), session.sessionToken()));
  }

  private static String arn(Sandbox sandbox, AwsCredentials credentials) {
    try (StsClient sts = client(sandbox, credentials)) {
      return sts.getCallerIdentity().arn();
    }
  }

  private static StsClient client(Sandbox sandbox, AwsCredentials credentials) {
    return StsClient.builder()
        .endpointOverride(URI.create(sandbox.url()))
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .build();
  }
}
