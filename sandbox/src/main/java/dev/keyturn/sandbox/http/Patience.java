package dev.keyturn.sandbox.http;

import java.time.Duration;

/**
 * How long a client may take, so that a slow one does not hold a thread forever.
 *
 * @param idle how long a connection may wait for its next request
 * @param grace how long a request may take to arrive, or an answer to be received
 * @param bytesPerSecond the number of bytes, received or to be sent, that extend the time by a
 *     second
 */
record Patience(Duration idle, Duration grace, int bytesPerSecond) {
  /** Half a minute for a request, and 64 MiB through a line of 128 kbit/s. */
  static final Patience USUAL = new Patience(Duration.ofMinutes(1), Duration.ofSeconds(30), 16_384);

  /** In nanoseconds: the grace, plus the extension for that many bytes. */
  long nanosFor(long bytes) {
    return grace.toNanos()
        + bytes / bytesPerSecond * 1_000_000_000L
        + bytes % bytesPerSecond * 1_000_000_000L / bytesPerSecond;
  }
}
