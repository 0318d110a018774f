package dev.keyturn.domain.failure;

import dev.keyturn.domain.text.ShellCommand;
import java.util.List;

/**
 * Something that went wrong for a reason the user can understand.
 *
 * <p>Each case is a record of the facts; {@link #message()} says what is wrong in one sentence
 * without capital or full stop, {@link #hint()} the command to type next. Neither ever contains a
 * secret, a code or a token. Ask {@link Nature} what follows from a failure; do not decide it by
 * type elsewhere. {@link #exception()} throws it.
 */
public sealed interface Failure
    permits Failure.Usage,
        Failure.NoTerminal,
        Failure.NoMfaCode,
        Failure.SeveralDevices,
        Failure.NoProgram,
        Failure.UnwritableOutput,
        Failure.OfAnother,
        Failure.Interrupted,
        AwsFailure,
        FileFailure,
        ProfileFailure,
        StoreFailure {

  /** Stands in hints for a profile that is not known. */
  String PROFILE = "PROFILE";

  /** Its stable name, which determines its nature. */
  default FailureName name() {
    return FailureName.of(this);
  }

  /** What is wrong. */
  String message();

  /** The command to type next, or what to do; empty when there is nothing to do. */
  String hint();

  /**
   * The same failure with {@code profile} in its hint, for failures found by code that knows keys
   * and devices but no profiles.
   */
  default Failure concerning(String profile) {
    return this;
  }

  /** The same, when the place of the signing keys is known too. */
  default Failure concerning(String profile, RefusedKeyCause.Holder keys) {
    return concerning(profile);
  }

  /** This failure as an exception. */
  default FailureException exception() {
    return new FailureException(this);
  }

  /** This failure as an exception with {@code cause}. */
  default FailureException exception(Throwable cause) {
    return new FailureException(this, cause);
  }

  /** An argument, option or variable is not understood. */
  record Usage(String message, String hint) implements Failure {}

  /** A code is needed and there is no terminal to ask on. */
  record NoTerminal(String message, String hint) implements Failure {}

  /**
   * An MFA code was asked for, and none was given: a dialog was cancelled or not answered, a
   * YubiKey was not touched.
   */
  record NoMfaCode(String message, String hint) implements Failure {}

  /** There are several devices, and no terminal to ask which one to use. */
  record SeveralDevices(String user, List<String> devices, String profile) implements Failure {

    /** For a profile that is not known here. */
    public SeveralDevices(String user, List<String> devices) {
      this(user, devices, PROFILE);
    }

    @Override
    public String message() {
      return user + " has several MFA devices: " + String.join(", ", devices);
    }

    @Override
    public String hint() {
      return ShellCommand.of("keyturn", "login", profile, "--device", devices.get(0));
    }

    @Override
    public Failure concerning(String other) {
      return new SeveralDevices(user, devices, other);
    }
  }

  /** The program to run cannot be run; {@code found} if it exists. */
  record NoProgram(String program, boolean found) implements Failure {
    @Override
    public FailureName name() {
      return found ? FailureName.COMMAND_NOT_EXECUTABLE : FailureName.COMMAND_NOT_FOUND;
    }

    @Override
    public String message() {
      return "cannot run '" + program + "': " + (found ? "not an executable program" : "not found");
    }

    @Override
    public String hint() {
      return found
          ? "ls -l \"$(command -v " + ShellCommand.of(program) + ")\""
          : "check its name and the PATH";
    }
  }

  /** The result could not be written to standard output. */
  record UnwritableOutput(String why) implements Failure {
    @Override
    public String message() {
      return "cannot write the result: " + why;
    }

    @Override
    public String hint() {
      return "df -h";
    }
  }

  /**
   * A failure of another process that this one waited for.
   *
   * @param hint with {@link #PROFILE} for the profile
   */
  record OfAnother(FailureName name, String message, String hint) implements Failure {
    @Override
    public Failure concerning(String profile) {
      return new OfAnother(name, message, hint.replace(PROFILE, ShellCommand.of(profile)));
    }
  }

  /** The user pressed Ctrl-C, or the terminal was closed. */
  record Interrupted() implements Failure {
    @Override
    public String message() {
      return "interrupted; no file was changed";
    }

    @Override
    public String hint() {
      return "";
    }
  }
}
