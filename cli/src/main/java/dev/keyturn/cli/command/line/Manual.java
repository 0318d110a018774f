package dev.keyturn.cli.command.line;

import java.util.ArrayList;
import java.util.List;

/**
 * What help says of a command beyond its syntax.
 *
 * @param exits the exit codes it can end with, beside those that every command has
 * @param examples what to type
 */
public record Manual(List<ExitCode> exits, List<Example> examples) {

  /** Of what reads the AWS files. */
  public static final List<ExitCode> READS = List.of(ExitCode.DONE, ExitCode.PROFILE);

  /** Of what changes them. */
  public static final List<ExitCode> WRITES = with(READS, ExitCode.BUSY, ExitCode.INTERRUPTED);

  /** Of what asks AWS. */
  public static final List<ExitCode> CALLS_AWS =
      with(READS, ExitCode.REFUSED, ExitCode.PERSON_NEEDED, ExitCode.UNREACHABLE);

  /** Of what makes a session when there is none. */
  public static final List<ExitCode> MAKES_SESSION =
      with(CALLS_AWS, ExitCode.BUSY, ExitCode.INTERRUPTED);

  /**
   * A line that can be typed.
   *
   * @param line the line
   * @param text what it does
   */
  public record Example(String line, String text) {}

  /** Of a command that ends with one of {@code exits} or {@code more}. */
  public static Manual ending(List<ExitCode> exits, ExitCode... more) {
    return new Manual(with(exits, more), List.of());
  }

  /** With another example. */
  public Manual example(String line, String text) {
    List<Example> more = new ArrayList<>(examples);
    more.add(new Example(line, text));
    return new Manual(exits, List.copyOf(more));
  }

  private static List<ExitCode> with(List<ExitCode> exits, ExitCode... more) {
    List<ExitCode> all = new ArrayList<>(exits);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }

  /** All exit codes, those of every command among them, in the order of their numbers. */
  public List<ExitCode> allExits() {
    return with(exits, ExitCode.USAGE, ExitCode.BUG, ExitCode.OUTPUT_CLOSED).stream()
        .distinct()
        .sorted()
        .toList();
  }
}
