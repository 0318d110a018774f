package dev.keyturn.cli.command.line;

/** The exit status of a process. */
public sealed interface ExitStatus permits ExitCode, ExitStatus.OfProgram {

  /** The number. */
  int number();

  /**
   * The exit status of a program that Keyturn ran, passed on.
   *
   * @param number 0 to 255; 128 and the signal's number when a signal ended it
   */
  record OfProgram(int number) implements ExitStatus {}
}
