package dev.keyturn.cli.command.tool;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.ExitStatus;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.file.ToolLinks;
import dev.keyturn.cli.command.port.file.ToolLinks.Link;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import java.util.Map;

/** {@code keyturn as}: runs the command line of another tool, unchanged, with Keyturn. */
public final class AsCommand implements Command {

  private static final Argument<String> LINE =
      Argument.everything(
          "ARGUMENT", "The command line of another tool, which begins with its name.");

  private static final ValueOption<String> INSTALL =
      new ValueOption<>(
          "--install", Value.text("TOOL"), "Make a link that starts Keyturn under that name.");

  private static final ValueOption<String> UNINSTALL =
      new ValueOption<>("--uninstall", Value.text("TOOL"), "Remove that link.");

  private static final ValueOption<String> DIR =
      Option.folder("--dir", "Folder of the link (default: ~/.local/bin).");

  private final Map<String, String> environment;
  private final ForeignTools tools;
  private final ForeignRun run;
  private final ToolLinks links;
  private final Output output;

  public AsCommand(
      Map<String, String> environment,
      ForeignTools tools,
      ForeignRun run,
      ToolLinks links,
      Output output) {
    this.environment = environment;
    this.tools = tools;
    this.run = run;
    this.links = links;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(INSTALL, UNINSTALL, DIR).taking(LINE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION, ExitCode.NO)
        .example("keyturn as aws-mfa --profile account1", "log in as aws-mfa does")
        .example("keyturn as --install aws-mfa", "make 'aws-mfa' start Keyturn");
  }

  @Override
  public ExitStatus run(Arguments arguments) {
    String folder = DIR.in(arguments).orElseGet(links::folder);
    if (INSTALL.isIn(arguments)) {
      return install(INSTALL.in(arguments, ""), folder);
    }
    if (UNINSTALL.isIn(arguments)) {
      return uninstall(UNINSTALL.in(arguments, ""), folder);
    }
    List<String> line = LINE.in(arguments);
    return run.run(tools.of(line), line, environment);
  }

  private ExitCode install(String tool, String folder) {
    requireOneWord(tool);
    Link link = links.create(tool, folder);
    output.line(link.isNew() ? "created " + link.path() : link.path() + " already exists");
    String started = link.started();
    if (started == null) {
      output.note(
          folder + " is not in PATH; run: export PATH=" + ShellCommand.of(folder) + ":\"$PATH\"");
    } else if (!started.equals(link.path())) {
      output.note("'" + tool + "' starts " + started + ", which comes first in PATH");
    }
    return ExitCode.DONE;
  }

  private ExitCode uninstall(String tool, String folder) {
    requireOneWord(tool);
    String removed = links.remove(tool, folder);
    if (removed == null) {
      output.note("no link " + tool + " in " + folder);
      return ExitCode.NO;
    }
    output.line("removed " + removed);
    return ExitCode.DONE;
  }

  private void requireOneWord(String tool) {
    if (!tools.links().contains(tool)) {
      throw new Failure.Usage(
              "a link can be made for " + String.join(", ", tools.links()),
              "keyturn as --install " + tools.links().get(0))
          .exception();
    }
  }
}
