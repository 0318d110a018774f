package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Manual.Example;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import java.util.List;
import java.util.stream.Collectors;

/** The page {@code docs/commands.md}. */
public final class Reference {

  private static final String HEAD =
      """
      # Commands

      Every command, option and exit code. Scripts can rely on the names: they do not change. This page is generated from
      what `keyturn COMMAND --help` shows, by `KEYTURN_DOCS=write ./dev test CommandReferenceTest`.

      Every command also takes `-h`/`--help`, `--debug` (write a trace to standard error, with secrets masked) and
      `--no-color`. Those options, `--output` and `-p`/`--profile` may also come before the command's name. Every command
      may end with 2 (wrong command line), 70 (a bug in Keyturn) and 141 (standard output was closed); [exit
      codes](exit-codes.md) lists what the numbers mean, [JSON](json.md) what `--output json` prints.
      """;

  private final StringBuilder text = new StringBuilder(HEAD);

  private Reference() {}

  /** The page for {@code pages}. */
  public static String of(Pages pages) {
    Reference reference = new Reference();
    String group = "";
    for (Page page : pages.all()) {
      if (!page.group().equals(group)) {
        group = page.group();
        reference.line("");
        reference.line("## " + group);
      }
      reference.add(page);
    }
    return reference.text.toString();
  }

  private void add(Page page) {
    Syntax syntax = page.command().get().syntax();
    line("");
    line("### " + page.name());
    line("");
    line(Character.toUpperCase(page.summary().charAt(0)) + page.summary().substring(1) + ".");
    line("");
    line("```");
    line(page.synopsis());
    line("```");
    rows(syntax);
    examples(page.command().get().manual());
    exits(page.command().get().manual());
  }

  private void rows(Syntax syntax) {
    List<Option> own = List.copyOf(syntax.common());
    if (syntax.arguments().isEmpty() && own.isEmpty() && syntax.rare().isEmpty()) {
      return;
    }
    line("");
    line("| argument or option | meaning |");
    line("|---|---|");
    for (Argument<?> argument : syntax.arguments()) {
      row(code(argument.value().label()), argument.text());
    }
    own.forEach(this::row);
    syntax.rare().forEach(this::row);
  }

  private void row(Option option) {
    Value<?> value = option.value();
    String names = option.names().stream().map(Reference::code).collect(Collectors.joining(", "));
    row(value == null ? names : names + " " + code(value.label()), option.text());
  }

  private void row(String heading, String what) {
    line("| " + heading + " | " + what.replace("|", "\\|") + " |");
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }

  private void examples(Manual manual) {
    int width = manual.examples().stream().mapToInt(it -> it.line().length()).max().orElse(0);
    line("");
    line("```sh");
    for (Example example : manual.examples()) {
      line(example.line() + " ".repeat(width - example.line().length()) + "  # " + example.text());
    }
    line("```");
  }

  private void exits(Manual manual) {
    line("");
    line(
        manual.exits().stream()
            .sorted()
            .map(exit -> Integer.toString(exit.number()))
            .collect(Collectors.joining(", ", "Exit codes: ", ".")));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
