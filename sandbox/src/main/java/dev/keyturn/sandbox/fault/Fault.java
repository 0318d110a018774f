package dev.keyturn.sandbox.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One fault to happen.
 *
 * @param action the action it waits for; {@code *} for any
 * @param times how many requests, or connections, meet it; null for every one until it is cleared
 * @param kind what happens; null when the request is only delayed
 * @param latency how long the request waits first
 * @param life for how long from now on it happens; null until it is cleared
 * @param clockOffset how far ahead the clock is for the request, for {@link Kind#CLOCK}
 */
public record Fault(
    String action,
    @Nullable Integer times,
    @Nullable Kind kind,
    Duration latency,
    @Nullable Duration life,
    Duration clockOffset) {

  /** The action of a fault that waits for none in particular. */
  public static final String ANY = "*";

  /** What a client meets. */
  public enum Kind {
    /** Refused as too fast; nothing is performed. */
    THROTTLE,
    /** An internal failure, HTTP 500; nothing is performed. */
    INTERNAL_FAILURE,
    /** Not available, HTTP 503; nothing is performed. */
    UNAVAILABLE,
    /** The service has not heard of the access key yet (eventual consistency). */
    UNKNOWN_KEY,
    /** The request is judged, and answered, by a clock that is off. */
    CLOCK,
    /** The action is performed and the connection breaks off before the answer. */
    CUT,
    /** The action is performed and its answer trickles. */
    SLOW,
    /** The action is performed and its answer is not a XML. */
    GARBAGE,
    /** The connection offers a certificate that ended yesterday: no request is sent. */
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
