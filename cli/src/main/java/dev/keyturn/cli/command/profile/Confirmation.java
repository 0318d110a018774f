package dev.keyturn.cli.command.profile;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.text.YesNo;
import dev.keyturn.domain.failure.Failure;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks before something is changed, unless the user has agreed already. */
public final class Confirmation {

  /** Agrees beforehand. */
  public static final Flag YES = Option.flag("-y, --yes", "Make the changes without asking.");

  private final Terminal terminal;
  private final @Nullable Output output;

  /** Asks at {@code terminal}. */
  public Confirmation(Terminal terminal) {
    this.terminal = terminal;
    this.output = null;
  }

  /** Asks at {@code terminal}; without one, {@code output} takes the reasons. */
  public Confirmation(Terminal terminal, Output output) {
    this.terminal = terminal;
    this.output = output;
  }

  /**
   * Whether the user agrees.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code NoTerminal} when nobody can be asked
   */
  public boolean given(Arguments arguments, String question) {
    return given(arguments, List::of, question);
  }

  /** The same; {@code reasons} are shown above the question. */
  public boolean given(Arguments arguments, Supplier<List<String>> reasons, String question) {
    if (YES.in(arguments)) {
      return true;
    }
    if (!terminal.isPresent()) {
      if (output != null && !CommonOptions.wantsJson(arguments)) {
        reasons.get().forEach(output::error);
      }
      throw new Failure.NoTerminal(
              "the changes need confirmation, but there is no terminal to ask on",
              arguments.typed().with(YES))
          .exception();
    }
    reasons.get().forEach(terminal::show);
    return YesNo.isYes(terminal, question);
  }
}
