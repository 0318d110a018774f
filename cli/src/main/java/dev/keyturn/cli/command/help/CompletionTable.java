package dev.keyturn.cli.command.help;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What shells complete, one row per line; the scripts of all shells read it.
 *
 * <pre>
 * table    = { row "\n" }
 * row      = "command" "||" name "||" text
 *          | "option|" commands "|" names "|" value "|" text
 *          | "word|" commands "|" place "|" value "|" text
 * commands = "," command { "," command } ","
 * names    = [ short " " ] long
 * place    = "1" | "2" | ... | "any"
 * value    = ""                                nothing follows: a flag
 *          | "%any" | "%files" | "%profiles" | "%commands"
 *          | word { " " word }                 one of these
 * </pre>
 */
public final class CompletionTable {

  private static final int LONGEST_TEXT = 72;

  /** From a row without its commands to its commands. */
  private final Map<String, List<String>> rows = new LinkedHashMap<>();

  private CompletionTable() {}

  /** The table of these commands. */
  public static String of(Pages pages) {
    StringBuilder text = new StringBuilder();
    CompletionTable table = new CompletionTable();
    for (Page page : pages.all()) {
      text.append("command||" + page.name() + "||" + page.summary() + '\n');
      table.add(page.name(), page.command().get().syntax());
    }
    table.rows.forEach((row, commands) ->
        text.append(row.replace("|*|", "|," + String.join(",", commands) + ",|")).append('\n'));
    return text.toString();
  }

  private void add(String command, Syntax syntax) {
    List<Option> options = new ArrayList<>(syntax.common());
    options.addAll(syntax.rare());
    options.addAll(CommonOptions.shown());
    if (!syntax.passesEverythingOn()) {
      options.forEach(option -> add(command, option));
    }
    int place = 1;
    for (Argument<?> argument : syntax.arguments()) {
      String where = argument.isRepeated() ? "any" : Integer.toString(place++);
      if (!argument.isAfterDashes()) {
        add(command, "word", where, value(argument.value()), argument.text());
      }
    }
  }

  private void add(String command, Option option) {
    add(command, "option", String.join(" ", option.names()), value(option.value()), option.text());
  }

  private void add(String command, String kind, String names, String value, String text) {
    String row = kind + "|*|" + names + "|" + value + "|" + shortened(text);
    rows.computeIfAbsent(row, any -> new ArrayList<>()).add(command);
  }

  private static String value(@Nullable Value<?> value) {
    if (value == null) {
      return "";
    }
    return switch (value.completion()) {
      case PROFILES -> "%profiles";
      case FILES -> "%files";
      case COMMANDS -> "%commands";
      case NONE -> value.choices().isEmpty() ? "%any" : String.join(" ", value.choices());
    };
  }

  /** A listing has one line for each. */
  private static String shortened(String text) {
    String phrase = text.replaceFirst("[.]$", "");
    int end = phrase.indexOf(" (default");
    phrase = end < 0 ? phrase : phrase.substring(0, end);
    if (phrase.length() <= LONGEST_TEXT) {
      return phrase;
    }
    return phrase.substring(0, phrase.lastIndexOf(' ', LONGEST_TEXT)) + " ...";
  }
}
