package dev.keyturn.sandbox.http;

import java.util.function.LongSupplier;

/**
 * The deadline of a connection's client for its present activity. The thread that serves the
 * connection moves it, another one asks whether it has passed.
 */
final class Deadline {
  /** So far ahead that it is never reached, but within the range of the clock. */
  private static final long NEVER = Long.MAX_VALUE / 2;

  private final Patience patience;
  private final LongSupplier nanoTime;
  private boolean waiting;
  private long begin;
  private long received;
  private volatile long end;

  /** Waits for the first request. */
  Deadline(Patience patience, LongSupplier nanoTime) {
    this.patience = patience;
    this.nanoTime = nanoTime;
    awaitRequest();
  }

  /**
   * The client may keep silent for a while. The grace comes on top: an idle connection ends in good
   * order by itself before, and a TLS handshake falls into this time.
   */
  void awaitRequest() {
    waiting = true;
    end = nanoTime.getAsLong() + patience.idle().toNanos() + patience.nanosFor(0);
  }

  /** Bytes of a request arrived: the first ones start its time, and all of them extend it. */
  void received(int bytes) {
    if (waiting) {
      waiting = false;
      begin = nanoTime.getAsLong();
      received = 0;
    }
    received += bytes;
    end = begin + patience.nanosFor(received);
  }

  /** The sandbox is processing the request, possibly slowed down by a fault. */
  void suspend() {
    end = nanoTime.getAsLong() + NEVER;
  }

  /** The client has to receive an answer of that many bytes. */
  void offer(int bytes) {
    end = nanoTime.getAsLong() + patience.nanosFor(bytes);
  }

  boolean hasPassed() {
    return end - nanoTime.getAsLong() < 0;
  }
}
