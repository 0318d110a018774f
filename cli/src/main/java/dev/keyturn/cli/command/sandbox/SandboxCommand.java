package dev.keyturn.cli.command.sandbox;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Children;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code keyturn sandbox}: the local AWS, which is a separate program. The launcher starts it
 * without this class, which is used when the command line is called in another way.
 */
public final class SandboxCommand implements Command {

  private static final Argument<String> OPTIONS =
      Argument.everything("OPTION", "Options of the sandbox; keyturn sandbox --help lists them.");

  private final Map<String, String> environment;
  private final Children children;

  public SandboxCommand(Map<String, String> environment, Children children) {
    this.environment = environment;
    this.children = children;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of().taking(OPTIONS);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS, ExitCode.UNREACHABLE)
        .example("keyturn sandbox", "serve until Ctrl-C")
        .example("keyturn sandbox --port 0 --output json", "for scripts")
        .example("keyturn sandbox --help", "list its options");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    List<String> command = new ArrayList<>(children.sandbox());
    command.addAll(OPTIONS.in(arguments));
    int status = children.run(command, environment);
    return ExitCode.of(status);
  }
}
