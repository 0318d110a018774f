package dev.keyturn.cli.adapter.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * SIGQUIT, which Ctrl-\ sends: by default the JVM prints its threads and continues. Here it ends
 * the process, as it ends other programs, or is handed on. If this process was not started by a
 * POSIX launcher, the JVM's handling is kept.
 *
 * <p>The JVM does not let programs handle this signal ({@code sun.misc.Signal} refuses it), and
 * handles it even if the caller ignores it. The option {@code -Xrs} would leave it alone, but INT,
 * TERM and HUP too, so that Ctrl-C at a prompt would leave a terminal without echo. So the C
 * library changes the handler, which costs 40 to 70 ms of processor time once, as much as a cached
 * answer: a thread does it at the start of long-running commands, and in other commands when they
 * wait for something. Prompts treat Ctrl-\ as a character instead.
 */
public final class QuitSignal extends Thread {

  /** How the launcher started this process; file descriptor 3 is reserved for SERVE. */
  private static final String START = System.getProperty("keyturn.start", "");

  private static final String SERVE = "serve";
  private static final String FULL = "full";

  /** An interactive command that takes longer is waiting for something. */
  private static final Duration LONG = Duration.ofSeconds(1);

  /** Guarded by this class. */
  private static boolean decided;

  private final Duration delay;

  private QuitSignal(Duration delay) {
    super("quit");
    this.delay = delay;
    setDaemon(true);
  }

  /** Lets it end this process, at once or when the command begins to wait. */
  public static void endsProcess() {
    switch (START) {
      case SERVE -> begin(Duration.ZERO);
      case FULL -> begin(LONG);
      default -> {
        // It finishes sooner than this could be done.
      }
    }
  }

  /** Lets it end this process, now that the command waits for something. */
  static void endsWait() {
    if (!START.isEmpty()) {
      decide();
    }
  }

  /** A long-running command that is ready can be ended. */
  static void endsService() {
    if (START.equals(SERVE)) {
      decide();
    }
  }

  /** Loads the classes that {@link #endsProcess} needs at every start, without effect. */
  public static void train() {
    synchronized (QuitSignal.class) {
      decided = true;
    }
    begin(Duration.ZERO);
  }

  private static void begin(Duration delay) {
    new QuitSignal(delay).start();
  }

  @Override
  public void run() {
    LockSupport.parkNanos(delay.toNanos());
    decide();
  }

  private static synchronized void decide() {
    if (!decided) {
      decided = true;
      unlessUnknown(SignalFunctions::endProcess);
    }
  }

  /** Runs {@code action} for each signal, in long-running commands. */
  static void watch(Runnable action) {
    if (!START.equals(SERVE)) {
      return;
    }
    synchronized (QuitSignal.class) {
      decided = true;
      unlessUnknown(SignalFunctions::count);
    }
    Thread watch = new Thread(() -> unlessUnknown(() -> pass(action)), "quit-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void pass(Runnable action) {
    while (true) {
      SignalFunctions.await();
      action.run();
    }
  }

  /** A C library may lack a function: nothing changes then. */
  private static void unlessUnknown(Runnable work) {
    try {
      work.run();
    } catch (UnsupportedOperationException e) {
      // Keeps the JVM's handler.
    }
  }
}
