package dev.keyturn.cli.command.handover;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.ShellHooks;
import dev.keyturn.cli.command.port.ShellHooks.Shell;
import dev.keyturn.domain.failure.Failure;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code keyturn shell init}: prints what a shell sources to work with Keyturn. */
public final class ShellInitCommand implements Command {

  private final ShellHooks hooks;
  private final String program;
  private final Supplier<SequencedMap<String, List<String>>> options;
  private final Output output;

  /**
   * Built on ports.
   *
   * @param program Keyturn's own path
   * @param options the options of every command, by the command's name
   */
  public ShellInitCommand(
      ShellHooks hooks,
      String program,
      Supplier<SequencedMap<String, List<String>>> options,
      Output output) {
    this.hooks = hooks;
    this.program = program;
    this.options = options;
    this.output = output;
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("SHELL")
            .arity("1")
            .required(true)
            .description("bash, zsh, fish or powershell.")
            .build());
  }

  @Override
  public ExitCode run(Arguments arguments) {
    Shell shell = shell(arguments.positionals().get(0));
    output.text(hooks.text(shell, program, options.get()));
    return ExitCode.DONE;
  }

  private static Shell shell(String word) {
    for (Shell shell : Shell.values()) {
      if (shell.name().toLowerCase(Locale.ROOT).equals(word)) {
        return shell;
      }
    }
    throw new Failure.Usage(
            "there is no hook for '" + word + "'",
            "keyturn shell init bash, or zsh, fish, powershell")
        .exception();
  }
}
