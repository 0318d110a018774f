package dev.keyturn.cli.command.tool;

import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.ExitStatus;
import dev.keyturn.cli.command.line.Failures;
import dev.keyturn.cli.command.port.Keyturn;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Table;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FailureName;
import dev.keyturn.domain.profile.file.ProfileFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the command line of another tool, and exits as that tool would. */
public final class ForeignRun {

  /** Options with the same meaning in every tool. */
  private static final Set<ExitCode> KEPT =
      Set.of(ExitCode.DONE, ExitCode.BUG, ExitCode.INTERRUPTED, ExitCode.OUTPUT_CLOSED);

  private final Keyturn keyturn;
  private final ProfileFiles files;
  private final Output output;

  /** Runs with {@code keyturn}. */
  public ForeignRun(Keyturn keyturn, ProfileFiles files, Output output) {
    this.keyturn = keyturn;
    this.files = files;
    this.output = output;
  }

  /** Runs {@code line}, which begins with the name of {@code tool}. */
  ExitStatus run(ForeignTool tool, List<String> line, Map<String, String> environment) {
    List<String> words = line.subList(tool.name().split(" ").length, line.size());
    if (words.contains("--help") || words.contains("-h") || words.equals(List.of("help"))) {
      output.text(help(tool));
      return ExitCode.DONE;
    }
    try {
      ForeignLine read = ForeignLine.read(tool.options(), tool.name(), words);
      Translation translation = tool.translate(read, environment, files.read());
      int exit = keyturn.run(translation.environment(), translation.words());
      return KEPT.contains(ExitCode.of(exit))
          ? ExitCode.of(exit)
          : new ExitStatus.OfProgram(tool.failed());
    } catch (FailureException e) {
      Failures.print(output, e.failure(), null, false);
      boolean misused = e.failure().name() == FailureName.USAGE;
      return new ExitStatus.OfProgram(misused ? tool.misused() : tool.failed());
    }
  }

  private static String help(ForeignTool tool) {
    List<List<String>> rows = new ArrayList<>();
    for (ForeignOption option : tool.options()) {
      rows.add(List.of("  " + option.name() + " " + option.value(), option.text()));
    }
    return "usage: "
        + tool.name()
        + " [OPTION...]\n\nKeyturn acts as "
        + tool.name()
        + ": "
        + tool.text()
        + ".\n\n"
        + Table.text(rows);
  }
}
