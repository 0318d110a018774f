package dev.keyturn.cli.command.line;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureName;

/** The exit codes of commands. Scripts depend on the numbers. */
public enum ExitCode implements ExitStatus {
  /** Done. */
  DONE(0, "done"),
  /** A negative answer. */
  NO(1, "negative answer"),
  /** The command line is wrong. */
  USAGE(2, "wrong command line"),
  /** A profile or file is wrong. */
  PROFILE(3, "problem with a profile or file"),
  /** AWS refused. */
  REFUSED(4, "AWS refused the request"),
  /** A person is needed. */
  PERSON_NEEDED(5, "a person is needed, but there is no terminal"),
  /** AWS cannot be reached. */
  UNREACHABLE(6, "AWS cannot be reached, or failed"),
  /** A file is busy or was changed at the same time. */
  BUSY(7, "a file is busy, or another program changed it; nothing was written"),
  /** A bug in Keyturn. */
  BUG(70, "a bug in Keyturn"),
  /** The program to run was found but is not executable. */
  NOT_EXECUTABLE(126, "command found but not executable"),
  /** The program to run was not found. */
  NOT_FOUND(127, "command not found"),
  /** Interrupted. */
  INTERRUPTED(130, "interrupted; files are unchanged"),
  /** The reader closed standard output. */
  OUTPUT_CLOSED(141, "standard output was closed");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  @Override
  public int number() {
    return number;
  }

  /** What it means, for help texts. */
  public String meaning() {
    return meaning;
  }

  /** The exit code with this number, returned by another part of Keyturn. */
  public static ExitCode of(int number) {
    for (ExitCode exit : values()) {
      if (exit.number == number) {
        return exit;
      }
    }
    return BUG;
  }

  /** The exit code of a failure. */
  public static ExitCode of(Failure failure) {
    return of(failure.name());
  }

  /** The exit code of the failures with this name. */
  public static ExitCode of(FailureName name) {
    return switch (name.fault()) {
      case COMMAND_LINE -> USAGE;
      case SETUP -> PROFILE;
      case REFUSAL -> REFUSED;
      case PERSON_NEEDED -> PERSON_NEEDED;
      case AWS_FAILS -> UNREACHABLE;
      case FILE_IN_USE -> BUSY;
      case PROGRAM_MISSING -> NOT_FOUND;
      case PROGRAM_NOT_EXECUTABLE -> NOT_EXECUTABLE;
      case INTERRUPTION -> INTERRUPTED;
    };
  }
}
