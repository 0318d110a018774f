package dev.keyturn.sandbox.control;

import dev.keyturn.sandbox.action.AwsError;
import dev.keyturn.sandbox.action.Target;
import dev.keyturn.sandbox.clock.SandboxClock;
import dev.keyturn.sandbox.fault.Fault;
import dev.keyturn.sandbox.fault.Faults;
import dev.keyturn.sandbox.gateway.Endpoint;
import dev.keyturn.sandbox.http.Request;
import dev.keyturn.sandbox.http.Response;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.JsonException;
import dev.keyturn.sandbox.json.Members;
import dev.keyturn.sandbox.log.RequestLog;
import dev.keyturn.sandbox.signature.Hash;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.statefile.FaultReader;
import dev.keyturn.sandbox.statefile.Field;
import dev.keyturn.sandbox.statefile.StateFileException;
import dev.keyturn.sandbox.statefile.StateWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Control calls: {@code GET} tells, {@code POST} changes and then tells.
 *
 * <pre>
 * change = { "ClockOffsetSeconds" : seconds, "Clock" : epoch, "FrozenClock" : epoch,
 *            "ClearFaults" : true, "Faults" : [ fault … ], "KeyDelaySeconds" : seconds,
 *            "SessionSeconds" : seconds, "ResetRequests" : true }
 * told   = { "Clock" : time, "Faults" : [ fault … ], "Requests" : { action : count … },
 *            "State" : {…} }
 * </pre>
 *
 * <p>Faults are cleared before new ones are added. The path is {@value #PATH}, and the header
 * {@code Authorization: Bearer TOKEN}. Safe for use by several threads.
 */
public final class ControlEndpoint implements Endpoint {
  /** No bucket can have this name. */
  public static final String PATH = "/_control";

  private static final int FAR = Integer.MAX_VALUE;

  private final String token;
  private final SandboxClock clock;
  private final Faults faults;
  private final RequestLog log;
  private final State state;

  public ControlEndpoint(
      String token, SandboxClock clock, Faults faults, RequestLog log, State state) {
    this.token = token;
    this.clock = clock;
    this.faults = faults;
    this.log = log;
    this.state = state;
  }

  @Override
  public boolean wants(Request request) {
    return request.path().equals(PATH);
  }

  @Override
  public Target target(Request request) {
    return new Target("control", "");
  }

  @Override
  public Response perform(Request request, Target target, String requestId) {
    String authorization = request.header("Authorization");
    if (authorization == null || !Hash.same(authorization, "Bearer " + token)) {
      throw new AwsError(403, "AccessDenied", "the control path wants the token of the ready line");
    }
    if (request.method().equals("POST")) {
      change(new String(request.body(), StandardCharsets.UTF_8));
    }
    return Response.of(200, "application/json", told().print() + "\n");
  }

  @Override
  public Response refuse(Request request, Target target, AwsError error, String requestId) {
    Json body = new Members().text("code", error.code()).text("message", error.text()).json();
    return Response.of(error.status(), "application/json", body.print() + "\n");
  }

  private void change(String text) {
    try {
      change(
          new Field("", Json.parse(text))
              .object(
                  Set.of(
                      "ClockOffsetSeconds",
                      "Clock",
                      "FrozenClock",
                      "ClearFaults",
                      "Faults",
                      "KeyDelaySeconds",
                      "SessionSeconds",
                      "ResetRequests")));
    } catch (JsonException | StateFileException | IllegalArgumentException e) {
      throw new AwsError(400, "InvalidInput", String.valueOf(e.getMessage()));
    }
  }

  /** All of it or, where a part is not possible, nothing. */
  private void change(Field wish) {
    List<Fault> added = wish.list("Faults", FaultReader::read);
    added.forEach(faults::check);
    if (wish.member("ClockOffsetSeconds") != null) {
      clock.runAhead(Duration.ofSeconds(wish.number("ClockOffsetSeconds", -FAR, FAR, 0)));
    }
    Instant start = epoch(wish.member("Clock"));
    if (start != null) {
      clock.startAt(start);
    }
    Instant frozen = epoch(wish.member("FrozenClock"));
    if (frozen != null) {
      clock.freezeAt(frozen);
    }
    if (wish.flag("ClearFaults", false)) {
      faults.clear();
    }
    added.forEach(faults::add);
    changeSettings(wish);
    if (wish.flag("ResetRequests", false)) {
      log.reset();
    }
  }

  private void changeSettings(Field wish) {
    synchronized (state) {
      if (wish.member("KeyDelaySeconds") != null) {
        Duration delay = Duration.ofSeconds(wish.number("KeyDelaySeconds", 0, FAR, 0));
        state.change(state.settings().withKeyDelay(delay));
      }
      int life = wish.number("SessionSeconds", 0, FAR, 0);
      if (wish.member("SessionSeconds") != null) {
        state.change(state.settings().withSessionLife(life == 0 ? null : Duration.ofSeconds(life)));
      }
    }
  }

  private static @Nullable Instant epoch(@Nullable Field field) {
    return field == null ? null : Instant.ofEpochSecond(field.number(0, FAR));
  }

  private Json told() {
    Members requests = new Members();
    log.counts().forEach(requests::number);
    synchronized (state) {
      return new Members()
          .time("Clock", clock.instant())
          .list("Faults", faults.waiting(), StateWriter::fault)
          .jsonIf("Requests", requests.json())
          .jsonIf("State", StateWriter.write(state, faults.waiting()))
          .json();
    }
  }

  /** Faults are for the clients of the services. */
  @Override
  public @Nullable FaultWords faultWords() {
    return null;
  }
}
