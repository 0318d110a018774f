package dev.keyturn.cli.adapter.process;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * What the C library does with SIGQUIT. A handler cannot be Java, since the signal may come to a
 * thread that runs none. Any function of the C library can be one: it gets the number of the
 * signal, 3, as its first argument. {@code eventfd_write} then counts it on file descriptor 3,
 * where a thread of Java waits for it.
 *
 * <p>A method fails with {@link UnsupportedOperationException} where the library lacks a function.
 */
@SuppressWarnings("restricted")
final class SignalFunctions {

  private static final int SIGQUIT = 3;
  private static final int DESCRIPTOR = SIGQUIT;

  /** Of eventfd and dup3: closed in the programs that are started. */
  private static final int CLOSE_ON_EXEC = 0x80000;

  /** The action {@code SIG_DFL}. */
  private static final long ENDS = 0;

  /**
   * All functions here fit one form, and a form is what costs time: numbers and pointers are passed
   * in whole registers, of which a function takes what it needs.
   */
  private static final MethodHandle CALL =
      Linker.nativeLinker()
          .downcallHandle(FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));

  private SignalFunctions() {}

  static void endProcess() {
    call("signal", SIGQUIT, ENDS, 0);
  }

  /** Begins to count. */
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

  /** What the function {@code name} returns, unless that is -1, an error. */
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
