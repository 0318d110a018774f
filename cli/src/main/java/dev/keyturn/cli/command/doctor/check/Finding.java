package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureName;
import org.jspecify.annotations.Nullable;

/**
 * A finding of a check.
 *
 * @param check the check
 * @param level how serious it is
 * @param message one sentence without secrets
 * @param hint the command that repairs it, or what to do; empty if there is nothing to do
 * @param failure the failure with which commands end because of it; null if there is none
 * @param repair repairs it without losing anything; null if a person must decide
 */
public record Finding(
    CheckName check,
    Level level,
    String message,
    String hint,
    @Nullable FailureName failure,
    @Nullable Runnable repair) {

  /** A correct state. */
  public static Finding ok(CheckName check, String message) {
    return new Finding(check, Level.OK, message, "", null, null);
  }

  /** A notable fact. */
  public static Finding info(CheckName check, String message, String hint) {
    return new Finding(check, Level.INFO, message, hint, null, null);
  }

  /** Something that works, but not as it should. */
  public static Finding warn(CheckName check, String message, String hint) {
    return new Finding(check, Level.WARN, message, hint, null, null);
  }

  /** Something that does not work. */
  public static Finding fail(CheckName check, String message, String hint) {
    return new Finding(check, Level.FAIL, message, hint, null, null);
  }

  /** The failure that a command would have. */
  public static Finding of(CheckName check, Level level, Failure failure) {
    return new Finding(check, level, failure.message(), failure.hint(), failure.name(), null);
  }

  /** The same, which {@code action} repairs. */
  Finding repairedBy(Runnable action) {
    return new Finding(check, level, message, hint, failure, action);
  }

  /** Repairs it, if possible. */
  public void runRepair() {
    if (repair != null) {
      repair.run();
    }
  }
}
