package dev.keyturn.cli.adapter.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.adapter.loopback.RawHttp.Response;
import dev.keyturn.cli.command.port.CredentialEndpoint.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More than one request, or less, on one connection. */
class HostileConnectionsTest {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d\\d\\d)");

  private static TriedEndpoint endpoint;

  @BeforeAll
  static void start() {
    endpoint = TriedEndpoint.start(EnumSet.of(Form.CONTAINER), false);
  }

  @AfterAll
  static void stop() {
    endpoint.close();
  }

  /** The statuses of all answers. */
  private static List<Integer> statuses(Response response) {
    List<Integer> statuses = new ArrayList<>();
    Matcher status = STATUS.matcher(response.head() + "\r\n\r\n" + response.body());
    while (status.find()) {
      statuses.add(Integer.valueOf(status.group(1)));
    }
    return statuses;
  }

  private static String inner() {
    return String.join("\r\n", endpoint.lines("GET / HTTP/1.1"));
  }

  /**
   * A page can send any text as a body; what it cannot do is send a request of its own making.
   * {@code N} is the length of the request that hides in the body, {@code X} its length in
   * hexadecimal.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: N",
        "Content-Length: 0|Content-Length: N",
        "Content-Length: N|Content-Length: 0",
        "Content-Length: N|Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked|Content-Length: 0",
        "Content-Length: 0|Transfer-Encoding: chunked",
        "Transfer-Encoding: xchunked|Content-Length: 0",
        "Transfer-Encoding: identity, chunked|Content-Length: 0",
        "Transfer-Encoding: chunked|Transfer-Encoding: identity",
        "Transfer-Encoding:\tchunked|Content-Length: 0",
        "Content-Length: +N",
        "Content-Length: 0N",
        "Content-Length: N, N",
        "Content-Length: -1"
      })
  void a_request_in_the_body_of_another_is_not_answered(String framing) {
    String hidden = inner();
    int length = hidden.length() + 4;
    List<String> lines = new ArrayList<>();
    lines.add("POST / HTTP/1.1");
    lines.add("Host: 127.0.0.1:PORT");
    lines.add("Origin: http://evil.example");
    for (String header : framing.split("\\|", -1)) {
      lines.add(header.replace("N", Integer.toString(length)));
    }
    lines.add("");
    if (framing.contains("chunked")) {
      lines.add(Integer.toHexString(length));
    }
    lines.add(hidden);
    Response response = endpoint.http().send(lines);
    assertThat(statuses(response)).doesNotContain(200);
    assertThat(response.body()).doesNotContain("ASIA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example:PORT",
        "Host: 127.0.0.1:PORT|Origin: null",
        "Host: 127.0.0.1:PORT|Referer: http://evil.example/",
        "Host: 127.0.0.1:PORT|Sec-Fetch-Site: none",
        "Host: 127.0.0.1:PORT|Cookie: a=b",
        "Host: 127.0.0.1:PORT|X-Forwarded-For: ::1",
        "Host: 127.0.0.1:PORT|Via: 1.1 proxy",
        "Host: 127.0.0.1:PORT|Transfer-Encoding: chunked",
        "Host: 127.0.0.1:PORT|Authorization: x",
        "X-None: 1"
      })
  void the_second_request_of_a_connection_is_judged_by_itself(String headers) {
    List<String> lines = new ArrayList<>(endpoint.lines("GET / HTTP/1.1"));
    lines.set(lines.size() - 1, "Connection: keep-alive");
    lines.add("");
    lines.add("GET / HTTP/1.1");
    lines.add("Authorization: " + endpoint.token());
    lines.addAll(List.of(headers.split("\\|", -1)));
    lines.add("Connection: close");
    List<Integer> statuses = statuses(endpoint.http().send(lines));
    assertThat(statuses).hasSize(2).startsWith(200).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET",
        "GET /",
        "GET  / HTTP/1.1",
        "/ GET HTTP/1.1",
        "\u0000GET / HTTP/1.1",
        "GET /\u0000 HTTP/1.1",
        "GET\t/\tHTTP/1.1",
        "GET/HTTP/1.1",
        "HTTP/1.1 200 OK",
        "\u0016\u0003\u0001\u0002"
      })
  void an_invalid_request_line_gets_no_credentials(String line) {
    Response response = endpoint.send(line);
    assertThat(statuses(response)).doesNotContain(200);
    assertThat(response.body()).doesNotContain("ASIA");
  }

  /** Ten clients that never finish: they are cut off, and nobody waits for them. */
  @Test
  @Timeout(60)
  void a_slow_client_is_cut_off_and_delays_no_other() throws Exception {
    List<Socket> slow = new ArrayList<>();
    String request = String.join("\r\n", endpoint.lines("GET / HTTP/1.1"));
    for (int i = 0; i < 10; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.http().port());
      int length = 1 + i * (request.length() - 1) / 9;
      socket.getOutputStream().write(request.substring(0, length).getBytes(StandardCharsets.UTF_8));
      slow.add(socket);
    }
    assertThat(endpoint.send("GET / HTTP/1.1").status()).isEqualTo(200);
    for (Socket socket : slow) {
      socket.setSoTimeout(20_000);
      assertThat(rest(socket)).doesNotContain("ASIA");
      socket.close();
    }
  }

  /** What still comes before the other end closes; fails when it does not. */
  private static String rest(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException e) {
      return "";
    }
  }
}
