package dev.keyturn.adapter.aws.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

class SignatureV4Test {

  private static final String ID = "AKIAIOSFODNN7EXAMPLE";
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String TYPE = "application/x-www-form-urlencoded; charset=utf-8";

  record Request(URI endpoint, String service, String region, String body, Instant time) {

    String method() {
      return body.isEmpty() ? "GET" : "POST";
    }

    Map<String, String> headers() {
      return body.isEmpty() ? Map.of() : Map.of("content-type", TYPE);
    }

    byte[] bytes() {
      return body.getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * The values of "Deriving the signing key" in AWS's documentation, whose request is ListUsers of
   * IAM.
   */
  @Test
  void the_key_of_a_day_is_that_of_the_documentation() {
    byte[] day =
        new Signer(ID, Secret.of("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), null)
            .key()
            .ofDay("20150830");

    assertThat(day)
        .asHexString()
        .isEqualToIgnoringCase("0138c7a6cbd60aa727b2f653a522567439dfb9f3e72b21f9b25941a42f04a7cd");
  }

  @Property
  void the_sdk_signs_in_the_same_way(
      @ForAll("requests") Request request, @ForAll("tokens") String token) {
    Signer signer = new Signer(ID, Secret.of(SECRET), token.isEmpty() ? null : Secret.of(token));

    Map<String, String> headers =
        new SignatureV4(request.service(), request.region(), request.time())
            .sign(request.method(), request.endpoint(), request.headers(), request.bytes(), signer);

    assertThat(headers).isEqualTo(signedBySdk(request, token.isEmpty() ? null : token));
  }

  private static Map<String, String> signedBySdk(Request request, @Nullable String token) {
    AwsCredentialsIdentity identity =
        token == null
            ? AwsCredentialsIdentity.create(ID, SECRET)
            : AwsSessionCredentialsIdentity.create(ID, SECRET, token);
    SdkHttpFullRequest.Builder unsigned =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.fromValue(request.method()))
            .uri(
                request.endpoint().getRawPath().isEmpty()
                    ? request.endpoint().resolve("/")
                    : request.endpoint());
    request.headers().forEach(unsigned::putHeader);
    SdkHttpRequest signed =
        AwsV4HttpSigner.create()
            .sign(to ->
                to.identity(identity)
                    .request(unsigned.build())
                    .payload(() -> new ByteArrayInputStream(request.bytes()))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, request.service())
                    .putProperty(AwsV4HttpSigner.REGION_NAME, request.region())
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !request.service().equals("s3"))
                    .putProperty(
                        HttpSigner.SIGNING_CLOCK, Clock.fixed(request.time(), ZoneOffset.UTC)))
            .request();
    Map<String, String> headers = new TreeMap<>();
    signed
        .headers()
        .forEach((name, values) -> {
          if (!name.equalsIgnoreCase("Host")) {
            headers.put(name.toLowerCase(java.util.Locale.ROOT), String.join(",", values));
          }
        });
    return headers;
  }

  @Provide
  static Arbitrary<Request> requests() {
    return Combinators.combine(
            Arbitraries.of(
                    "https://sts.eu-west-1.amazonaws.com",
                    "https://sts.amazonaws.com/",
                    "http://127.0.0.1:4566",
                    "https://proxy.example:8443/aws/sts",
                    "https://s3.eu-west-1.amazonaws.com/bucket?policy",
                    "http://127.0.0.1:4566/bucket?b=2&a=1%2F",
                    "https://proxy.example:443/a%20b/ü~(x)")
                .map(text -> URI.create(text.replace("ü", "%C3%BC"))),
            Arbitraries.of("sts", "iam", "s3"),
            Arbitraries.of("us-east-1", "cn-north-1"),
            Arbitraries.strings().ofMaxLength(200),
            Arbitraries.longs().between(0, 4_102_444_799L).map(Instant::ofEpochSecond))
        .as(Request::new);
  }

  @Provide
  static Arbitrary<String> tokens() {
    return Arbitraries.strings().alpha().numeric().withChars("+/=").ofMaxLength(60);
  }
}
