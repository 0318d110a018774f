package dev.keyturn.cli.command.line;

import dev.keyturn.domain.failure.Failure;

/** What a command's exit status means. Scripts depend on the numbers. */
public enum ExitCode implements ExitStatus {
  /** Done. */
  DONE(0, "done"),
  /** The answer is no. */
  NO(1, "the answer is no"),
  /** The command line is wrong. */
  USAGE(2, "the command line is wrong"),
  /** A profile or file is wrong. */
  PROFILE(3, "a profile or file is wrong"),
  /** AWS refused. */
  REFUSED(4, "AWS refused"),
  /** A person is needed. */
  PERSON_NEEDED(5, "a person is needed, and there is no terminal"),
  /** AWS cannot be reached. */
  UNREACHABLE(6, "AWS cannot be reached, or answered with a fault"),
  /** A file is busy or was changed meanwhile. */
  BUSY(7, "a file is busy or was changed meanwhile; nothing was written"),
  /** A bug in Keyturn. */
  BUG(70, "a bug in Keyturn"),
  /** The program to run is there and cannot be run. */
  NOT_EXECUTABLE(126, "the command is there and cannot be run"),
  /** The program to run is not there. */
  NOT_FOUND(127, "the command is not there"),
  /** Interrupted. */
  INTERRUPTED(130, "interrupted; files are as they were"),
  /** The reader closed standard output. */
  OUTPUT_CLOSED(141, "the reader closed standard output");

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

  /** The exit code with this number, for what another part of Keyturn ended with. */
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
    return switch (failure) {
      case Failure.Usage usage -> USAGE;
      case Failure.UnknownProfile unknown -> PROFILE;
      case Failure.NoProfiles none -> PROFILE;
      case Failure.UnknownSource unknown -> PROFILE;
      case Failure.SourceLoop loop -> PROFILE;
      case Failure.BrokenFile broken -> PROFILE;
      case Failure.UnreadableFile unreadable -> PROFILE;
      case Failure.UnwritableFile unwritable -> PROFILE;
      case Failure.UnwritableOutput unwritable -> PROFILE;
      case Failure.BadProfile bad -> PROFILE;
      case Failure.ForbiddenTarget forbidden -> PROFILE;
      case Failure.NoDevice none -> PROFILE;
      case Failure.PasskeyNamed passkey -> PROFILE;
      case Failure.PlainHttp plain -> PROFILE;
      case Failure.WrongCode wrong -> REFUSED;
      case Failure.UsedCode used -> REFUSED;
      case Failure.UnknownDevice unknown -> REFUSED;
      case Failure.RefusedKey refused -> REFUSED;
      case Failure.ClockOff off -> REFUSED;
      case Failure.Refused refused -> REFUSED;
      case Failure.NoTerminal none -> PERSON_NEEDED;
      case Failure.SeveralDevices several -> PERSON_NEEDED;
      case Failure.Unreachable unreachable -> UNREACHABLE;
      case Failure.ServiceFault fault -> UNREACHABLE;
      case Failure.Throttled throttled -> UNREACHABLE;
      case Failure.FileBusy busy -> BUSY;
      case Failure.FileChanged changed -> BUSY;
      case Failure.NoProgram none -> none.found() ? NOT_EXECUTABLE : NOT_FOUND;
      case Failure.Interrupted interrupted -> INTERRUPTED;
    };
  }
}
