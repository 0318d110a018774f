package dev.keyturn.cli.adapter.loopback;

import static dev.keyturn.cli.adapter.loopback.TriedEndpoint.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.adapter.loopback.RawHttp.Response;
import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten requests against each rule of instance metadata, with and without version 1. */
class HostileMetadataTest {

  private static final String TTL = "X-aws-ec2-metadata-token-ttl-seconds: ";
  private static final String CREDENTIALS = "/latest/meta-data/iam/security-credentials/admin";

  private static TriedEndpoint strict;
  private static TriedEndpoint withVersion1;

  @BeforeAll
  static void start() {
    strict = TriedEndpoint.start(EnumSet.of(Form.INSTANCE), false);
    withVersion1 = TriedEndpoint.start(EnumSet.of(Form.INSTANCE), true);
  }

  @AfterAll
  static void stop() {
    strict.close();
    withVersion1.close();
  }

  private static String metadataToken() {
    return strict.send("PUT /latest/api/token HTTP/1.1", TTL + "60").body();
  }

  private static Response get(String path, String token) {
    return strict.send("GET " + path + " HTTP/1.1", "X-aws-ec2-metadata-token: " + token);
  }

  @Test
  void a_request_that_breaks_no_rule_is_answered() {
    assertThat(get(CREDENTIALS, metadataToken()).body()).contains("ASIAIOSFODNN7EXAMPLE");
    assertThat(withVersion1.send("GET " + CREDENTIALS + " HTTP/1.1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "21601", "", "abc", "1.5", "0x10", "+60", "99999999999", "60, 60"})
  void a_token_of_another_life_is_refused(String seconds) {
    assertRefused(strict.send("PUT /latest/api/token HTTP/1.1", TTL + seconds), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-None: 60",
        "X-aws-ec2-metadata-token-ttl: 60",
        "X-aws-ec2-metadata-token: 60",
        "X-amz-ec2-metadata-token-ttl-seconds: 60",
        "X-aws-ec2-metadata-token-ttl-second: 60",
        "ttl: 60",
        "Max-Age: 60",
        "Expires: 60",
        "X-aws-ec2-metadata-token-ttl-minutes: 1",
        "aws-ec2-metadata-token-ttl-seconds: 60"
      })
  void a_token_of_unknown_life_is_refused(String header) {
    assertRefused(strict.send("PUT /latest/api/token HTTP/1.1", header), 400);
    assertRefused(strict.send("PUT /latest/api/token HTTP/1.1", TTL + "60", TTL + "60"), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET",
        "POST",
        "HEAD",
        "DELETE",
        "OPTIONS",
        "PATCH",
        "TRACE",
        "put",
        "PUTS",
        "PROPFIND"
      })
  void a_token_comes_by_put_alone(String method) {
    assertRefused(strict.send(method + " /latest/api/token HTTP/1.1", TTL + "60"), 405, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUT",
        "POST",
        "HEAD",
        "DELETE",
        "OPTIONS",
        "PATCH",
        "TRACE",
        "get",
        "GETS",
        "PROPFIND"
      })
  void metadata_comes_by_get_alone(String method) {
    assertRefused(
        strict.send(
            method + " " + CREDENTIALS + " HTTP/1.1",
            "X-aws-ec2-metadata-token: " + metadataToken()),
        405,
        400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/latest/",
        "/latest/meta-data/",
        "/latest/meta-data/iam/",
        "/latest/meta-data/iam/info",
        "/latest/meta-data/iam/security-credentials",
        "/latest/meta-data/iam/security-credentials/",
        "/latest/meta-data/iam/security-credentials/admin",
        "/latest/meta-data/instance-id",
        "/latest/meta-data/placement/region",
        "/latest/dynamic/instance-identity/document"
      })
  void version_1_is_refused_unless_asked_for(String path) {
    assertRefused(strict.send("GET " + path + " HTTP/1.1"), 401);
    assertRefused(strict.send("GET /" + path + " HTTP/1.1"), 401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "AQAEA",
        "====",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "null",
        "../../token",
        "%00",
        "Bearer x",
        "fffffffffffffffffffffffffffffff",
        "keyturn-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void a_wrong_token_is_refused_even_where_none_is_needed(String given) {
    String header = "X-aws-ec2-metadata-token: " + given;
    assertRefused(strict.send("GET " + CREDENTIALS + " HTTP/1.1", header), 401);
    assertRefused(withVersion1.send("GET " + CREDENTIALS + " HTTP/1.1", header), 401);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 16, 17, 24, 32, 40, 48, 63})
  void a_token_that_was_changed_anywhere_is_refused(int position) {
    String token = metadataToken();
    char other = token.charAt(position) == 'A' ? 'B' : 'A';
    assertRefused(
        get(CREDENTIALS, token.substring(0, position) + other + token.substring(position + 1)),
        401);
    assertRefused(get(CREDENTIALS, token.substring(0, position)), 401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-aws-ec2-metadata-token",
        "x-aws-ec2-metadata-token",
        "X-AWS-EC2-METADATA-TOKEN",
        "X-Aws-Ec2-Metadata-Token"
      })
  void a_second_token_is_refused(String name) {
    String token = metadataToken();
    for (String second : new String[] {token, "x", ""}) {
      assertRefused(
          strict.send(
              "GET " + CREDENTIALS + " HTTP/1.1",
              "X-aws-ec2-metadata-token: " + token,
              name + ": " + second),
          401);
    }
  }

  @Test
  void the_token_of_another_endpoint_is_refused() {
    String other = withVersion1.send("PUT /latest/api/token HTTP/1.1", TTL + "60").body();
    assertRefused(get(CREDENTIALS, other), 401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For: 10.0.0.1",
        "X-Forwarded-For:",
        "x-forwarded-for: 127.0.0.1",
        "X-Forwarded-For: ::1",
        "X-Forwarded-For: 127.0.0.1, 127.0.0.1",
        "Forwarded: for=127.0.0.1",
        "Via: 1.1 proxy",
        "X-Real-IP: 127.0.0.1",
        "X-Forwarded-Host: 127.0.0.1:PORT",
        "X-FORWARDED-FOR: unknown"
      })
  void a_token_that_passed_a_proxy_is_refused(String header) {
    assertRefused(strict.send("PUT /latest/api/token HTTP/1.1", TTL + "60", header), 403);
    assertRefused(withVersion1.send("GET " + CREDENTIALS + " HTTP/1.1", header), 403);
  }
}
