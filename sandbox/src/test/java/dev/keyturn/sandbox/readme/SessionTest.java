package dev.keyturn.sandbox.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyturn.sandbox.Sandbox;
import dev.keyturn.sandbox.SandboxKey;
import dev.keyturn.sandbox.SandboxUser;
import dev.keyturn.sandbox.junit.SandboxExtension;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** The README prints everything below this comment; {@link ReadmeTest} compares them. */
@ExtendWith(SandboxExtension.class)
class SessionTest {
  @Test
  void a_bucket_is_listed_only_with_a_code(Sandbox sandbox) {
    SandboxUser alice = sandbox.user("alice");
    SandboxKey key = alice.accessKey();
    AwsCredentials longTerm = AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
    assertThrows(S3Exception.class, () -> list(sandbox, longTerm));

    StsClient sts = configured(StsClient.builder(), sandbox, longTerm).build();
    Credentials session =
        sts.getSessionToken(
                wish -> wish.serialNumber(alice.serialNumber()).tokenCode(sandbox.code("alice")))
            .credentials();
    AwsCredentials withMfa =
        AwsSessionCredentials.create(
            session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
    assertEquals(3, list(sandbox, withMfa));

    sandbox.advance(Duration.ofHours(13));
    assertThrows(S3Exception.class, () -> list(sandbox, withMfa));
  }

  private static int list(Sandbox sandbox, AwsCredentials credentials) {
    S3Client s3 = configured(S3Client.builder(), sandbox, credentials).build();
    return s3.listObjectsV2(wish -> wish.bucket("examplebucket")).keyCount();
  }

  private static <B extends AwsClientBuilder<B, ?>> B configured(
      B builder, Sandbox sandbox, AwsCredentials credentials) {
    return builder
        .endpointOverride(URI.create(sandbox.url()))
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials));
  }
}
