package dev.keyturn.cli.adapter.process;

import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.domain.iam.device.Interruptions;

/** Interruptions as the {@link ProcessEnd}, which waits until what was to be done is done. */
public final class ShutdownInterruptions implements Interruptions {

  @Override
  public Watch watch(Runnable action) {
    Signals.Watch watch = ProcessEnd.OF_PROCESS.watch(action);
    return watch::close;
  }
}
