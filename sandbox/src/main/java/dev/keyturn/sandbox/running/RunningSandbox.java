package dev.keyturn.sandbox.running;

import dev.keyturn.sandbox.authorization.Authorization;
import dev.keyturn.sandbox.clock.SandboxClock;
import dev.keyturn.sandbox.control.ControlEndpoint;
import dev.keyturn.sandbox.control.Controls;
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
import dev.keyturn.sandbox.s3.wire.BucketHosts;
import dev.keyturn.sandbox.signin.SigninEndpoint;
import dev.keyturn.sandbox.state.Identifiers;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.statefile.Situation;
import dev.keyturn.sandbox.statefile.StateReader;
import dev.keyturn.sandbox.statefile.StateWriter;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import dev.keyturn.sandbox.sts.Sts;
import dev.keyturn.sandbox.tls.ServerNames;
import dev.keyturn.sandbox.tls.TlsListener;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A sandbox that accepts requests, with all its parts put together. */
public final class RunningSandbox implements Closeable {
  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final Setup setup;
  private final State state;
  private final Controls controls;
  private final Faults faults;
  private final String controlToken;
  private final @Nullable Path caBundle;

  private RunningSandbox(Setup setup, Situation situation, SandboxClock clock) throws IOException {
    this.setup = setup;
    this.state = situation.state();
    this.faults = faults(situation, setup.transport());
    ListenPlace place = setup.place();
    BucketHosts hosts = new BucketHosts(place.names());
    TlsListener tls =
        setup.transport() == Transport.HTTP ? null : secureListener(setup, hosts, faults);
    this.caBundle = tls == null ? null : tls.caBundle();
    String token = setup.controlToken();
    this.controlToken = token == null ? state.identifiers().controlToken() : token;
    RequestLog log = new RequestLog(clock, setup.log());
    this.controls = new Controls(state, faults, clock, log);
    ServerSocket listener =
        tls == null ? new ServerSocket(place.port(), BACKLOG, place.address()) : tls.socket();
    this.server = HttpServer.start(listener, gateway(hosts, clock, log), clock);
  }

  /**
   * Starts within this process, over plain http on any free port of 127.0.0.1.
   *
   * @param state JSON, as in a state file
   * @throws StateFileException for an invalid state
   * @throws IOException when there is no free port
   */
  public static RunningSandbox start(String state, SandboxClock clock) throws IOException {
    StateReader reader = new StateReader(new Identifiers(new SecureRandom()), clock.instant());
    return start(Setup.local(), reader.read(state), clock);
  }

  /**
   * Starts.
   *
   * @throws IOException when the port is taken, or the address is not one of this computer
   */
  public static RunningSandbox start(Setup setup, Situation situation, SandboxClock clock)
      throws IOException {
    return new RunningSandbox(setup, situation, clock);
  }

  /** Clients judge the certificate by the real clock, whatever the sandbox's says. */
  private static TlsListener secureListener(Setup setup, BucketHosts hosts, Faults faults)
      throws IOException {
    BooleanSupplier expired =
        setup.transport() == Transport.TLS_EXPIRED ? () -> true : faults::nextCertificateIsExpired;
    ListenPlace place = setup.place();
    ServerNames names = new ServerNames(place.address(), place.names(), hosts::include);
    return TlsListener.open(place.port(), BACKLOG, names, Instant.now(), expired);
  }

  private static Faults faults(Situation situation, Transport transport) {
    try {
      return new Faults(situation.faults(), transport != Transport.HTTP, System::nanoTime);
    } catch (IllegalArgumentException e) {
      throw new StateFileException("Faults: " + e.getMessage());
    }
  }

  private Gateway gateway(BucketHosts hosts, SandboxClock clock, RequestLog log) {
    Callers callers = new Callers(state);
    Authorization authorization = new Authorization();
    Authentication authentication = new Authentication(state, callers, clock);
    Endpoint query =
        new QueryEndpoint(
            List.of(Sts.service(callers, authorization), Iam.service()),
            state,
            authentication,
            authorization,
            clock);
    return new Gateway(
        List.of(
            new ControlEndpoint(controlToken, controls),
            new SigninEndpoint(state, callers, clock),
            new LoginEndpoint(state, callers, authorization, clock),
            new S3Endpoint(state, authentication, authorization, clock, hosts),
            query,
            new EchoEndpoint(authentication, clock)),
        faults,
        clock,
        setup.latency(),
        log,
        state.identifiers());
  }

  /** Where it answers, as clients on this computer write it. */
  public String url() {
    return (caBundle == null ? "http" : "https")
        + "://"
        + setup.place().host()
        + ":"
        + server.port();
  }

  /** The file that clients must trust, or null without TLS. */
  public @Nullable Path caBundle() {
    return caBundle;
  }

  public String controlUrl() {
    return url() + ControlEndpoint.PATH;
  }

  public String controlToken() {
    return controlToken;
  }

  /** What can be done to it while it runs. */
  public Controls controls() {
    return controls;
  }

  public State state() {
    return state;
  }

  /** The state as it is now, made-up keys and seeds included. */
  public Json describe() {
    synchronized (state) {
      return StateWriter.write(state, faults.waiting());
    }
  }

  /** Stops at once: requests under way are cut. */
  @Override
  public void close() throws IOException {
    server.close();
    if (caBundle != null) {
      Files.deleteIfExists(caBundle);
    }
  }
}
