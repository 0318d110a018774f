package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.port.Output;
import java.util.List;
import java.util.function.Supplier;

/** {@code keyturn help}: the same as {@code keyturn COMMAND --help}. */
public final class HelpCommand implements Command {

  private static final Argument<String> COMMAND =
      Argument.any(Value.COMMAND, "Command to show; without it all commands are listed.");

  private final Supplier<Pages> pages;
  private final Output output;

  /** For the commands in {@code pages}. */
  public HelpCommand(Supplier<Pages> pages, Output output) {
    this.pages = pages;
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
        .example("keyturn help config set", "show the help of one command");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    output.text(pages.get().text(COMMAND.in(arguments)));
    return ExitCode.DONE;
  }
}
