package dev.keyturn.cli.adapter.process;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * SIGQUIT handling by the C library. A handler cannot be Java code, since the signal may be
 * delivered to a thread that is not attached to the JVM. Any function of the C library can be a
 * handler: it gets the number of the signal, 3, as its first argument. {@code eventfd_write} then
 * counts it on file descriptor 3, where a thread of Java waits for it.
 *
 * <p>A method fails with {@link UnsupportedOperationException} if the library lacks a function.
 */
@SuppressWarnings("restricted")
final class SignalFunctions {

  private static final int SIGQUIT = 3;
  private static final int DESCRIPTOR = SIGQUIT;

  /** Flag of eventfd and dup3: closed in started programs. */
  private static final int CLOSE_ON_EXEC = 0x80000;

  /** The action {@code SIG_DFL}. */
  private static final long ENDS = 0;

  /**
   * All functions share one descriptor, because creating a descriptor is slow: numbers and pointers
   * are passed in whole registers, and a function ignores those it does not need.
   */
  private static final MethodHandle CALL =
      Linker.nativeLinker()
          .downcallHandle(FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));

  private SignalFunctions() {}

  static void endProcess() {
    call("signal", SIGQUIT, ENDS, 0);
  }

  /** Starts counting. */
  static void count() {
    long events = call("eventfd", 0, CLOSE_ON_EXEC, 0);
    call("dup3", events, DESCRIPTOR, CLOSE_ON_EXEC);
    call("signal", SIGQUIT, function("eventfd_write").address(), 0);
  }

  /** Waits until the count is above zero, and makes it zero. */
  static void await() {
    try (Arena arena = Arena.ofConfined()) {
      call("eventfd_read", DESCRIPTOR, arena.allocate(JAVA_LONG).address(), 0);
    }
  }

  /** The result of the function {@code name}; -1 is an error. */
  private static int call(String name, long first, long second, long third) {
    try {
      long answer = (long) CALL.invokeExact(function(name), first, second, third);
      if ((int) answer != -1) {
        return (int) answer;
      }
    } catch (Throwable e) {
      throw new UnsupportedOperationException(e);
    }
    throw new UnsupportedOperationException(name);
  }

  private static MemorySegment function(String name) {
    return Linker.nativeLinker()
        .defaultLookup()
        .find(name)
        .orElseThrow(() -> new UnsupportedOperationException(name));
  }
}
