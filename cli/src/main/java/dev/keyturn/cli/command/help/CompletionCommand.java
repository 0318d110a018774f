package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.ShellHooks;
import dev.keyturn.cli.command.port.ShellHooks.Shell;
import java.util.List;
import java.util.function.Supplier;

/** {@code keyturn completion}: what a shell needs to complete Keyturn's commands. */
public final class CompletionCommand implements Command {

  private static final Argument<Shell> SHELL =
      Argument.required(Value.oneOf(Shell.values()), "Shell that reads the script.");

  private final ShellHooks hooks;
  private final Supplier<Pages> pages;
  private final Output output;

  /** For the commands in {@code pages}. */
  public CompletionCommand(ShellHooks hooks, Supplier<Pages> pages, Output output) {
    this.hooks = hooks;
    this.pages = pages;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of().taking(SHELL);
  }

  @Override
  public Manual manual() {
    return Manual.ending(List.of(ExitCode.DONE))
        .example(
            "keyturn completion bash > ~/.local/share/bash-completion/completions/keyturn", "Bash")
        .example("keyturn completion fish > ~/.config/fish/completions/keyturn.fish", "fish");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    output.data(hooks.completion(SHELL.onlyIn(arguments), CompletionTable.of(pages.get())));
    return ExitCode.DONE;
  }
}
