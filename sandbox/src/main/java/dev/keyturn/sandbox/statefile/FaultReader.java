package dev.keyturn.sandbox.statefile;

import dev.keyturn.sandbox.fault.Fault;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a fault of a state file or of a control call.
 *
 * <pre>
 * fault = { "Action" : name / "*", "Times" : count, "Kind" : kind, "LatencyMillis" : millis }
 * kind  = "throttle" / "500" / "503" / "cut" / "slow" / "garbage"
 * </pre>
 *
 * <p>Each member can be missing: any action, every time, no kind but latency only, no latency.
 */
public final class FaultReader {
  private static final int MAX_MILLIS = 600_000;

  private FaultReader() {}

  /**
   * The fault of this object.
   *
   * @throws StateFileException naming the member that is wrong
   */
  public static Fault read(Field field) {
    field.object(Set.of("Action", "Times", "Kind", "LatencyMillis"));
    Fault.Kind kind = kind(field.member("Kind"));
    int latency = field.number("LatencyMillis", 0, MAX_MILLIS, 0);
    if (kind == null && latency == 0) {
      throw field.wrong("neither \"Kind\" nor \"LatencyMillis\"");
    }
    return new Fault(
        field.text("Action", "*"),
        field.member("Times") == null ? null : field.number("Times", 1, Integer.MAX_VALUE, 1),
        kind,
        Duration.ofMillis(latency));
  }

  private static Fault.@Nullable Kind kind(@Nullable Field field) {
    if (field == null) {
      return null;
    }
    Fault.Kind kind = Fault.Kind.labelled(field.text());
    if (kind == null) {
      throw field.wrong("must be one of throttle, 500, 503, cut, slow, garbage");
    }
    return kind;
  }
}
