package dev.keyturn.cli.command.line;

/** What a process ends with. */
public sealed interface ExitStatus permits ExitCode, ExitStatus.OfProgram {

  /** The number. */
  int number();

  /**
   * That of the program which Keyturn ran for its user, passed on.
   *
   * @param number 0 to 255; 128 and the signal's number when a signal ended it
   */
  record OfProgram(int number) implements ExitStatus {}
}
