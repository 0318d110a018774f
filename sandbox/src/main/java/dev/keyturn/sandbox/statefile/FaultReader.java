package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.fault.Fault;
import dev.keyturn.sandbox.fault.Fault.Kind;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a fault of a state file or of a control call.
 *
 * <pre>
 * fault = { "Action" : name / "*", "Times" : count, "Seconds" : seconds, "Kind" : kind,
 *           "LatencyMillis" : millis, "OffsetSeconds" : seconds }
 * kind  = "throttle" / "500" / "503" / "unknown-key" / "clock" / "cut" / "slow" / "garbage"
 *         / "expired-certificate"
 * </pre>
 *
 * <p>Each member can be missing: any action, every time, for ever, no kind but latency only, no
 * latency. {@code OffsetSeconds} belongs to the kind {@code clock}, and only to it. An expired
 * certificate is met before an action is named: it has neither {@code Action} nor latency.
 */
public final class FaultReader {
  private static final int MAX_MILLIS = 600_000;
  private static final int MAX_SECONDS = 366 * 24 * 3600;

  private FaultReader() {}

  /**
   * The fault of this object.
   *
   * @throws StateFileException naming the member that is wrong
   */
  public static Fault read(Field field) {
    field.object(Set.of("Action", "Times", "Seconds", "Kind", "LatencyMillis", "OffsetSeconds"));
    Kind kind = kind(field.member("Kind"));
    int latency = field.number("LatencyMillis", 0, MAX_MILLIS, 0);
    if (kind == null && latency == 0) {
      throw field.wrong("neither \"Kind\" nor \"LatencyMillis\"");
    }
    String action = field.text("Action", Fault.ANY);
    if (kind == Kind.EXPIRED_CERTIFICATE && (!action.equals(Fault.ANY) || latency != 0)) {
      throw field.wrong(
          "an expired certificate is met by a connection, before any action: neither \"Action\" nor"
              + " \"LatencyMillis\"");
    }
    int seconds = field.number("Seconds", 1, MAX_SECONDS, 0);
    return new Fault(
        action,
        field.member("Times") == null ? null : field.number("Times", 1, Integer.MAX_VALUE, 1),
        kind,
        Duration.ofMillis(latency),
        seconds == 0 ? null : Duration.ofSeconds(seconds),
        offset(field, kind));
  }

  private static Duration offset(Field field, @Nullable Kind kind) {
    if ((kind == Kind.CLOCK) != (field.member("OffsetSeconds") != null)) {
      throw field.wrong("\"OffsetSeconds\" and the kind clock belong together");
    }
    return Duration.ofSeconds(field.number("OffsetSeconds", -MAX_SECONDS, MAX_SECONDS, 0));
  }

  private static @Nullable Kind kind(@Nullable Field field) {
    if (field == null) {
      return null;
    }
    Kind kind = Kind.labelled(field.text());
    if (kind == null) {
      throw field.wrong("must be one of " + Kind.labels());
    }
    return kind;
  }
}
