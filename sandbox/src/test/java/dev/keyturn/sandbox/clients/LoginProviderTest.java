package dev.keyturn.sandbox.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.sandbox.TestSandbox;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.Members;
import dev.keyturn.sandbox.login.Tool;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.signin.SigninClient;
import software.amazon.awssdk.services.signin.auth.LoginCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The cases that the AWS SDKs share for the login provider ({@code login-provider-test-cases.json}
 * in smithy-rs), with the SDK for Java and tokens that the sandbox really issued.
 */
class LoginProviderTest {
  private static final String SESSION = "arn:aws:iam::123456789012:user/bob";
  private static final String PAST = "2020-01-01T00:00:00Z";
  private static final String STATE =
      """
      {"Accounts":[{"AccountId":"123456789012","Users":[
        {"UserName":"bob","LoginProfile":{"Password":"bobs"},"AttachedManagedPolicies":[
          {"PolicyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}]}]}]}
      """;

  private final TestSandbox sandbox = TestSandbox.start(STATE);

  @TempDir Path cache;
  private Tool tool = new Tool(sandbox);
  private Tool.Answer answer;

  @BeforeEach
  void a_person_signs_in() {
    Instant now = Clock.systemUTC().instant();
    sandbox.pass(java.time.Duration.between(sandbox.now(), now));
    tool = new Tool(sandbox);
    answer = tool.signIn("user", "bob", "password", "bobs");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Map<String, Json> token(String expiresAt, String refreshToken) {
    Json accessToken =
        new Members()
            .text("accessKeyId", answer.key("accessKeyId"))
            .text("secretAccessKey", answer.key("secretAccessKey"))
            .text("sessionToken", answer.key("sessionToken"))
            .text("accountId", "123456789012")
            .text("expiresAt", expiresAt)
            .json();
    Map<String, Json> token = new LinkedHashMap<>();
    token.put("accessToken", accessToken);
    token.put("tokenType", new Json.Str("aws_sigv4"));
    token.put("clientId", new Json.Str("arn:aws:signin:::devtools/same-device"));
    token.put("refreshToken", new Json.Str(refreshToken));
    token.put("idToken", new Json.Str("e30.e30.e30"));
    token.put("dpopKey", new Json.Str(tool.pem()));
    return token;
  }

  private Path file() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(SESSION.getBytes(StandardCharsets.UTF_8));
      return cache.resolve(HexFormat.of().formatHex(hash) + ".json");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void save(Map<String, Json> token) throws IOException {
    Files.writeString(file(), new Json.Obj(token).print());
  }

  private AwsCredentials resolve() {
    try (SigninClient client =
            SigninClient.builder()
                .endpointOverride(URI.create(sandbox.url()))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        LoginCredentialsProvider provider =
            LoginCredentialsProvider.builder()
                .loginSession(SESSION)
                .tokenCacheLocation(cache)
                .signinClient(client)
                .build()) {
      return provider.resolveCredentials();
    }
  }

  @Test
  void valid_credentials_are_returned_immediately() throws IOException {
    save(token("3025-09-14T04:05:45Z", answer.refreshToken()));
    assertThat(resolve().accessKeyId()).isEqualTo(answer.key("accessKeyId"));
  }

  @Test
  void no_cache_file_is_an_error() {
    assertThatThrownBy(this::resolve).isInstanceOf(RuntimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"accessToken", "refreshToken", "clientId", "dpopKey"})
  void a_missing_member_is_an_error(String member) throws IOException {
    Map<String, Json> token = token(PAST, answer.refreshToken());
    token.remove(member);
    save(token);
    assertThatThrownBy(this::resolve).isInstanceOf(RuntimeException.class);
  }

  @Test
  void an_expired_token_is_refreshed_and_saved() throws IOException {
    save(token(PAST, answer.refreshToken()));
    AwsCredentials refreshed = resolve();
    assertThat(refreshed.accessKeyId()).isNotEqualTo(answer.key("accessKeyId"));
    assertThat(Files.readString(file()))
        .contains(refreshed.accessKeyId())
        .doesNotContain(answer.refreshToken());
    try (StsClient sts =
        StsClient.builder()
            .endpointOverride(URI.create(sandbox.url()))
            .region(Region.US_EAST_1)
            .credentialsProvider(() -> refreshed)
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      assertThat(sts.getCallerIdentity().arn()).isEqualTo(SESSION);
    }
  }

  @Test
  void a_refresh_that_fails_is_an_error() throws IOException {
    save(token(PAST, "expired_refresh_token"));
    assertThatThrownBy(this::resolve).isInstanceOf(RuntimeException.class);
  }
}
