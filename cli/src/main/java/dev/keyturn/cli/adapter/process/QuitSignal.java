package dev.keyturn.cli.adapter.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * SIGQUIT, which Ctrl-\ sends: the JVM prints its threads and lives on. Here it ends the process,
 * as it ends other programs, or it is handed on. Where no launcher of a POSIX system started this
 * process, it stays the JVM's.
 *
 * <p>The JVM gives this signal to nobody ({@code sun.misc.Signal} refuses it), and takes it even
 * where the caller ignores it. The option {@code -Xrs} would leave it alone, but INT, TERM and HUP
 * too, so that Ctrl-C at a prompt would leave a terminal without echo. So the C library is asked to
 * change it, which costs 40 to 70 ms of processor time once, as much as a cached answer: a thread
 * does it at the start of what runs for hours, and elsewhere when something is waited for. Prompts
 * make Ctrl-\ a character instead.
 */
public final class QuitSignal extends Thread {

  /** How the launcher started this process; it keeps file descriptor 3 free for SERVE. */
  private static final String START = System.getProperty("keyturn.start", "");

  private static final String SERVE = "serve";
  private static final String FULL = "full";

  /** What a person typed and takes longer waits for something. */
  private static final Duration LONG = Duration.ofSeconds(1);

  /** Guarded by this class. */
  private static boolean decided;

  private final Duration delay;

  private QuitSignal(Duration delay) {
    super("quit");
    this.delay = delay;
    setDaemon(true);
  }

  /** Lets it end this process, at once or soon, as the command needs it. */
  public static void endsProcess() {
    switch (START) {
      case SERVE -> begin(Duration.ZERO);
      case FULL -> begin(LONG);
      default -> {
        // It answers sooner than this could be done.
      }
    }
  }

  /** Lets it end this process, now that something is waited for. */
  static void endsWait() {
    if (!START.isEmpty()) {
      decide();
    }
  }

  /** What runs for hours, and is ready, can be ended. */
  static void endsService() {
    if (START.equals(SERVE)) {
      decide();
    }
  }

  /** Loads what {@link #endsProcess} needs at every start, and does nothing. */
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

  /** Runs {@code action} for each one, in what runs for hours. */
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
      // The JVM's own.
    }
  }
}
