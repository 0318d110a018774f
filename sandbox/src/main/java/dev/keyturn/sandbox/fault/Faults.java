package dev.keyturn.sandbox.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The pending faults, in order. Safe for use by several threads. */
public final class Faults {

  /** A fault and its end by {@link #nanoTime}; null if it does not end by itself. */
  private record Waiting(Fault fault, @Nullable Long end) {}

  private final boolean secure;
  private final LongSupplier nanoTime;
  private final List<Waiting> waiting = new ArrayList<>();

  /**
   * The faults of a sandbox that has just started.
   *
   * @param secure whether it speaks TLS
   * @param nanoTime {@link System#nanoTime()}: lifetimes are in real time
   * @throws IllegalArgumentException as {@link #add}
   */
  public Faults(List<Fault> faults, boolean secure, LongSupplier nanoTime) {
    this.secure = secure;
    this.nanoTime = nanoTime;
    faults.forEach(this::add);
  }

  /**
   * Adds one.
   *
   * @throws IllegalArgumentException for a fault of certificates where there are none
   */
  public synchronized void add(Fault fault) {
    check(fault);
    Duration life = fault.life();
    waiting.add(new Waiting(fault, life == null ? null : nanoTime.getAsLong() + life.toNanos()));
  }

  /** As {@link #add(Fault)} would, without adding it. */
  public void check(Fault fault) {
    if (fault.isOfConnections() && !secure) {
      throw new IllegalArgumentException(
          "a fault of the kind expired-certificate needs a sandbox with --tls");
    }
  }

  public synchronized void clear() {
    waiting.clear();
  }

  /** The pending faults, each with its remaining lifetime. */
  public synchronized List<Fault> waiting() {
    dropEnded();
    return waiting.stream().map(this::asOfNow).toList();
  }

  private Fault asOfNow(Waiting one) {
    return one.end() == null
        ? one.fault()
        : one.fault().living(Duration.ofNanos(one.end() - nanoTime.getAsLong()));
  }

  /** The fault for this request, counted as used; null if there is none. */
  public synchronized @Nullable Fault next(String action) {
    return next(fault -> !fault.isOfConnections() && fault.concerns(action));
  }

  /** Whether this connection must present an expired certificate; counted as used. */
  public synchronized boolean nextCertificateIsExpired() {
    return next(Fault::isOfConnections) != null;
  }

  private @Nullable Fault next(Predicate<Fault> concerned) {
    dropEnded();
    for (int i = 0; i < waiting.size(); i++) {
      Fault fault = waiting.get(i).fault();
      if (concerned.test(fault)) {
        Fault left = fault.spent();
        if (left == null) {
          waiting.remove(i);
        } else {
          waiting.set(i, new Waiting(left, waiting.get(i).end()));
        }
        return fault;
      }
    }
    return null;
  }

  private void dropEnded() {
    if (!waiting.isEmpty()) {
      long now = nanoTime.getAsLong();
      waiting.removeIf(one -> one.end() != null && now - one.end() >= 0);
    }
  }
}
