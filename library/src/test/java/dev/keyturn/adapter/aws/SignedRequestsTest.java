package dev.keyturn.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keyturn.adapter.aws.connection.Connections;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.failure.AwsFailure;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.session.make.TokenService.Signer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRequestsTest {

  private static final Signer SIGNER =
      new Signer(
          "AKIAIOSFODNN7EXAMPLE", Secret.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"), null);

  /** Well below the limit of one read. */
  private static final TimeLimit LIMIT = new TimeLimit(Duration.ofMillis(700));

  @ParameterizedTest
  @Timeout(15)
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nX: ",
        "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n",
        "HTTP/1.1 200 OK\r\n\r\n"
      })
  void an_endless_slow_answer_is_given_up(String beginning) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> trickle(listener, beginning));
      server.setDaemon(true);
      server.start();

      URI endpoint = URI.create("http://127.0.0.1:" + listener.getLocalPort());
      Failure failure = failure(endpoint);

      assertThat(failure).isInstanceOf(AwsFailure.Unreachable.class);
      assertThat(failure.message()).contains("no answer in time");
    }
  }

  /** Nobody answers the handshake, so that no request was sent, nor is one later. */
  @Test
  @Timeout(15)
  void a_call_that_is_given_up_before_it_is_connected_was_not_sent() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI endpoint = URI.create("https://127.0.0.1:" + listener.getLocalPort());
      assertThat(failure(endpoint))
          .isEqualTo(new AwsFailure.Unreachable(endpoint.toString(), "no answer in time", false));
    }
  }

  /** While a person types the code, the connection for it is idle. */
  @Test
  void an_idle_connection_is_kept_for_as_long_as_a_code_is_valid() {
    assertThat(new Connections(Map.of())).isNotNull();
    assertThat(Integer.getInteger("http.keepAlive.time.server")).isGreaterThanOrEqualTo(30);
  }

  @Test
  @Timeout(15)
  void a_connection_that_the_server_has_closed_meanwhile_is_not_used() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      SynchronousQueue<String> closed = new SynchronousQueue<>();
      Thread server = new Thread(() -> answerAndClose(listener, closed));
      server.setDaemon(true);
      server.start();
      URI endpoint = URI.create("http://127.0.0.1:" + listener.getLocalPort());
      SignedRequests.Call call =
          new SignedRequests.Call(endpoint, "sts", "us-east-1", Map.of("Action", "Any"), null);
      SignedRequests requests =
          new SignedRequests(new Connections(Map.of()), Clock.systemUTC(), line -> {});
      for (String number : List.of("first", "second")) {
        assertThat(requests.send(call, SIGNER).body()).as(number).isEqualTo("answer");
        closed.take();
      }
    }
  }

  /** Each connection takes one request; nothing says so beforehand. */
  private static void answerAndClose(ServerSocket listener, SynchronousQueue<String> closed) {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = "head"; line != null && !line.isEmpty(); ) {
          line = in.readLine();
        }
        if (in.read(new char["Action=Any".length()]) < 0) {
          return;
        }
        socket
            .getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nanswer"
                    .getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        return;
      }
      try {
        closed.put("closed");
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static Failure failure(URI endpoint) {
    SignedRequests requests =
        new SignedRequests(new Connections(Map.of()), Clock.systemUTC(), line -> {}, LIMIT);
    SignedRequests.Call call = SignedRequests.Call.get(endpoint, "sts", "us-east-1");
    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> requests.send(call, SIGNER));
    assertThat(thrown).as("a failure").isNotNull();
    return thrown.failure();
  }

  private static void trickle(ServerSocket listener, String beginning) {
    try (Socket socket = listener.accept();
        OutputStream out = socket.getOutputStream()) {
      out.write(beginning.getBytes(StandardCharsets.UTF_8));
      while (!listener.isClosed()) {
        out.write('x');
        Thread.sleep(50);
      }
    } catch (IOException | InterruptedException e) {
      // The client went away, or the test is over.
    }
  }
}
