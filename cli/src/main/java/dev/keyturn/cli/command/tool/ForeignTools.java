package dev.keyturn.cli.command.tool;

import dev.keyturn.cli.command.port.Input;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.profile.file.NearestName;
import java.util.ArrayList;
import java.util.List;

/** The tools that Keyturn replaces. */
public final class ForeignTools {

  private final List<ForeignTool> all;

  /** Those that read standard input read {@code input}. */
  public ForeignTools(Input input) {
    this.all = List.of(new AwsMfa(), new AwsCliMfa(input), new AwsUpdateMfa(), new MfaLogin());
  }

  List<ForeignTool> all() {
    return all;
  }

  /** The names under which Keyturn can be started: those of one word. */
  public List<String> links() {
    return all.stream().map(ForeignTool::name).filter(name -> name.indexOf(' ') < 0).toList();
  }

  /**
   * The tool that {@code line} begins with.
   *
   * @throws dev.keyturn.domain.failure.FailureException usage, when there is none
   */
  ForeignTool of(List<String> line) {
    for (ForeignTool tool : all) {
      List<String> name = List.of(tool.name().split(" "));
      if (line.size() >= name.size() && line.subList(0, name.size()).equals(name)) {
        return tool;
      }
    }
    throw unknown(line);
  }

  private RuntimeException unknown(List<String> line) {
    List<String> names = new ArrayList<>(all.stream().map(ForeignTool::name).toList());
    String nearest = line.isEmpty() ? null : NearestName.of(line.get(0), names);
    String known = String.join(", ", names);
    String message =
        line.isEmpty()
            ? "the name of a tool is missing; supported tools: " + known
            : "'" + line.get(0) + "' is not a supported tool; supported tools: " + known;
    String example = nearest == null ? names.get(0) : nearest;
    return new Failure.Usage(message, "keyturn as " + example).exception();
  }
}
