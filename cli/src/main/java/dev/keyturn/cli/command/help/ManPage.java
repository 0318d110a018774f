package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual.Example;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Manual pages in the macro language of {@code man} (man(7) of Linux). */
public final class ManPage {

  private final StringBuilder text = new StringBuilder();

  private ManPage(String title, String version) {
    line(".TH " + title.toUpperCase(Locale.ROOT) + " 1 \"\" \"Keyturn " + version + "\" Keyturn");
  }

  /** The name of the page of {@code command}, without its section: {@code keyturn-config-get}. */
  public static String name(String command) {
    return "keyturn-" + command.replace(' ', '-');
  }

  /** The page of the program itself. */
  public static String overview(Pages pages, String version) {
    ManPage page = new ManPage("keyturn", version);
    page.section("NAME");
    page.line("keyturn \\- turn long\\-term AWS access keys and an MFA code into sessions");
    page.section("SYNOPSIS");
    page.line("\\fBkeyturn\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR...] [\\fIARGUMENT\\fR...]");
    page.section("COMMANDS");
    String group = "";
    for (Page command : pages.all()) {
      if (!command.group().equals(group)) {
        group = command.group();
        page.line(".SS " + escaped(group));
      }
      page.item("\\fBkeyturn " + escaped(command.name()) + "\\fR", command.summary());
    }
    page.exits(List.of(ExitCode.values()));
    page.section("SEE ALSO");
    page.line("\\fBkeyturn help\\fR \\fICOMMAND\\fR, and a page for each command, such as");
    page.line(".BR keyturn\\-login (1)");
    return page.text.toString();
  }

  /** The page of one command. */
  public static String of(Page command, String version) {
    String name = name(command.name());
    Syntax syntax = command.command().get().syntax();
    ManPage page = new ManPage(name, version);
    page.section("NAME");
    page.line(escaped(name) + " \\- " + escaped(command.summary()));
    page.section("SYNOPSIS");
    page.line("\\fBkeyturn " + escaped(command.name()) + "\\fR " + escaped(syntax.synopsis()));
    page.arguments(syntax.arguments());
    List<Option> options = new ArrayList<>(syntax.common());
    options.addAll(syntax.rare());
    options.addAll(CommonOptions.shown());
    page.options(options);
    page.section("EXAMPLES");
    for (Example example : command.command().get().manual().examples()) {
      page.item("\\fB" + escaped(example.line()) + "\\fR", example.text());
    }
    page.exits(command.command().get().manual().allExits());
    page.section("SEE ALSO");
    page.line(".BR keyturn (1)");
    return page.text.toString();
  }

  private void arguments(List<Argument<?>> arguments) {
    if (!arguments.isEmpty()) {
      section("ARGUMENTS");
      arguments.forEach(it -> item("\\fI" + escaped(it.value().label()) + "\\fR", it.text()));
    }
  }

  private void options(List<Option> options) {
    section("OPTIONS");
    for (Option option : options) {
      Value<?> value = option.value();
      String label = value == null ? "" : " \\fI" + escaped(value.label()) + "\\fR";
      String names =
          String.join("\\fR, \\fB", option.names().stream().map(ManPage::escaped).toList());
      item("\\fB" + names + "\\fR" + label, option.text());
    }
  }

  private void exits(List<ExitCode> exits) {
    section("EXIT STATUS");
    for (ExitCode exit : exits) {
      item("\\fB" + exit.number() + "\\fR", exit.meaning());
    }
  }

  private void section(String title) {
    line(".SH " + title);
  }

  private void item(String heading, String what) {
    line(".TP");
    line(heading);
    line(escaped(what));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** A dash must be escaped as a minus; a line must not begin like a request. */
  private static String escaped(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-");
    return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
  }
}
