package dev.keyturn.cli.command.line;

import java.util.ArrayList;
import java.util.List;

/**
 * The description of a command in help beyond its syntax.
 *
 * @param exits its exit codes other than those of every command
 * @param examples examples
 */
public record Manual(List<ExitCode> exits, List<Example> examples) {

  /** For commands that read the AWS files. */
  public static final List<ExitCode> READS = List.of(ExitCode.DONE, ExitCode.PROFILE);

  /** For commands that change the AWS files. */
  public static final List<ExitCode> WRITES = with(READS, ExitCode.BUSY, ExitCode.INTERRUPTED);

  /** For commands that call AWS. */
  public static final List<ExitCode> CALLS_AWS =
      with(READS, ExitCode.REFUSED, ExitCode.PERSON_NEEDED, ExitCode.UNREACHABLE);

  /** For commands that make a session if there is none. */
  public static final List<ExitCode> MAKES_SESSION =
      with(CALLS_AWS, ExitCode.BUSY, ExitCode.INTERRUPTED);

  /**
   * An example.
   *
   * @param line the command line
   * @param text what it does
   */
  public record Example(String line, String text) {}

  /** For a command that also exits with one of {@code exits} or {@code more}. */
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

  /** All exit codes, including those of every command, in numeric order. */
  public List<ExitCode> allExits() {
    return with(exits, ExitCode.USAGE, ExitCode.BUG, ExitCode.OUTPUT_CLOSED).stream()
        .distinct()
        .sorted()
        .toList();
  }
}
