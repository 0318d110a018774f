package dev.keyturn.cli.command.text;

import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import java.util.Map;

/**
 * The format of output for its destination.
 *
 * @param columns the maximum width
 * @param colour whether to use colours
 */
public record Look(int columns, boolean colour) {

  /** For files, pipes and programs. */
  public static final Look PLAIN = new Look(80, false);

  /**
   * The look of {@code output}. A variable {@code NO_COLOR} with a value turns colour off, as <a
   * href="https://no-color.org">no-color.org</a> specifies.
   *
   * @param noColour whether the user disabled colours
   */
  public static Look of(
      Output output, Terminal terminal, Map<String, String> environment, boolean noColour) {
    if (!output.isTerminal()) {
      return PLAIN;
    }
    boolean unwanted = noColour || !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Look(terminal.columns(), !isDumb(environment) && !unwanted);
  }

  /** Whether the terminal can only show line after line. */
  public static boolean isDumb(Map<String, String> environment) {
    return environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** {@code text} in {@code style}, if colours are used. */
  public String of(Style style, String text) {
    return colour ? style.of(text) : text;
  }

  /**
   * {@code now} replacing {@code before}, the last text on the terminal. Line by line, because a
   * terminal that is cleared as a whole may keep the text that scrolled out of view.
   */
  public String replacing(String before, String now) {
    int rows = 0;
    for (String line : before.lines().toList()) {
      rows += Math.max(1, Math.ceilDiv(DisplayWidth.of(Style.removed(line)), columns));
    }
    String up = rows == 0 ? "" : "\u001b[" + rows + "A";
    return up + now.replace("\n", "\u001b[K\n") + "\u001b[J";
  }
}
