package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code keyturn help}: the same as {@code keyturn COMMAND --help}, and explanations of failures.
 */
public final class HelpCommand implements Command {

  private static final Argument<String> COMMAND =
      Argument.any(
          Value.COMMAND,
          "Command, failure, or message of AWS to explain; 'errors' lists all failures (default: all"
              + " commands).");

  private final Supplier<Pages> pages;
  private final ErrorPages errors;
  private final Terminal terminal;
  private final Output output;

  /** For the commands in {@code pages} and the failures in {@code errors}. */
  public HelpCommand(Supplier<Pages> pages, ErrorPages errors, Terminal terminal, Output output) {
    this.pages = pages;
    this.errors = errors;
    this.terminal = terminal;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of().taking(COMMAND);
  }

  @Override
  public Manual manual() {
    return Manual.ending(List.of(ExitCode.DONE))
        .example("keyturn help", "list all commands")
        .example("keyturn help config set", "show the help of one command")
        .example("keyturn help wrong-code", "show why a command fails, and what to type")
        .example("keyturn help ExpiredToken", "the same for an error code of AWS")
        .example("keyturn help 'failed with invalid MFA'", "the same for what AWS says");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    List<String> words = COMMAND.in(arguments);
    HelpText help = HelpText.fitting(output, terminal);
    String error = error(words, help.columns());
    output.text(error == null ? pages.get().text(words, help) : error);
    return ExitCode.DONE;
  }

  private @Nullable String error(List<String> words, int columns) {
    String exact = words.size() == 1 ? errors.text(words.get(0), columns) : null;
    return exact == null && !pages.get().has(words)
        ? errors.saying(String.join(" ", words), columns)
        : exact;
  }
}
