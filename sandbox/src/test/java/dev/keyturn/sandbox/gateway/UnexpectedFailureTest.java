package dev.keyturn.sandbox.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Target;
import dev.keyturn.sandbox.clock.SandboxClock;
import dev.keyturn.sandbox.fault.Faults;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Requests;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.log.RequestLog;
import dev.keyturn.sandbox.state.Identifiers;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake of the sandbox is answered, so that a client does not see a broken connection. */
class UnexpectedFailureTest {
  private final SandboxClock clock = new SandboxClock(Clock.systemUTC());
  private final StringWriter log = new StringWriter();
  private final List<Throwable> reported = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void the_client_is_answered_that_the_sandbox_failed(boolean isDeep) throws InterruptedException {
    Throwable mistake = isDeep ? new StackOverflowError() : new IllegalStateException("mistake");
    List<Response> answers = answers(new Failing(mistake, true));
    assertThat(answers)
        .singleElement()
        .satisfies(answer -> {
          assertThat(answer.status()).isEqualTo(500);
          assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("Broken: broken");
        });
    assertThat(reported).containsExactly(mistake);
    assertThat(log.toString()).contains("\"Status\":500,\"ErrorCode\":\"Broken\"");
  }

  @Test
  void an_endpoint_that_meets_no_faults_says_so_too() throws InterruptedException {
    List<Response> answers = answers(new Failing(new IllegalStateException("mistake"), false));
    assertThat(answers)
        .singleElement()
        .satisfies(answer -> assertThat(answer.status()).isEqualTo(500));
  }

  /** The report goes to the handler of the thread, which usually prints it. */
  private List<Response> answers(Endpoint endpoint) throws InterruptedException {
    Gateway gateway =
        new Gateway(
            List.of(endpoint),
            new Faults(List.of(), false, System::nanoTime),
            clock,
            Duration.ZERO,
            new RequestLog(clock, log),
            new Identifiers(new SecureRandom()));
    List<Response> answers = new ArrayList<>();
    Thread thread =
        new Thread(
            () -> answers.add(gateway.answer(Requests.read("GET / HTTP/1.1\r\nHost: x\r\n\r\n"))));
    thread.setUncaughtExceptionHandler((ignored, failure) -> reported.add(failure));
    thread.start();
    thread.join();
    return answers;
  }

  private record Failing(Throwable mistake, boolean hasWords) implements Endpoint {
    @Override
    public boolean wants(Request request) {
      return true;
    }

    @Override
    public Target target(Request request) {
      return new Target("test", "Fail");
    }

    @Override
    public Response perform(Request request, Target target, String requestId) {
      if (mistake instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) mistake;
    }

    @Override
    public Response refuse(Request request, Target target, AwsError error, String requestId) {
      return Response.of(error.status(), "text/plain", error.code() + ": " + error.text());
    }

    @Override
    public @Nullable FaultWords faultWords() {
      AwsError broken = new AwsError(500, "Broken", "broken");
      return hasWords ? new FaultWords(broken, broken, broken, broken) : null;
    }
  }
}
