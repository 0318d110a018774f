package dev.keyturn.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client should send: it is refused, harms nobody, and does not come back as markup. */
class HostileInputTest {
  private final TestSandbox sandbox = TestSandbox.start();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\u0016\u0003\u0001 no request | no HTTP/1.1 request line",
        "POST / HTTP/1.1~Content-Length: 9999999999999999 | no valid Content-Length",
        "POST / HTTP/1.1~Content-Length: -1 | no valid Content-Length",
        "POST / HTTP/1.1~Content-Length: 1~Content-Length: 2 | no valid Content-Length",
        "POST / HTTP/1.1~Content-Length: 3~Transfer-Encoding: chunked | both a length and a"
            + " transfer coding",
        "POST / HTTP/1.1~Transfer-Encoding: gzip | a transfer coding other than chunked",
        "GET / HTTP/1.1~: nothing | a header without a name",
        "OPTIONS * HTTP/1.1 | the path begins with no slash"
      })
  void an_invalid_request_is_refused_at_once(String head, String problem) throws IOException {
    assertThat(answer(head.replace("~", "\r\n") + "\r\n\r\n"))
        .startsWith("HTTP/1.1 400 Bad Request")
        .endsWith(problem + "\n");
    assertThat(sandbox.as("alice").call("GetCallerIdentity").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 67108865\r\n\r\n",
        "Content-Length: 999999999999999\r\nExpect: 100-continue\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n4000000\r\n"
      })
  void a_body_that_is_too_large_is_refused_before_it_is_sent(String head) throws IOException {
    assertThat(answer("POST /?Action=GetCallerIdentity&Version=2011-06-15 HTTP/1.1\r\n" + head))
        .startsWith("HTTP/1.1 413 Content Too Large")
        .contains(
            "Connection: close",
            "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">",
            "<Code>RequestEntityTooLarge</Code>",
            " bytes; the sandbox accepts 67108864</Message>")
        .doesNotContain("100 Continue");
    assertThat(sandbox.log()).contains("\"RequestEntityTooLarge\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?Action=%3Cscript%3E%26%22%00%1b%ff%fe&Version=2011-06-15",
        "/?Action=%ed%a0%80%f0%9f%98%80%ef%bf%bf]]%3E&Version=2010-05-08",
        "/%ff%fe%3Cb%3E?list-type=%00"
      })
  void what_is_echoed_stays_text(String target) throws Exception {
    String answer = answer("GET " + target + " HTTP/1.1\r\nConnection: close\r\n\r\n");
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertThat(body).doesNotContain("<script>", "<b>");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_page_shows_a_destination_as_text() {
    String role = "arn:aws:iam::123456789012:role/admin";
    String serial = "arn:aws:iam::123456789012:mfa/alice";
    TestClient session =
        sandbox
            .as("alice")
            .call(
                "AssumeRole",
                "RoleArn",
                role,
                "RoleSessionName",
                "alice",
                "SerialNumber",
                serial,
                "TokenCode",
                sandbox.code(serial))
            .session();
    String json =
        "{\"sessionId\":\"%s\",\"sessionKey\":\"%s\",\"sessionToken\":\"%s\"}"
            .formatted(session.accessKeyId(), session.secret(), session.sessionToken());
    String token =
        get("/federation?Action=getSigninToken&Session=" + TestSigner.encode(json))
            .replaceFirst(".*\"SigninToken\":\"([^\"]*)\".*", "$1");
    String page =
        get(
            "/federation?Action=login&Issuer=x&Destination=%3Cscript%3E%22&SigninToken="
                + TestSigner.encode(token));
    assertThat(page).contains("assumed-role/admin/alice", "&lt;script&gt;&quot;");
  }

  @Test
  void a_client_that_never_ends_its_request_keeps_nobody_waiting() throws IOException {
    try (Socket slow = socket()) {
      slow.getOutputStream().write("GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
      assertThat(sandbox.as("alice").call("GetCallerIdentity").status()).isEqualTo(200);
    }
  }

  private String get(String target) {
    return sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.url() + target)).build()).body();
  }

  private Socket socket() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), URI.create(sandbox.url()).getPort());
  }

  private String answer(String request) throws IOException {
    try (Socket socket = socket()) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
