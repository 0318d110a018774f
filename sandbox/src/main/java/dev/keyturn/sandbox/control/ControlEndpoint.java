package dev.keyturn.sandbox.control;

import static dev.keyturn.sandbox.statefile.type.Member.optional;
import static dev.keyturn.sandbox.statefile.type.StateMembers.FAULTS;
import static dev.keyturn.sandbox.statefile.type.Type.FLAG;
import static dev.keyturn.sandbox.statefile.type.Type.whole;

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
import dev.keyturn.sandbox.state.Settings;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.statefile.FaultReader;
import dev.keyturn.sandbox.statefile.StateWriter;
import dev.keyturn.sandbox.statefile.type.Field;
import dev.keyturn.sandbox.statefile.type.Member;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import dev.keyturn.sandbox.statefile.type.Type.ObjectType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Control calls: {@code POST} changes the sandbox, {@code GET} does not, and both answer how it is
 * then. Faults are cleared before new ones are added. The path is {@value #PATH}, and the header
 * {@code Authorization: Bearer TOKEN}. Safe for use by several threads.
 */
public final class ControlEndpoint implements Endpoint {
  /** No bucket can have this name. */
  public static final String PATH = "/_control";

  private static final int FAR = Integer.MAX_VALUE;
  private static final Member<Integer> CLOCK_OFFSET =
      optional("ClockOffsetSeconds", whole(-FAR, FAR));
  private static final Member<Integer> CLOCK = optional("Clock", whole(0, FAR));
  private static final Member<Integer> FROZEN_CLOCK = optional("FrozenClock", whole(0, FAR));
  private static final Member<Boolean> CLEAR_FAULTS = optional("ClearFaults", FLAG).or(false);
  private static final Member<Integer> KEY_DELAY = optional("KeyDelaySeconds", whole(0, FAR));
  private static final Member<Integer> SESSION_SECONDS = optional("SessionSeconds", whole(0, FAR));
  private static final Member<Boolean> RESET_REQUESTS = optional("ResetRequests", FLAG).or(false);
  private static final ObjectType CHANGE =
      new ObjectType(
          "change",
          CLOCK_OFFSET,
          CLOCK,
          FROZEN_CLOCK,
          CLEAR_FAULTS,
          FAULTS,
          KEY_DELAY,
          SESSION_SECONDS,
          RESET_REQUESTS);

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
      Field wish = CHANGE.read(new Field("", Json.parse(text)));
      synchronized (state) {
        change(wish);
      }
    } catch (JsonException | StateFileException | IllegalArgumentException e) {
      throw new AwsError(400, "InvalidInput", String.valueOf(e.getMessage()));
    }
  }

  /** All of it or, where a part is not possible, nothing. */
  private void change(Field wish) {
    List<Fault> added = wish.get(FAULTS).stream().map(FaultReader::read).toList();
    added.forEach(faults::check);
    Settings settings = settings(wish);
    Integer offset = wish.find(CLOCK_OFFSET);
    if (offset != null) {
      clock.runAhead(Duration.ofSeconds(offset));
    }
    Integer start = wish.find(CLOCK);
    if (start != null) {
      clock.startAt(Instant.ofEpochSecond(start));
    }
    Integer frozen = wish.find(FROZEN_CLOCK);
    if (frozen != null) {
      clock.freezeAt(Instant.ofEpochSecond(frozen));
    }
    if (wish.get(CLEAR_FAULTS)) {
      faults.clear();
    }
    added.forEach(faults::add);
    state.change(settings);
    if (wish.get(RESET_REQUESTS)) {
      log.reset();
    }
  }

  private Settings settings(Field wish) {
    Settings settings = state.settings();
    Integer delay = wish.find(KEY_DELAY);
    if (delay != null) {
      settings = settings.withKeyDelay(Duration.ofSeconds(delay));
    }
    Integer life = wish.find(SESSION_SECONDS);
    return life == null
        ? settings
        : settings.withSessionLife(life == 0 ? null : Duration.ofSeconds(life));
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
