package dev.keyturn.domain.iam;

import dev.keyturn.domain.failure.Failure;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/**
 * Breaks what a process does at its n-th step. Each call of a guarded port is two steps, one before
 * what it does and one after.
 */
public final class Fuse {

  /** The process has ended. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final Supplier<Throwable> what;
  private final boolean once;
  private final Runnable atEachStep;
  private int left;

  private Fuse(int step, Supplier<Throwable> what, boolean once, Runnable atEachStep) {
    this.left = step;
    this.what = what;
    this.once = once;
    this.atEachStep = atEachStep;
  }

  /** One that never blows, and does something at each step. */
  public static Fuse watching(Runnable atEachStep) {
    return new Fuse(Integer.MAX_VALUE, Killed::new, false, atEachStep);
  }

  /** One that never blows. */
  public static Fuse none() {
    return killing(Integer.MAX_VALUE);
  }

  /** Ends the process at a step, counted from 1, as {@code kill -9} does. */
  public static Fuse killing(int step) {
    return new Fuse(step, Killed::new, false, () -> {});
  }

  /** Fails at a step, and at no other. */
  public static Fuse failing(int step, Failure failure) {
    return new Fuse(step, failure::exception, true, () -> {});
  }

  /** Fails at a step, and at all that follow. */
  public static Fuse failingFrom(int step, Failure failure) {
    return new Fuse(step, failure::exception, false, () -> {});
  }

  /** Whether it has blown. */
  public boolean isBlown() {
    return left <= 0;
  }

  private void burn() throws Throwable {
    left--;
    atEachStep.run();
    if (once ? left == 0 : left <= 0) {
      throw what.get();
    }
  }

  /** The port as this process sees it. */
  public <T> T guard(Class<T> type, T port) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              burn();
              Object result;
              try {
                result = method.invoke(port, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              burn();
              return result;
            }));
  }
}
