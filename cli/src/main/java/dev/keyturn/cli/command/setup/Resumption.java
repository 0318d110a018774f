package dev.keyturn.cli.command.setup;

import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.ExitStatus;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Signals;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.text.ShellCommand;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Prints the command that continues a setup which ended after the profile was written. */
public final class Resumption {

  private final Signals signals;
  private final Output output;

  public Resumption(Signals signals, Output output) {
    this.signals = signals;
    this.output = output;
  }

  /** Runs the rest of the setup of {@code profile}. */
  ExitStatus after(String profile, Supplier<ExitStatus> rest) {
    AtomicBoolean printed = new AtomicBoolean();
    Runnable print =
        () -> {
          if (printed.compareAndSet(false, true)) {
            output.error("to continue later: " + ShellCommand.of("keyturn", "setup", profile));
          }
        };
    try (Signals.Watch _ = signals.atEnd(print)) {
      ExitStatus status = rest.get();
      if (status instanceof ExitStatus.OfProgram) {
        print.run();
      }
      return status;
    } catch (FailureException e) {
      print.run();
      if (e.failure().name() == FailureName.INTERRUPTED) {
        // Not its own text: that no file was changed.
        return ExitCode.INTERRUPTED;
      }
      throw e;
    }
  }
}
