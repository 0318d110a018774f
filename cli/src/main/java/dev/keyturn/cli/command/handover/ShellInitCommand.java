package dev.keyturn.cli.command.handover;

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

/** {@code keyturn shell init}: prints what a shell sources to work with Keyturn. */
public final class ShellInitCommand implements Command {

  private static final Argument<Shell> SHELL =
      Argument.required(Value.oneOf(Shell.values()), "The shell that you use.");

  private final ShellHooks hooks;
  private final String program;
  private final Supplier<String> completions;
  private final Output output;

  /**
   * Takes its collaborators.
   *
   * @param program Keyturn's own path
   * @param completions what shells complete, as a table of all commands
   */
  public ShellInitCommand(
      ShellHooks hooks, String program, Supplier<String> completions, Output output) {
    this.hooks = hooks;
    this.program = program;
    this.completions = completions;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of().taking(SHELL);
  }

  @Override
  public Manual manual() {
    return Manual.ending(List.of(ExitCode.DONE))
        .example("eval \"$(keyturn shell init bash)\"", "in ~/.bashrc; zsh in ~/.zshrc")
        .example("keyturn shell init fish | source", "in ~/.config/fish/config.fish");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    Shell shell = SHELL.onlyIn(arguments);
    output.data(hooks.hook(shell, program, completions.get()));
    return ExitCode.DONE;
  }
}
