package dev.keyturn.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.sandbox.TestClient;
import dev.keyturn.sandbox.TestSandbox;
import java.net.URI;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;

/** The AWS SDK for Java against a sandbox: the whole life of an IAM user. */
class JavaSdkTest {
  private static final String SERIAL = "arn:aws:iam::123456789012:mfa/lena";
  private static final String POLICY =
      """
      {"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":["iam:*","s3:*","sts:*"],"Resource":"*"},
        {"Effect":"Deny","NotAction":["iam:CreateVirtualMFADevice","iam:EnableMFADevice",
          "sts:GetSessionToken"],"Resource":"*",
         "Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}]}\
      """;

  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},
        "Action":"sts:AssumeRole",
        "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}}\
      """;

  private final TestSandbox sandbox = TestSandbox.start(Companies.ONE_ADMINISTRATOR);
  private Instant now = Instant.EPOCH;

  @BeforeEach
  void holdClock() {
    now = Instant.ofEpochSecond(Companies.holdClock(sandbox));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void a_user_lives_from_creation_to_deletion() {
    TestClient administrator = sandbox.as("boss");
    AwsCredentials boss =
        AwsBasicCredentials.create(administrator.accessKeyId(), administrator.secret());
    AwsCredentials lena = created(boss);
    AwsCredentials session = session(lena, device(lena));
    works(session);
    storesInParts(session);
    assumes(boss, lena, session);
    rotated(session, lena);
    deleted(boss);
  }

  private AwsCredentials created(AwsCredentials boss) {
    try (IamClient iam = iam(boss)) {
      iam.createUser(request -> request.userName("lena"));
      iam.putUserPolicy(
          request -> request.userName("lena").policyName("mfa").policyDocument(POLICY));
      AccessKey key = iam.createAccessKey(request -> request.userName("lena")).accessKey();
      return AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
    }
  }

  /** The seed of a device that was made and enabled. */
  private String device(AwsCredentials lena) {
    try (IamClient iam = iam(lena)) {
      refused("AccessDenied", iam::listUsers);
      VirtualMFADevice device =
          iam.createVirtualMFADevice(request -> request.virtualMFADeviceName("lena"))
              .virtualMFADevice();
      String seed = device.base32StringSeed().asUtf8String();
      assertThat(seed).hasSize(64);
      assertThat(CliDevice.scanned(device.qrCodePNG().asByteArray()))
          .isEqualTo("otpauth://totp/lena@123456789012?secret=" + seed);
      iam.enableMFADevice(request ->
          request
              .userName("lena")
              .serialNumber(SERIAL)
              .authenticationCode1(code(seed, -2))
              .authenticationCode2(code(seed, -1)));
      return seed;
    }
  }

  private AwsCredentials session(AwsCredentials lena, String seed) {
    try (StsClient sts = sts(lena)) {
      refused(
          "AccessDenied",
          () ->
              sts.getSessionToken(
                  request -> request.serialNumber(SERIAL).tokenCode(code(seed, -1))));
      return of(
          sts.getSessionToken(request -> request.serialNumber(SERIAL).tokenCode(code(seed, 0)))
              .credentials());
    }
  }

  private void works(AwsCredentials session) {
    try (S3Client s3 = s3(session);
        StsClient sts = sts(session)) {
      assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).containsExactly("attic");
      s3.putObject(
          request -> request.bucket("attic").key("a b/é+.txt"), RequestBody.fromString("hello"));
      assertThat(
              s3.getObjectAsBytes(request -> request.bucket("attic").key("a b/é+.txt"))
                  .asUtf8String())
          .isEqualTo("hello");
      assertThat(s3.listObjectsV2(request -> request.bucket("attic")).keyCount()).isEqualTo(1);
      refused(
          "NoSuchKey",
          () -> s3.getObjectAsBytes(request -> request.bucket("attic").key("nothing")));
      assertThat(sts.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::123456789012:user/lena");
    }
  }

  private void storesInParts(AwsCredentials session) {
    try (S3Client s3 = s3(session)) {
      String id =
          s3.createMultipartUpload(request -> request.bucket("attic").key("big")).uploadId();
      byte[] first = new byte[5 * 1024 * 1024];
      CompletedPart one = part(s3, id, 1, first);
      CompletedPart two = part(s3, id, 2, new byte[] {7});
      s3.completeMultipartUpload(request ->
          request
              .bucket("attic")
              .key("big")
              .uploadId(id)
              .multipartUpload(upload -> upload.parts(one, two)));
      s3.copyObject(request ->
          request
              .sourceBucket("attic")
              .sourceKey("big")
              .destinationBucket("attic")
              .destinationKey("copy"));
      assertThat(s3.headObject(request -> request.bucket("attic").key("copy")).contentLength())
          .isEqualTo(first.length + 1);
      s3.deleteObject(request -> request.bucket("attic").key("big"));
      s3.deleteObjects(request ->
          request
              .bucket("attic")
              .delete(wish -> wish.objects(ObjectIdentifier.builder().key("copy").build())));
      s3.createBucket(request -> request.bucket("cellar"));
      s3.deleteBucket(request -> request.bucket("cellar"));
    }
  }

  private static CompletedPart part(S3Client s3, String id, int number, byte[] body) {
    String etag =
        s3.uploadPart(
                request -> request.bucket("attic").key("big").uploadId(id).partNumber(number),
                RequestBody.fromBytes(body))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  /** The role opens to the session with MFA, and to nobody without. */
  private void assumes(AwsCredentials boss, AwsCredentials lena, AwsCredentials session) {
    try (IamClient iam = iam(boss);
        StsClient keys = sts(lena);
        StsClient mfa = sts(session)) {
      iam.createRole(request -> request.roleName("worker").assumeRolePolicyDocument(TRUST));
      iam.attachRolePolicy(request ->
          request.roleName("worker").policyArn("arn:aws:iam::aws:policy/IAMReadOnlyAccess"));
      refused("AccessDenied", () -> keys.assumeRole(JavaSdkTest::worker));
      AwsCredentials worker = of(mfa.assumeRole(JavaSdkTest::worker).credentials());
      try (IamClient asWorker = iam(worker)) {
        assertThat(asWorker.listUsers().users()).hasSize(2);
        refused("AccessDenied", () -> asWorker.createUser(request -> request.userName("eve")));
      }
    }
  }

  private static void worker(AssumeRoleRequest.Builder request) {
    request.roleArn("arn:aws:iam::123456789012:role/worker").roleSessionName("lena");
  }

  private void rotated(AwsCredentials session, AwsCredentials old) {
    try (IamClient iam = iam(session);
        StsClient sts = sts(old)) {
      AccessKey renewed = iam.createAccessKey().accessKey();
      try (StsClient withNew =
          sts(AwsBasicCredentials.create(renewed.accessKeyId(), renewed.secretAccessKey()))) {
        assertThat(withNew.getCallerIdentity().account()).isEqualTo("123456789012");
      }
      iam.updateAccessKey(
          request -> request.accessKeyId(old.accessKeyId()).status(StatusType.INACTIVE));
      refused("InvalidClientTokenId", sts::getCallerIdentity);
      iam.deleteAccessKey(request -> request.accessKeyId(old.accessKeyId()));
      refused("InvalidClientTokenId", sts::getCallerIdentity);
    }
  }

  private void deleted(AwsCredentials boss) {
    try (IamClient iam = iam(boss)) {
      refused(
          "DeleteConflict",
          () -> iam.deleteVirtualMFADevice(request -> request.serialNumber(SERIAL)));
      iam.deactivateMFADevice(request -> request.userName("lena").serialNumber(SERIAL));
      iam.deleteVirtualMFADevice(request -> request.serialNumber(SERIAL));
      iam.deleteUserPolicy(request -> request.userName("lena").policyName("mfa"));
      iam.listAccessKeys(request -> request.userName("lena"))
          .accessKeyMetadata()
          .forEach(key ->
              iam.deleteAccessKey(
                  request -> request.userName("lena").accessKeyId(key.accessKeyId())));
      iam.deleteUser(request -> request.userName("lena"));
      refused("NoSuchEntity", () -> iam.getUser(request -> request.userName("lena")));
    }
  }

  private String code(String seed, int step) {
    return CliDevice.code(seed, now.plusSeconds(30L * step));
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatExceptionOfType(AwsServiceException.class)
        .isThrownBy(call)
        .satisfies(error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code));
  }

  private static AwsCredentials of(Credentials credentials) {
    return AwsSessionCredentials.create(
        credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
  }

  private IamClient iam(AwsCredentials credentials) {
    return configured(IamClient.builder(), credentials).build();
  }

  private StsClient sts(AwsCredentials credentials) {
    return configured(StsClient.builder(), credentials).build();
  }

  private S3Client s3(AwsCredentials credentials) {
    return configured(S3Client.builder().forcePathStyle(true), credentials).build();
  }

  private <B extends AwsClientBuilder<B, ?>> B configured(B builder, AwsCredentials credentials) {
    return builder
        .endpointOverride(URI.create(sandbox.url()))
        .region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(credentials));
  }
}
