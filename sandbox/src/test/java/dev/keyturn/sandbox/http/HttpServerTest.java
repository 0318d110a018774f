package dev.keyturn.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes in, bytes out: the server answers what it read. */
class HttpServerTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC);

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        HttpServer.start(
            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
            request ->
                Response.of(
                    200,
                    "text/plain",
                    request.method()
                        + " "
                        + request.path()
                        + " "
                        + request.query()
                        + " "
                        + new String(request.body(), StandardCharsets.UTF_8)),
            CLOCK);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void a_request_is_answered() throws IOException {
    assertThat(send("GET /a%20b?c=d HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .isEqualTo(
            lines(
                "HTTP/1.1 200 OK",
                "Date: Sun, 30 Aug 2015 12:36:00 GMT",
                "Server: keyturn-sandbox",
                "Content-Type: text/plain",
                "Content-Length: 15",
                "Connection: close",
                "",
                "GET /a%20b c=d "));
  }

  @Test
  void one_connection_takes_many_requests() throws IOException {
    assertThat(send("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\nConnection: close\r\n\r\n"))
        .containsSubsequence("GET /1", "HTTP/1.1 200 OK", "GET /2");
  }

  @Test
  void an_old_client_gets_one_answer() throws IOException {
    assertThat(send("GET /1 HTTP/1.0\r\n\r\n")).contains("Connection: close", "GET /1");
  }

  @Test
  void a_body_of_known_length_is_read() throws IOException {
    assertThat(send("POST / HTTP/1.1\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"))
        .endsWith("POST /  hello");
  }

  @Test
  void a_chunked_body_is_read() throws IOException {
    assertThat(
            send(
                lines(
                    "POST / HTTP/1.1",
                    "Transfer-Encoding: chunked",
                    "Connection: close",
                    "",
                    "3",
                    "hel",
                    "2;x=y",
                    "lo",
                    "0",
                    "Trailer: t",
                    "",
                    "")))
        .endsWith("POST /  hello");
  }

  @Test
  void a_client_that_waits_is_reported_to_go_on() throws IOException {
    assertThat(
            send(
                "PUT / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n"
                    + "Connection: close\r\n\r\nx"))
        .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK");
  }

  @Test
  void an_answer_to_head_has_no_body() throws IOException {
    assertThat(send("HEAD /x HTTP/1.1\r\nConnection: close\r\n\r\n"))
        .contains("Content-Length: 9")
        .endsWith("\r\n\r\n");
  }

  @Test
  void a_whole_url_as_target_is_understood() throws IOException {
    assertThat(send("GET http://127.0.0.1:80/x?y HTTP/1.1\r\nConnection: close\r\n\r\n"))
        .endsWith("GET /x y ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0016\u0003\u0001\u0002\n",
        "GET\r\n\r\n",
        "GET / HTTP/2.0\r\n\r\n",
        "GET x HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\n: x\r\n\r\n",
        "GET / HTTP/1.1\r\na b: x\r\n\r\n",
        "GET / HTTP/1.1\r\n folded: x\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        "POST / HTTP/1.1\r\nContent-Length: 9999999999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxx\r\n"
      })
  void an_invalid_request_is_a_bad_request(String text) throws IOException {
    assertThat(send(text)).startsWith("HTTP/1.1 400 Bad Request\r\n");
  }

  @Test
  void a_head_without_end_is_a_bad_request() throws IOException {
    assertThat(send("GET / HTTP/1.1\r\n" + "h: " + "x".repeat(70_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 400 Bad Request\r\n");
  }

  @Test
  void a_client_that_leaves_early_harms_nobody() throws IOException {
    send("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nx");
    assertThat(send("GET /ok HTTP/1.1\r\nConnection: close\r\n\r\n")).endsWith("GET /ok  ");
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines);
  }

  private String send(String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
