package dev.keyturn.cli.adapter.loopback;

import static dev.keyturn.cli.adapter.loopback.TriedEndpoint.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.adapter.loopback.RawHttp.Response;
import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten requests against each rule of who may ask. Each is right in everything but the one thing, and
 * carries the token: without the rule it would be answered.
 */
class HostileRequestsTest {

  private static TriedEndpoint endpoint;
  private static RawHttp http;
  private static String token;

  @BeforeAll
  static void start() {
    endpoint = TriedEndpoint.start(EnumSet.allOf(Form.class), true);
    http = endpoint.http();
    token = endpoint.token();
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  private static Response send(String line, String... headers) {
    return endpoint.send(line, headers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "LOCALHOST:PORT", "[::1]:PORT"})
  void a_request_that_breaks_no_rule_is_answered(String host) {
    Response response = send("GET / HTTP/1.1", "Host: " + host);
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).contains("\"AccessKeyId\":\"ASIAIOSFODNN7EXAMPLE\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example:PORT",
        "127.0.0.1",
        "localhost:1",
        "127.0.0.1:PORT.evil.example",
        "127.0.0.1.nip.io:PORT",
        "localhost.:PORT",
        "0.0.0.0:PORT",
        "2130706433:PORT",
        "user@127.0.0.1:PORT",
        ""
      })
  void a_name_that_was_made_to_lead_here_is_refused(String host) {
    assertRefused(send("GET / HTTP/1.1", "Host: " + host), 403, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Host: 127.0.0.1:PORT,Host: 127.0.0.1:PORT",
        "Host: 127.0.0.1:PORT,Host: evil.example",
        "Host: evil.example,Host: 127.0.0.1:PORT",
        "Host: 127.0.0.1:PORT,host: localhost:PORT",
        "X-Forwarded-Server: 127.0.0.1:PORT",
        "X-Host: 127.0.0.1:PORT",
        "Hosts: 127.0.0.1:PORT",
        "Host: 127.0.0.1:PORT/",
        "Host: http://127.0.0.1:PORT"
      })
  void a_request_without_one_host_is_refused(String headers) {
    List<String> lines = new ArrayList<>(List.of("GET / HTTP/1.1", "Authorization: " + token));
    lines.addAll(headers.isEmpty() ? List.of() : List.of(headers.split(",", -1)));
    assertRefused(http.send(lines), 403, 400);
    lines.set(0, "GET / HTTP/1.0");
    assertRefused(http.send(lines), 403, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET http://evil.example/ HTTP/1.1",
        "GET http://127.0.0.1:1/ HTTP/1.1",
        "GET https://evil.example/profile/admin HTTP/1.1",
        "GET http://evil.example:80/role-arn/x HTTP/1.1",
        "GET http://169.254.169.254/latest/meta-data/ HTTP/1.1",
        "GET http://[::1]/ HTTP/1.1",
        "GET http://user@127.0.0.1/ HTTP/1.1",
        "GET ftp://127.0.0.1/ HTTP/1.1",
        "GET //evil.example/ HTTP/1.1",
        "CONNECT evil.example:443 HTTP/1.1"
      })
  void a_request_to_a_proxy_is_refused(String line) {
    assertRefused(send(line), 403, 400, 404, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1:PORT",
        "origin: http://localhost:PORT",
        "ORIGIN: file://",
        "Origin: chrome-extension://abcdefgh",
        "Origin: http://localhost",
        "Origin: https://console.aws.amazon.com",
        "Origin:",
        "Origin: http://[::1]:PORT"
      })
  void a_request_with_an_origin_is_refused(String header) {
    assertRefused(send("GET / HTTP/1.1", header), 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Referer: http://evil.example/page",
        "referer: https://evil.example",
        "REFERER: http://127.0.0.1:PORT/",
        "Referer: http://localhost:PORT/",
        "Referer: about:blank",
        "Referer:",
        "Referer: file:///home/alice/page.html",
        "Cookie: session=1",
        "Access-Control-Request-Method: GET",
        "Referer: /"
      })
  void a_request_that_a_page_links_to_is_refused(String header) {
    assertRefused(send("GET / HTTP/1.1", header), 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-origin",
        "Sec-Fetch-Site: none",
        "sec-fetch-mode: navigate",
        "SEC-FETCH-MODE: no-cors",
        "Sec-Fetch-Dest: image",
        "Sec-Fetch-Dest: script",
        "Sec-Fetch-User: ?1",
        "Sec-Fetch-Storage-Access: active",
        "Sec-Fetch-Site:"
      })
  void a_request_that_a_browser_makes_is_refused(String header) {
    assertRefused(send("GET / HTTP/1.1", header), 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For: 10.0.0.1",
        "x-forwarded-for: 127.0.0.1",
        "X-FORWARDED-FOR:",
        "X-Forwarded-For: ::1, 127.0.0.1",
        "X-Forwarded-Host: localhost",
        "X-Real-IP: 127.0.0.1",
        "Forwarded: for=127.0.0.1",
        "Forwarded: for=\"[::1]\";proto=http",
        "Via: 1.1 proxy",
        "via: HTTP/2 cache"
      })
  void a_forwarded_request_is_refused(String header) {
    assertRefused(send("GET / HTTP/1.1", header), 403);
    assertRefused(
        send("PUT /latest/api/token HTTP/1.1", header, "X-aws-ec2-metadata-token-ttl-seconds: 60"),
        403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TOKEN ",
        "Bearer TOKEN",
        "Basic TOKEN",
        "TOKENx",
        "tOKEN",
        "keyturn-",
        "keyturn-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "\"TOKEN\"",
        "TOKEN,TOKEN"
      })
  void a_wrong_token_is_refused(String given) {
    // A blank at the end is not part of a header's value.
    String value = given.equals("TOKEN ") ? token.substring(1) : given.replace("TOKEN", token);
    String header = given.equals("tOKEN") ? token.toUpperCase(Locale.ROOT) : value;
    assertRefused(
        http.send("GET / HTTP/1.1", "Host: 127.0.0.1:PORT", "Authorization: " + header), 401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-None: 1",
        "Proxy-Authorization: TOKEN",
        "X-Authorization: TOKEN",
        "Authorisation: TOKEN",
        "Authorization-Token: TOKEN",
        "WWW-Authenticate: TOKEN",
        "Token: TOKEN",
        "X-Api-Key: TOKEN",
        "X-aws-ec2-metadata-token: TOKEN",
        "X-Auth-Token: TOKEN"
      })
  void a_token_in_another_header_or_the_query_is_refused(String header) {
    assertRefused(
        http.send("GET / HTTP/1.1", "Host: 127.0.0.1:PORT", header.replace("TOKEN", token)), 401);
    assertRefused(http.send("GET /?token=" + token + " HTTP/1.1", "Host: 127.0.0.1:PORT"), 401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: TOKEN",
        "authorization: TOKEN",
        "AUTHORIZATION: TOKEN",
        "Authorization:",
        "Authorization: x",
        "authorization: Bearer TOKEN",
        "Authorization: keyturn-",
        "Authorization:TOKEN",
        "Authorization:  TOKEN",
        "Authorization: null"
      })
  void a_second_token_is_refused(String header) {
    assertRefused(send("GET / HTTP/1.1", header.replace("TOKEN", token)), 401);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 8, 16, 24, 32, 40, 48, 50})
  void a_part_of_the_token_is_refused(int length) {
    assertRefused(
        http.send(
            "GET / HTTP/1.1",
            "Host: 127.0.0.1:PORT",
            "Authorization: " + token.substring(0, length)),
        401);
    assertRefused(
        http.send(
            "GET / HTTP/1.1",
            "Host: 127.0.0.1:PORT",
            "Authorization: " + token.substring(0, length) + "x" + token.substring(length)),
        401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST",
        "PUT",
        "DELETE",
        "HEAD",
        "OPTIONS",
        "PATCH",
        "TRACE",
        "PROPFIND",
        "get",
        "GETS"
      })
  void another_method_is_refused(String method) {
    assertRefused(send(method + " / HTTP/1.1"), 405, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..",
        "/profile",
        "/profile/",
        "/role-arn/",
        "/index.html",
        "/.env",
        "/%2e%2e/etc/passwd",
        "/latest",
        "/healthz/..",
        "/*"
      })
  void an_unknown_path_is_not_found(String path) {
    assertRefused(send("GET " + path + " HTTP/1.1"), 404, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/profile/../..",
        "/profile/%2e%2e%2fadmin",
        "/profile/..%2Fadmin",
        "/profile/./admin",
        "/profile//admin",
        "/profile/admin%00",
        "/profile/admin%0d%0aX:%20y",
        "/profile/%61dmin%20",
        "/profile/admin;x=y",
        "/%70rofile%2fother",
        "/profile/%ff%fe",
        "/profile/admin%252e"
      })
  void a_path_is_a_name_and_leads_nowhere_else(String path) {
    assertRefused(send("GET " + path + " HTTP/1.1"), 403, 404, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 1",
        "Content-Length: 99999999",
        "Content-Length: -1",
        "Content-Length: x",
        "Content-Length: 5, 5",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: identity",
        "transfer-encoding: CHUNKED",
        "Transfer-Encoding: gzip, chunked",
        "Content-Length: 1e3"
      })
  void a_body_is_refused(String header) {
    assertRefused(send("GET / HTTP/1.1", header), 400, 501, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 80, 100, 200, 300, 400, 600, 1000, 2000, 4000})
  void too_many_headers_are_refused(int count) {
    String[] many = new String[count];
    Arrays.setAll(many, i -> "X-" + i + ": 1");
    assertRefused(send("GET / HTTP/1.1", many), 400, 431, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {17_000, 20_000, 30_000, 65_536, 100_000})
  void headers_that_are_too_large_are_refused(int length) {
    assertRefused(send("GET / HTTP/1.1", "X: " + "x".repeat(length)), 400, 431, 0);
    assertRefused(send("GET / HTTP/1.1", "x".repeat(length) + ": 1"), 400, 431, 0);
    assertRefused(send("GET /" + "x".repeat(length) + " HTTP/1.1"), 400, 404, 414, 431, 0);
  }
}
