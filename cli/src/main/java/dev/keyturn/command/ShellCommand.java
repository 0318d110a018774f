package dev.keyturn.command;

import dev.keyturn.command.port.Output;
import dev.keyturn.command.port.ShellHooks;
import dev.keyturn.command.port.ShellHooks.Shell;
import dev.keyturn.domain.failure.Failure;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code keyturn shell init}: prints what a shell sources to work with Keyturn. */
public final class ShellCommand implements Command {

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
  public ShellCommand(
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
            .paramLabel("init SHELL")
            .arity("0..2")
            .description("The word init, and bash, zsh, fish or powershell.")
            .build());
  }

  @Override
  public ExitCode run(Arguments arguments) {
    List<String> words = arguments.positionals();
    if (words.size() != 2 || !words.get(0).equals("init")) {
      throw usage("shell takes the word init and a shell");
    }
    Shell shell = shell(words.get(1));
    output.text(hooks.text(shell, program, options.get(), SessionVariables.none()));
    return ExitCode.DONE;
  }

  private static Shell shell(String word) {
    for (Shell shell : Shell.values()) {
      if (shell.name().toLowerCase(Locale.ROOT).equals(word)) {
        return shell;
      }
    }
    throw usage("there is no hook for '" + word + "'");
  }

  private static RuntimeException usage(String message) {
    return new Failure.Usage(message, "keyturn shell init bash, or zsh, fish, powershell")
        .exception();
  }
}
