package dev.keyturn.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults still to happen, first come first served. Safe for use by several threads. */
public final class Faults {
  private final List<Fault> waiting = new ArrayList<>();

  public Faults(List<Fault> faults) {
    waiting.addAll(faults);
  }

  public synchronized void add(Fault fault) {
    waiting.add(fault);
  }

  public synchronized void clear() {
    waiting.clear();
  }

  public synchronized List<Fault> waiting() {
    return List.copyOf(waiting);
  }

  /** The fault this request meets, counted as met; null when it meets none. */
  public synchronized @Nullable Fault next(String action) {
    for (int i = 0; i < waiting.size(); i++) {
      Fault fault = waiting.get(i);
      if (fault.concerns(action)) {
        Fault left = fault.spent();
        if (left == null) {
          waiting.remove(i);
        } else {
          waiting.set(i, left);
        }
        return fault;
      }
    }
    return null;
  }
}
