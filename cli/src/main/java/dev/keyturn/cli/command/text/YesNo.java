package dev.keyturn.cli.command.text;

import dev.keyturn.cli.command.port.Terminal;
import java.util.Locale;

/** Questions at the terminal whose answer is yes or no; any other answer is asked for again. */
public final class YesNo {

  private YesNo() {}

  /** Whether the user says yes to {@code question}; Enter means no. */
  public static boolean isYes(Terminal terminal, String question) {
    return isYes(terminal, question + " [y/N] ", false);
  }

  /** The same for a question where Enter means yes. */
  public static boolean isYesOrEnter(Terminal terminal, String question) {
    return isYes(terminal, question + " [Y/n] ", true);
  }

  private static boolean isYes(Terminal terminal, String prompt, boolean enter) {
    while (true) {
      switch (terminal.ask(prompt).strip().toLowerCase(Locale.ROOT)) {
        case "" -> {
          return enter;
        }
        case "y", "yes" -> {
          return true;
        }
        case "n", "no" -> {
          return false;
        }
        default -> terminal.show("answer y or n");
      }
    }
  }
}
