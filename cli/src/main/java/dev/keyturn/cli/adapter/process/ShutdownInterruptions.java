package dev.keyturn.cli.adapter.process;

import dev.keyturn.domain.iam.device.Interruptions;

/**
 * Interruptions as the JVM's shutdown, which Ctrl-C, a closed window and {@code kill} begin. It
 * ends when what was to be done is done.
 */
public final class ShutdownInterruptions implements Interruptions {

  @Override
  public Watch watch(Runnable action) {
    Thread hook = new Thread(action, "interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> remove(hook);
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook runs.
    }
  }
}
