package dev.keyturn.cli.command.text;

import dev.keyturn.cli.command.port.Terminal;
import java.util.Locale;

/** Questions at the terminal whose answer is yes or no; no, unless somebody says yes. */
public final class YesNo {

  private YesNo() {}

  /** Whether the person says yes to {@code question}. */
  public static boolean isYes(Terminal terminal, String question) {
    String answer = terminal.ask(question + " [y/N] ").strip().toLowerCase(Locale.ROOT);
    return answer.equals("y") || answer.equals("yes");
  }
}
