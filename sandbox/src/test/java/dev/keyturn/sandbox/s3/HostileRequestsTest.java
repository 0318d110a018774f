package dev.keyturn.sandbox.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestSandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that would cost much time or memory are refused soon. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD, unit = TimeUnit.SECONDS)
class HostileRequestsTest {
  private static final String FIELD =
      "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";

  private final TestSandbox sandbox = TestSandbox.start();

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void a_type_with_many_boundaries() throws IOException {
    String type = "multipart/form-data; " + "boundary=".repeat(880) + ";\u0085";
    assertThat(post(type, "--x--\r\n")).contains("<Code>MalformedPOSTRequest</Code>");
  }

  @Test
  void a_boundary_has_70_characters_at_most() throws IOException {
    String longest = "x".repeat(70);
    assertThat(post("multipart/form-data; boundary=" + longest, "--" + longest + "--\r\n"))
        .contains("<Code>InvalidArgument</Code>");
    assertThat(post("multipart/form-data; boundary=x" + longest, "--x" + longest + "--\r\n"))
        .contains("<Code>MalformedPOSTRequest</Code>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data;boundary=x",
        "Multipart/Form-Data; charset=utf-8; Boundary=\"x\"",
        "multipart/form-data ; boundary=x ; charset=utf-8"
      })
  void the_boundary_is_one_of_the_parameters(String type) throws IOException {
    assertThat(post(type, "--x--\r\n")).contains("<Code>InvalidArgument</Code>");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void a_form_with_too_many_fields(int length) throws IOException {
    String form = FIELD.formatted("n".repeat(length), "").repeat(20_481) + "--x--\r\n";
    assertThat(post("multipart/form-data; boundary=x", form))
        .contains("<Code>MaxPostPreDataLengthExceeded</Code>");
  }

  @Test
  void a_part_with_a_long_head() throws IOException {
    String form = FIELD.formatted("a\"\r\nX: " + "x".repeat(9000), "") + "--x--\r\n";
    assertThat(post("multipart/form-data; boundary=x", form))
        .contains("<Code>MalformedPOSTRequest</Code>");
  }

  @Test
  void a_host_with_a_long_region() throws IOException {
    String host = "b.s3.eu" + "-a".repeat(20_000) + "-1.localhost";
    assertThat(exchange("GET / HTTP/1.1\r\nHost: " + host + "\r\n", ""))
        .startsWith("HTTP/1.1 ")
        .doesNotContain("<Code>NoSuchBucket</Code>", "HTTP/1.1 500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "%f", "%zz", "a%", "%ff"})
  void a_path_that_is_not_percent_encoded(String key) throws IOException {
    assertThat(exchange("GET /examplebucket/" + key + " HTTP/1.1\r\nHost: localhost\r\n", ""))
        .startsWith("HTTP/1.1 400 ")
        .contains("<Code>InvalidURI</Code>", "<URI>/examplebucket/" + key + "</URI>");
  }

  /** A client that sends the whole body first reads the answer too. */
  @Test
  void a_body_that_is_too_large() throws IOException {
    int port = URI.create(sandbox.url()).getPort();
    byte[] piece = new byte[1024 * 1024];
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      String head = "PUT /examplebucket/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: ";
      out.write((head + 80 * piece.length + "\r\n\r\n").getBytes(UTF_8));
      for (int i = 0; i < 80; i++) {
        out.write(piece);
      }
      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 400 Bad Request")
          .contains(
              "<Code>EntityTooLarge</Code><Message>Your proposed upload exceeds the maximum allowed"
                  + " size: the sandbox accepts 64 MiB in a request; upload more in parts</Message>"
                  + "<ProposedSize>83886080</ProposedSize>"
                  + "<MaxSizeAllowed>67108864</MaxSizeAllowed>");
    }
  }

  private String post(String type, String body) throws IOException {
    String head = "POST /examplebucket HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type;
    return exchange(head + "\r\nContent-Length: " + body.length() + "\r\n", body);
  }

  private String exchange(String head, String body) throws IOException {
    int port = URI.create(sandbox.url()).getPort();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = head + "Connection: close\r\n\r\n" + body;
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
