package dev.keyturn.sandbox.control;

import static dev.keyturn.sandbox.statefile.Additions.ADD_DEVICES;
import static dev.keyturn.sandbox.statefile.Additions.ADD_KEYS;
import static dev.keyturn.sandbox.statefile.Additions.ADD_USERS;
import static dev.keyturn.sandbox.statefile.type.Member.optional;
import static dev.keyturn.sandbox.statefile.type.StateMembers.ACCOUNT_ID;
import static dev.keyturn.sandbox.statefile.type.StateMembers.FAULTS;
import static dev.keyturn.sandbox.statefile.type.Type.FLAG;
import static dev.keyturn.sandbox.statefile.type.Type.whole;

import dev.keyturn.sandbox.clock.SandboxClock;
import dev.keyturn.sandbox.fault.Fault;
import dev.keyturn.sandbox.fault.Faults;
import dev.keyturn.sandbox.json.Json;
import dev.keyturn.sandbox.json.JsonException;
import dev.keyturn.sandbox.json.Members;
import dev.keyturn.sandbox.log.RequestLog;
import dev.keyturn.sandbox.state.Settings;
import dev.keyturn.sandbox.state.State;
import dev.keyturn.sandbox.statefile.Additions;
import dev.keyturn.sandbox.statefile.FaultReader;
import dev.keyturn.sandbox.statefile.StateReader;
import dev.keyturn.sandbox.statefile.StateWriter;
import dev.keyturn.sandbox.statefile.type.Field;
import dev.keyturn.sandbox.statefile.type.Member;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import dev.keyturn.sandbox.statefile.type.Type.ObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The control of a running sandbox by the program that started it. Safe for use by several threads.
 */
public final class Controls {
  private static final int FAR = Integer.MAX_VALUE;
  private static final Member<Boolean> RESET = optional("Reset", FLAG).or(false);
  private static final Member<Integer> CLOCK_OFFSET =
      optional("ClockOffsetSeconds", whole(-FAR, FAR));
  private static final Member<Integer> CLOCK = optional("Clock", whole(0, FAR));
  private static final Member<Integer> FROZEN_CLOCK = optional("FrozenClock", whole(0, FAR));
  private static final Member<Integer> ADVANCE = optional("AdvanceClockSeconds", whole(0, FAR));
  private static final Member<Boolean> CLEAR_FAULTS = optional("ClearFaults", FLAG).or(false);
  private static final Member<Integer> KEY_DELAY = optional("KeyDelaySeconds", whole(0, FAR));
  private static final Member<Integer> SESSION_SECONDS = optional("SessionSeconds", whole(0, FAR));
  private static final Member<Boolean> RESET_REQUESTS = optional("ResetRequests", FLAG).or(false);
  private static final ObjectType CHANGE =
      new ObjectType(
          "change",
          RESET,
          ACCOUNT_ID,
          ADD_USERS,
          ADD_KEYS,
          ADD_DEVICES,
          CLOCK_OFFSET,
          CLOCK,
          FROZEN_CLOCK,
          ADVANCE,
          CLEAR_FAULTS,
          FAULTS,
          KEY_DELAY,
          SESSION_SECONDS,
          RESET_REQUESTS);

  private final State state;
  private final Faults faults;
  private final SandboxClock clock;
  private final RequestLog log;
  private final String firstState;
  private final List<Fault> firstFaults;
  private final SandboxClock.Reading firstReading;

  /** Remembers the present state, which a reset restores. */
  public Controls(State state, Faults faults, SandboxClock clock, RequestLog log) {
    this.state = state;
    this.faults = faults;
    this.clock = clock;
    this.log = log;
    this.firstState = StateWriter.write(state, List.of()).print();
    this.firstFaults = faults.waiting();
    this.firstReading = clock.reading();
  }

  /**
   * Applies a JSON object completely or, if a part is not possible, not at all. A reset is applied
   * first, and faults are cleared before new ones are added.
   *
   * @throws StateFileException naming the place and the mistake
   */
  public void change(String json) {
    try {
      Field wish = CHANGE.read(new Field("", Json.parse(json)));
      synchronized (state) {
        change(wish);
      }
    } catch (JsonException | IllegalArgumentException e) {
      throw new StateFileException(String.valueOf(e.getMessage()));
    }
  }

  private void change(Field wish) {
    List<Fault> added = wish.get(FAULTS).stream().map(FaultReader::read).toList();
    added.forEach(faults::check);
    boolean reset = wish.get(RESET);
    State changed = reset ? first() : state;
    Settings settings = settings(wish, changed.settings());
    Additions.add(changed, wish, clock.instant());
    if (reset) {
      restore(changed);
    }
    state.change(settings);
    setClock(wish);
    if (wish.get(CLEAR_FAULTS)) {
      faults.clear();
    }
    added.forEach(faults::add);
    if (wish.get(RESET_REQUESTS)) {
      log.reset();
    }
  }

  private State first() {
    return new StateReader(state.identifiers(), clock.instant()).read(firstState).state();
  }

  private void restore(State first) {
    state.become(first);
    clock.goAs(firstReading);
    faults.clear();
    firstFaults.forEach(faults::add);
    log.reset();
  }

  private void setClock(Field wish) {
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
    Integer seconds = wish.find(ADVANCE);
    if (seconds != null) {
      clock.advance(Duration.ofSeconds(seconds));
    }
  }

  private static Settings settings(Field wish, Settings before) {
    Settings settings = before;
    Integer delay = wish.find(KEY_DELAY);
    if (delay != null) {
      settings = settings.withKeyDelay(Duration.ofSeconds(delay));
    }
    Integer life = wish.find(SESSION_SECONDS);
    return life == null
        ? settings
        : settings.withSessionLife(life == 0 ? null : Duration.ofSeconds(life));
  }

  /** Clock, faults, counts of requests and state: with keys and seeds, so as secret as those. */
  public Json described() {
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

  /** The time by the sandbox's clock. */
  public Instant now() {
    return clock.instant();
  }

  /** Advances the clock. */
  public void advance(Duration time) {
    clock.advance(time);
  }

  /** How often an action was requested since the start or the last reset. */
  public long requests(String action) {
    return log.counts().getOrDefault(action, 0L);
  }

  /**
   * A code that AWS would accept now from a device that shows the right time.
   *
   * @param device a serial number or the name of a user, whose first device with codes is used
   * @throws StateFileException when the device does not exist, has no known codes, or all codes
   *     accepted now were used
   */
  public String code(String device) {
    synchronized (state) {
      String code = new People(state).codes(device).unusedCode(clock.instant());
      if (code == null) {
        throw new StateFileException(
            "the codes of "
                + device
                + " that are accepted now were all used; advance the clock by 30 seconds");
      }
      return code;
    }
  }

  /**
   * A user's first active access key, in the file format of the AWS console.
   *
   * @throws StateFileException when the user does not exist, or has no active key
   */
  public String keyFile(String userName) {
    synchronized (state) {
      return KeyFile.of(new People(state).user(userName));
    }
  }
}
