package dev.keyturn.sandbox.fault;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One fault to happen.
 *
 * @param action the action it waits for; {@code *} for any
 * @param times how many requests meet it; null for every one until it is cleared
 * @param kind what happens; null when the request is only delayed
 * @param latency how long the request waits first
 */
public record Fault(String action, @Nullable Integer times, @Nullable Kind kind, Duration latency) {

  /** What a client meets. */
  public enum Kind {
    /** Refused as too fast; nothing is performed. */
    THROTTLE,
    /** An internal failure, HTTP 500; nothing is performed. */
    INTERNAL_FAILURE,
    /** Not available, HTTP 503; nothing is performed. */
    UNAVAILABLE,
    /** The action is performed and the connection breaks off before the answer. */
    CUT,
    /** The action is performed and its answer trickles. */
    SLOW,
    /** The action is performed and its answer is no XML. */
    GARBAGE;

    /** The name in state files and control calls: {@code throttle}, {@code 500}, {@code 503}, … */
    public String label() {
      return switch (this) {
        case INTERNAL_FAILURE -> "500";
        case UNAVAILABLE -> "503";
        case THROTTLE, CUT, SLOW, GARBAGE -> name().toLowerCase(Locale.ROOT);
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
  }

  boolean concerns(String name) {
    return action.equals("*") || action.equals(name);
  }

  @Nullable Fault spent() {
    if (times == null) {
      return this;
    }
    return times <= 1 ? null : new Fault(action, times - 1, kind, latency);
  }
}
