package dev.keyturn.sandbox.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as AWS writes them. */
public final class Timestamps {
  private Timestamps() {}

  /**
   * The time in whole seconds, such as {@code 2026-11-21T09:00:00Z}. It needs no formatter, which
   * would take a tenth of the sandbox's start.
   */
  public static String text(Instant time) {
    String text = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC).toString();
    boolean onTheMinute = text.length() == "2026-11-21T09:00".length();
    return text + (onTheMinute ? ":00Z" : "Z");
  }
}
