package dev.keyturn.cli.command.setup;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.domain.failure.Failure;
import java.util.Locale;

/** Asks before something is changed, unless the user has agreed already. */
public final class Confirmation {

  /** Agrees beforehand. */
  public static final Flag YES = Option.flag("-y, --yes", "Make the changes without asking.");

  private final Terminal terminal;

  /** Asks at {@code terminal}. */
  public Confirmation(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Whether the user agrees.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code NoTerminal} when nobody can be asked
   */
  public boolean given(Arguments arguments, String question) {
    if (YES.in(arguments)) {
      return true;
    }
    if (!terminal.isPresent()) {
      throw new Failure.NoTerminal(
              "the changes need your consent, and there is no terminal to ask on",
              arguments.typed().with(YES))
          .exception();
    }
    while (true) {
      switch (terminal.ask(question + " [y/N] ").strip().toLowerCase(Locale.ROOT)) {
        case "y", "yes" -> {
          return true;
        }
        case "", "n", "no" -> {
          return false;
        }
        default -> terminal.show("answer y or n");
      }
    }
  }
}
