package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.RepeatedOption;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.text.WrappedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Help on the screen. */
public final class HelpText {

  private static final int PAGE = 80;
  private static final int NARROWEST = 40;
  private static final int WIDEST = 120;

  /** The everyday commands, which lead to the others. */
  private static final List<String> EVERYDAY =
      List.of("setup", "login", "status", "exec", "env", "console", "logout", "doctor", "demo");

  private final int columns;

  /** In lines of at most {@code columns}, except commands to paste. */
  public HelpText(int columns) {
    this.columns = Math.clamp(columns, NARROWEST, WIDEST);
  }

  /** For {@code output}: as wide as the terminal, or 80 columns in a file. */
  public static HelpText fitting(Output output, Terminal terminal) {
    return new HelpText(output.isTerminal() ? terminal.columns() : PAGE);
  }

  int columns() {
    return columns;
  }

  /** The overview, on one screen. */
  public String summary(Pages pages) {
    StringBuilder text = beginning();
    append(text.append('\n'), EVERYDAY.stream().map(pages::named).toList());
    return text.append('\n')
        .append(wrapped("Run 'keyturn help' for all commands, 'keyturn COMMAND --help' for one."))
        .toString();
  }

  private StringBuilder beginning() {
    String purpose = "Keyturn turns long-term AWS access keys and an MFA code into sessions.";
    return new StringBuilder(wrapped(purpose))
        .append("\nUsage: keyturn COMMAND [OPTION...] [ARGUMENT...]\n");
  }

  private String wrapped(String text) {
    return String.join("\n", WrappedText.lines(text, columns)) + "\n";
  }

  /** All commands, by group. */
  public String overview(List<Page> pages) {
    StringBuilder text = beginning();
    byGroup(pages)
        .forEach((group, commands) -> {
          text.append('\n').append(group).append(":\n");
          append(text, commands, longestName(pages));
        });
    return text.append('\n')
        .append(
            wrapped(
                "Run 'keyturn COMMAND --help' for details, 'keyturn help errors' for failures."))
        .append("New here? Run 'keyturn demo'.\n")
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
  public String list(String name, List<Page> commands) {
    StringBuilder text =
        new StringBuilder("Usage: keyturn " + name + " COMMAND [OPTION...] [ARGUMENT...]\n\n");
    append(text, commands);
    return text.toString();
  }

  private static int longestName(List<Page> pages) {
    return pages.stream().mapToInt(page -> page.name().length()).max().orElse(0);
  }

  private void append(StringBuilder text, List<Page> pages) {
    append(text, pages, longestName(pages));
  }

  private void append(StringBuilder text, List<Page> pages, int width) {
    Columns rows = new Columns(width, columns);
    pages.forEach(page -> rows.row(page.name(), page.summary()));
    text.append(rows);
  }

  /** One command. */
  public String of(Page page) {
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

  private static void section(StringBuilder text, String title, Columns rows) {
    if (!rows.isEmpty()) {
      text.append('\n').append(title).append(":\n").append(rows);
    }
  }

  private Columns arguments(Syntax syntax) {
    Columns rows = new Columns(Columns.NARROW, columns);
    for (Argument<?> argument : syntax.arguments()) {
      rows.row(argument.value().label(), argument.text());
    }
    return rows;
  }

  private Columns options(List<Option> options) {
    Columns rows = new Columns(Columns.NARROW, columns);
    options.forEach(option -> rows.row(heading(option), option.text()));
    return rows;
  }

  /** {@code -c, --code CODE}; long names are aligned. */
  private static String heading(Option option) {
    String names = String.join(", ", option.names());
    Value<?> value = option.value();
    return (option.names().size() > 1 ? "" : "    ")
        + names
        + (value == null ? "" : " " + value.label())
        + (option instanceof RepeatedOption ? "..." : "");
  }

  private Columns examples(Manual manual) {
    int width = manual.examples().stream().mapToInt(it -> it.line().length()).max().orElse(0);
    Columns rows = new Columns(Math.min(width, Columns.WIDE), columns);
    manual.examples().forEach(example -> rows.row(example.line(), example.text()));
    return rows;
  }

  private Columns exits(Manual manual) {
    Columns rows = new Columns("130".length(), columns);
    for (ExitCode exit : manual.allExits()) {
      rows.row(String.format("%3d", exit.number()), exit.meaning());
    }
    return rows;
  }
}
