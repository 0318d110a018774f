package dev.keyturn.cli.command.sandbox;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.port.Children;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code keyturn sandbox}: the local AWS, which is a program of its own. The launcher starts it
 * without this class; this one serves whoever calls the command line another way.
 */
public final class SandboxCommand implements Command {

  private final Map<String, String> environment;
  private final Children children;

  /** Built on its ports. */
  public SandboxCommand(Map<String, String> environment, Children children) {
    this.environment = environment;
    this.children = children;
  }

  @Override
  public void declare(CommandSpec spec) {
    spec.parser().unmatchedOptionsArePositionalParams(true);
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("OPTION")
            .arity("0..*")
            .description("What the sandbox takes: keyturn sandbox --help.")
            .build());
  }

  @Override
  public ExitCode run(Arguments arguments) {
    List<String> command = new ArrayList<>(children.sandbox());
    command.addAll(arguments.positionals());
    int status = children.run(command, environment);
    return ExitCode.of(status);
  }
}
