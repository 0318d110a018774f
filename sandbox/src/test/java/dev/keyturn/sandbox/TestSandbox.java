package dev.keyturn.sandbox;

import static java.util.Objects.requireNonNull;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.keyturn.sandbox.clock.SandboxClock;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.mfa.Base32;
import dev.keyturn.sandbox.running.ListenPlace;
import dev.keyturn.sandbox.running.RunningSandbox;
import dev.keyturn.sandbox.running.Setup;
import dev.keyturn.sandbox.running.Transport;
import dev.keyturn.sandbox.state.Account;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.state.identity.User;
import dev.keyturn.sandbox.statefile.Situation;
import dev.keyturn.sandbox.statefile.StateReader;
import dev.keyturn.sandbox.statefile.StateSchema;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A sandbox in this process, whose clock is stopped until a test moves it. */
public final class TestSandbox implements AutoCloseable {
  public static final Instant START = Instant.parse("2026-11-21T09:00:10Z");

  private final SandboxClock clock = new SandboxClock(Clock.systemUTC());
  private final RunningSandbox running;
  private final HttpClient http = HttpClient.newHttpClient();
  private final StringWriter log = new StringWriter();
  private Instant now = START;

  private TestSandbox(String state, Transport transport, @Nullable String domain) {
    clock.freezeAt(now);
    requireValid(state);
    Identifiers identifiers = new Identifiers(new SecureRandom());
    Situation situation = new StateReader(identifiers, now).read(state);
    try {
      ListenPlace place = new ListenPlace(ListenPlace.loopback(), 0, domain);
      Setup setup = new Setup(place, transport, Duration.ZERO, log, null);
      running = RunningSandbox.start(setup, situation, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The default company. */
  public static TestSandbox start() {
    return start("{}");
  }

  /** The company of a state file's text. */
  public static TestSandbox start(String state) {
    return new TestSandbox(state, Transport.HTTP, null);
  }

  /** The company of a state file's text; its buckets have hosts below this domain too. */
  public static TestSandbox start(String state, String domain) {
    return new TestSandbox(state, Transport.HTTP, domain);
  }

  /** The company of a state file's text, for clients that speak TLS and go by the real clock. */
  public static TestSandbox startSecure(String state) {
    return startSecure(state, null);
  }

  /** The same with hosts of buckets below this domain. */
  public static TestSandbox startSecure(String state, @Nullable String domain) {
    TestSandbox sandbox = new TestSandbox(state, Transport.TLS, domain);
    sandbox.clock.runAhead(Duration.ZERO);
    return sandbox;
  }

  /** The file with the authority that clients of a secure sandbox must trust. */
  public Path caBundle() {
    return requireNonNull(running.caBundle());
  }

  public String controlToken() {
    return running.controlToken();
  }

  public String url() {
    return running.url();
  }

  public String host() {
    return running.url().substring("http://".length());
  }

  public State state() {
    return running.state();
  }

  /** What {@code --save-state} writes. */
  public String saved() {
    return running.describe().print();
  }

  /** The request log so far. */
  public String log() {
    return log.toString();
  }

  public Instant now() {
    return now;
  }

  /** Moves the clock. */
  public void pass(Duration time) {
    now = now.plus(time);
    clock.freezeAt(now);
  }

  /** A client with the first key of this user of the first account. */
  public TestClient as(String userName) {
    return as(0, userName);
  }

  /** A client with the first key of this user of the account at this place, from 0. */
  public TestClient as(int place, String userName) {
    Account account = state().accounts().get(place);
    User user = userName.equals("root") ? account.root() : account.user(userName);
    if (user == null || user.accessKeys().isEmpty()) {
      throw new IllegalArgumentException("nobody with a key is called " + userName);
    }
    return with(user.accessKeys().get(0).id(), user.accessKeys().get(0).secret());
  }

  public TestClient with(String accessKeyId, String secret) {
    return new TestClient(this, accessKeyId, secret, null, "us-east-1");
  }

  /** The code that the device shows now, by an independent generator. */
  public String code(String serialNumber) {
    return code(serialNumber, now);
  }

  public String code(String serialNumber, Instant when) {
    for (Account account : state().accounts()) {
      var device = account.device(serialNumber);
      if (device != null && device.codes() != null) {
        return oracle(device.codes().seed(), when);
      }
    }
    throw new IllegalArgumentException("no device " + serialNumber);
  }

  /** RFC 6238 by java-otp. */
  public static String oracle(String seed, Instant when) {
    try {
      return new TimeBasedOneTimePasswordGenerator()
          .generateOneTimePasswordString(new SecretKeySpec(Base32.decode(seed), "HmacSHA1"), when);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Sends a control call with the token, and returns the answer. */
  public Json.Obj control(String change) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(running.controlUrl()))
            .header("Authorization", "Bearer " + running.controlToken())
            .POST(HttpRequest.BodyPublishers.ofString(change))
            .build();
    return (Json.Obj) Json.parse(send(request).body());
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** States of tests, and what is left of them, are ones that the published schema accepts. */
  private static void requireValid(String state) {
    List<String> complaints = StateSchema.complaints(state);
    if (!complaints.isEmpty()) {
      throw new IllegalStateException(complaints.toString());
    }
  }

  @Override
  public void close() {
    requireValid(running.describe().print());
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
