package dev.keyturn.sandbox.http;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keyturn.sandbox.tls.ServerNames;
import dev.keyturn.sandbox.tls.TlsListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that is too slow is cut off, whatever it is slow at. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowClientTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(60), Duration.ofMillis(200), 1 << 30);
  private static final Patience NO_IDLING =
      new Patience(Duration.ofMillis(200), Duration.ofMillis(200), 1 << 30);
  private static final int BIG = 64 * 1024 * 1024;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "G",
        "GET / HTTP/1.1\r\nX: ",
        "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhell",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhe"
      })
  void a_request_that_does_not_end_is_cut_off(String begun) throws IOException {
    try (HttpServer server =
            serve(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), SHORT);
        Socket socket = send(server, begun)) {
      isCutOff(() -> socket.getInputStream().read());
    }
  }

  @Test
  void an_endless_slow_request_is_cut_off() throws IOException {
    try (HttpServer server =
            serve(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), SHORT);
        Socket socket = send(server, "POST / HTTP/1.1\r\nContent-Length: " + BIG + "\r\n\r\n")) {
      isCutOff(() -> writeForEver(socket));
    }
  }

  @Test
  void an_answer_that_nobody_takes_is_cut_off() throws IOException {
    try (HttpServer server =
            serve(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), SHORT);
        Socket socket = send(server, "GET /big HTTP/1.1\r\n\r\n")) {
      isCutOff(() -> writeForEver(socket));
    }
  }

  /** Each byte comes soon enough for a read not to time out, so that only the deadline is left. */
  @Test
  void a_handshake_that_trickles_is_cut_off() throws IOException {
    TlsListener listener =
        TlsListener.open(
            0,
            50,
            new ServerNames(InetAddress.getLoopbackAddress(), Set.of("localhost"), name -> false),
            Instant.now(),
            () -> false);
    try (HttpServer server = serve(listener.socket(), NO_IDLING);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(new byte[] {22, 3, 1, 64, 0});
      isCutOff(() -> {
        while (true) {
          Thread.sleep(20);
          socket.getOutputStream().write(0);
        }
      });
    }
  }

  private static HttpServer serve(ServerSocket listener, Patience patience) throws IOException {
    return HttpServer.start(
        listener,
        request ->
            Response.of(200, "text/plain", request.path().equals("/big") ? "x".repeat(BIG) : ""),
        Clock.systemUTC(),
        patience);
  }

  private static Socket send(HttpServer server, String text) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** One byte at a time, until the far end has had enough. */
  private static void writeForEver(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    while (true) {
      socket.getOutputStream().write(0);
    }
  }

  private static void isCutOff(ThrowingCallable client) {
    assertThatExceptionOfType(SocketException.class).isThrownBy(client);
  }
}
