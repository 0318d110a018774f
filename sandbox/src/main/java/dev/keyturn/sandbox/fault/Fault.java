package dev.keyturn.sandbox.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A fault to inject.
 *
 * @param action the action it applies to; {@code *} for any
 * @param times how many requests, or connections, it affects; null for every one until it is
 *     cleared
 * @param kind its effect; null to only delay the request
 * @param latency how long the request is delayed
 * @param life how long it lasts from now on; null until it is cleared
 * @param clockOffset how far ahead the clock is for the request, for {@link Kind#CLOCK}
 */
public record Fault(
    String action,
    @Nullable Integer times,
    @Nullable Kind kind,
    Duration latency,
    @Nullable Duration life,
    Duration clockOffset) {

  /** The action of a fault that applies to any action. */
  public static final String ANY = "*";

  /** The effect on the client. */
  public enum Kind {
    /** Refused by throttling; nothing is performed. */
    THROTTLE,
    /** An internal failure, HTTP 500; nothing is performed. */
    INTERNAL_FAILURE,
    /** Not available, HTTP 503; nothing is performed. */
    UNAVAILABLE,
    /** The service has not heard of the access key yet (eventual consistency). */
    UNKNOWN_KEY,
    /** The request is checked and answered with a wrong clock. */
    CLOCK,
    /** The action is performed and the connection is closed before the answer. */
    CUT,
    /** The action is performed and its answer is sent very slowly. */
    SLOW,
    /** The action is performed and its answer is not XML. */
    GARBAGE,
    /** The connection presents a certificate that expired yesterday, so that no request is sent. */
    EXPIRED_CERTIFICATE;

    /** The name in state files and control calls: {@code throttle}, {@code 500}, {@code 503}, … */
    public String label() {
      return switch (this) {
        case INTERNAL_FAILURE -> "500";
        case UNAVAILABLE -> "503";
        case THROTTLE, UNKNOWN_KEY, CLOCK, CUT, SLOW, GARBAGE, EXPIRED_CERTIFICATE ->
            name().toLowerCase(Locale.ROOT).replace('_', '-');
      };
    }

    /** The kind of this name, or null. */
    public static @Nullable Kind labelled(String label) {
      for (Kind kind : values()) {
        if (kind.label().equals(label)) {
          return kind;
        }
      }
      return null;
    }

    /** The names of all kinds. */
    public static List<String> labels() {
      List<String> labels = new ArrayList<>();
      for (Kind kind : values()) {
        labels.add(kind.label());
      }
      return labels;
    }
  }

  boolean concerns(String name) {
    return action.equals(ANY) || action.equals(name);
  }

  boolean isOfConnections() {
    return kind == Kind.EXPIRED_CERTIFICATE;
  }

  @Nullable Fault spent() {
    if (times == null) {
      return this;
    }
    return times <= 1 ? null : new Fault(action, times - 1, kind, latency, life, clockOffset);
  }

  Fault living(Duration rest) {
    return new Fault(action, times, kind, latency, rest, clockOffset);
  }
}
