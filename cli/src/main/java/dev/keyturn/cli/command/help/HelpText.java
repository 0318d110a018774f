package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.RepeatedOption;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Help on the screen. */
public final class HelpText {

  private HelpText() {}

  /** All commands, by group. */
  public static String overview(List<Page> pages) {
    StringBuilder text =
        new StringBuilder(
                "Keyturn turns long-term AWS access keys and an MFA code into sessions.\n\n")
            .append("Usage: keyturn COMMAND [OPTION...] [ARGUMENT...]\n");
    byGroup(pages)
        .forEach((group, commands) -> {
          text.append('\n').append(group).append(":\n");
          append(text, commands, longestName(pages));
        });
    return text.append(
            """

            Run 'keyturn COMMAND --help' for details, 'keyturn help errors' for failures.
            New here? Run 'keyturn demo'.
            """)
        .toString();
  }

  private static Map<String, List<Page>> byGroup(List<Page> pages) {
    Map<String, List<Page>> groups = new LinkedHashMap<>();
    for (Page page : pages) {
      groups.computeIfAbsent(page.group(), title -> new ArrayList<>()).add(page);
    }
    return groups;
  }

  /** The commands that begin with the word {@code name}. */
  public static String list(String name, List<Page> commands) {
    StringBuilder text =
        new StringBuilder("Usage: keyturn " + name + " COMMAND [OPTION...] [ARGUMENT...]\n\n");
    append(text, commands, longestName(commands));
    return text.toString();
  }

  private static int longestName(List<Page> pages) {
    return pages.stream().mapToInt(page -> page.name().length()).max().orElse(0);
  }

  private static void append(StringBuilder text, List<Page> pages, int width) {
    Columns columns = new Columns(width);
    pages.forEach(page -> columns.row(page.name(), page.summary()));
    text.append(columns);
  }

  /** One command. */
  public static String of(Page page) {
    Syntax syntax = page.command().get().syntax();
    Manual manual = page.command().get().manual();
    StringBuilder text =
        new StringBuilder("keyturn " + page.name() + ": " + page.summary() + "\n\n")
            .append("Usage: ")
            .append(page.synopsis())
            .append('\n');
    section(text, "Arguments", arguments(syntax));
    List<Option> common = new ArrayList<>(syntax.common());
    common.addAll(CommonOptions.shown());
    section(text, "Options", options(common));
    section(text, "More options", options(syntax.rare()));
    section(text, "Examples", examples(manual));
    section(text, "Exit codes", exits(manual));
    return text.toString();
  }

  private static void section(StringBuilder text, String title, Columns columns) {
    if (!columns.isEmpty()) {
      text.append('\n').append(title).append(":\n").append(columns);
    }
  }

  private static Columns arguments(Syntax syntax) {
    Columns columns = new Columns(Columns.NARROW);
    for (Argument<?> argument : syntax.arguments()) {
      columns.row(argument.value().label(), argument.text());
    }
    return columns;
  }

  private static Columns options(List<Option> options) {
    Columns columns = new Columns(Columns.NARROW);
    options.forEach(option -> columns.row(heading(option), option.text()));
    return columns;
  }

  /** {@code -c, --code CODE}; long names stand below each other. */
  private static String heading(Option option) {
    String names = String.join(", ", option.names());
    Value<?> value = option.value();
    return (option.names().size() > 1 ? "" : "    ")
        + names
        + (value == null ? "" : " " + value.label())
        + (option instanceof RepeatedOption ? "..." : "");
  }

  private static Columns examples(Manual manual) {
    int width = manual.examples().stream().mapToInt(it -> it.line().length()).max().orElse(0);
    Columns columns = new Columns(Math.min(width, Columns.WIDE));
    manual.examples().forEach(example -> columns.row(example.line(), example.text()));
    return columns;
  }

  private static Columns exits(Manual manual) {
    Columns columns = new Columns("130".length());
    for (ExitCode exit : manual.allExits()) {
      columns.row(String.format("%3d", exit.number()), exit.meaning());
    }
    return columns;
  }
}
