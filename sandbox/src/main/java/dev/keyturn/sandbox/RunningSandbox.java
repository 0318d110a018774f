package dev.keyturn.sandbox;

import dev.keyturn.sandbox.authorization.Authorization;
import dev.keyturn.sandbox.clock.SandboxClock;
import dev.keyturn.sandbox.control.ControlEndpoint;
import dev.keyturn.sandbox.credential.Callers;
import dev.keyturn.sandbox.echo.EchoEndpoint;
import dev.keyturn.sandbox.fault.Faults;
import dev.keyturn.sandbox.gateway.Authentication;
import dev.keyturn.sandbox.gateway.Endpoint;
import dev.keyturn.sandbox.gateway.Gateway;
import dev.keyturn.sandbox.http.HttpServer;
import dev.keyturn.sandbox.iam.Iam;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.log.RequestLog;
import dev.keyturn.sandbox.login.LoginEndpoint;
import dev.keyturn.sandbox.query.QueryEndpoint;
import dev.keyturn.sandbox.s3.S3Endpoint;
import dev.keyturn.sandbox.signin.SigninEndpoint;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.statefile.Situation;
import dev.keyturn.sandbox.statefile.StateReader;
import dev.keyturn.sandbox.statefile.StateWriter;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import dev.keyturn.sandbox.sts.Sts;
import dev.keyturn.sandbox.tls.TlsListener;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A sandbox that accepts requests, with all its parts put together. */
public final class RunningSandbox implements Closeable {
  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final Situation situation;
  private final Faults faults;
  private final String controlToken;
  private final @Nullable Path caBundle;

  private RunningSandbox(
      HttpServer server,
      Situation situation,
      Faults faults,
      String controlToken,
      @Nullable Path caBundle) {
    this.server = server;
    this.situation = situation;
    this.faults = faults;
    this.controlToken = controlToken;
    this.caBundle = caBundle;
  }

  /**
   * Starts within this process, over plain http on any free port of 127.0.0.1.
   *
   * @param state what a state file would say
   * @throws StateFileException when no state file could say so
   * @throws IOException when there is no free port
   */
  public static RunningSandbox start(String state, SandboxClock clock) throws IOException {
    StateReader reader = new StateReader(new Identifiers(new SecureRandom()), clock.instant());
    return start(0, Transport.HTTP, reader.read(state), clock, Duration.ZERO, null);
  }

  /**
   * Starts on a port of 127.0.0.1.
   *
   * @param port 0 for any free one
   * @param transport how clients talk to it
   * @param latency how long each request waits
   * @param log where the request log goes; null for nowhere
   * @throws IOException when the port is taken
   */
  static RunningSandbox start(
      int port,
      Transport transport,
      Situation situation,
      SandboxClock clock,
      Duration latency,
      @Nullable Writer log)
      throws IOException {
    Faults faults = faults(situation, transport);
    TlsListener tls = transport == Transport.HTTP ? null : secureListener(port, transport, faults);
    ServerSocket listener =
        tls == null ? new ServerSocket(port, BACKLOG, HttpServer.loopback()) : tls.socket();
    String token = situation.state().identifiers().controlToken();
    Gateway gateway = gateway(situation.state(), faults, clock, latency, log, token);
    HttpServer server = HttpServer.start(listener, gateway, clock);
    return new RunningSandbox(
        server, situation, faults, token, tls == null ? null : tls.caBundle());
  }

  /** Clients judge the certificate by the real clock, whatever the sandbox's says. */
  private static TlsListener secureListener(int port, Transport transport, Faults faults)
      throws IOException {
    BooleanSupplier expired =
        transport == Transport.TLS_EXPIRED ? () -> true : faults::nextCertificateIsExpired;
    return TlsListener.open(port, BACKLOG, HttpServer.loopback(), Instant.now(), expired);
  }

  private static Faults faults(Situation situation, Transport transport) {
    try {
      return new Faults(situation.faults(), transport != Transport.HTTP, System::nanoTime);
    } catch (IllegalArgumentException e) {
      throw new StateFileException("Faults: " + e.getMessage());
    }
  }

  private static Gateway gateway(
      State state,
      Faults faults,
      SandboxClock clock,
      Duration latency,
      @Nullable Writer logWriter,
      String controlToken) {
    Callers callers = new Callers(state);
    Authorization authorization = new Authorization();
    Authentication authentication = new Authentication(state, callers);
    RequestLog log = new RequestLog(clock, logWriter);
    Endpoint query =
        new QueryEndpoint(
            List.of(Sts.service(callers, authorization), Iam.service()),
            state,
            authentication,
            authorization,
            clock);
    Endpoint control = new ControlEndpoint(controlToken, clock, faults, log, state);
    return new Gateway(
        List.of(
            control,
            new SigninEndpoint(state, callers, clock),
            new LoginEndpoint(state, callers, authorization, clock),
            query,
            new S3Endpoint(state, authentication, authorization, clock),
            new EchoEndpoint(authentication, clock)),
        faults,
        clock,
        latency,
        log,
        state.identifiers());
  }

  /** Where it answers. */
  public String url() {
    return (caBundle == null ? "http" : "https") + "://127.0.0.1:" + server.port();
  }

  /** The file that clients must trust, or null without TLS. */
  @Nullable Path caBundle() {
    return caBundle;
  }

  String controlUrl() {
    return url() + ControlEndpoint.PATH;
  }

  String controlToken() {
    return controlToken;
  }

  State state() {
    return situation.state();
  }

  /** The state as it is now, made-up keys and seeds included. */
  Json describe() {
    synchronized (situation.state()) {
      return StateWriter.write(situation.state(), faults.waiting());
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
