package dev.keyturn.sandbox.statefile;

import static dev.keyturn.sandbox.statefile.type.StateMembers.*;

import dev.keyturn.sandbox.fault.Fault;
import dev.keyturn.sandbox.fault.Fault.Kind;
import dev.keyturn.sandbox.statefile.type.Field;
import dev.keyturn.sandbox.statefile.type.StateFileException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads a fault of a state file or of a control call. */
public final class FaultReader {
  private FaultReader() {}

  /**
   * The fault of this object.
   *
   * @throws StateFileException naming the member that is wrong
   */
  public static Fault read(Field field) {
    String label = field.find(FAULT_KIND);
    Kind kind = label == null ? null : Kind.labelled(label);
    String action = field.get(FAULT_ACTION);
    int latency = field.get(FAULT_LATENCY);
    if (kind == null && latency == 0) {
      throw field.wrong("needs \"Kind\" or \"LatencyMillis\"");
    }
    if (kind == Kind.EXPIRED_CERTIFICATE && (!action.equals(Fault.ANY) || latency != 0)) {
      throw field.wrong(
          "\"Action\" and \"LatencyMillis\" do not go with expired-certificate: a client that meets"
              + " it sends no request");
    }
    Integer seconds = field.find(FAULT_SECONDS);
    return new Fault(
        action,
        field.find(FAULT_TIMES),
        kind,
        Duration.ofMillis(latency),
        seconds == null ? null : Duration.ofSeconds(seconds),
        offset(field, kind));
  }

  private static Duration offset(Field field, @Nullable Kind kind) {
    Integer offset = field.find(FAULT_OFFSET);
    if ((kind == Kind.CLOCK) != (offset != null)) {
      throw field.wrong("\"OffsetSeconds\" belongs to the kind clock, and only to it");
    }
    return Duration.ofSeconds(offset == null ? 0 : offset);
  }
}
