package dev.keyturn.cli.adapter.shell;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs lines of a batch file as far as {@code set} goes, and fails on any other command. The phases
 * of cmd.exe, with delayed expansion off:
 *
 * <ol>
 *   <li>percent: {@code %%} is a percent sign; {@code %name%} a variable, here always an error;
 *       {@code %0} to {@code %9} an argument, here too; any other one vanishes
 *   <li>special characters: a quote toggles quoting; outside, a caret makes the next character
 *       plain and vanishes, and {@code & | < >} end the command
 *   <li>{@code set "name=value"}: from the first quote to the last one of the command
 * </ol>
 */
final class BatchReader {

  private BatchReader() {}

  static Map<String, String> read(String text) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line : text.split("\n", 0)) {
      set(plain(percent(line)), variables);
    }
    return variables;
  }

  private static String percent(String line) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      boolean percent = line.charAt(i) == '%';
      if (percent && (i + 1 == line.length() || line.charAt(i + 1) != '%')) {
        throw new AssertionError("a variable or argument is expanded: " + line);
      }
      i += percent ? 1 : 0;
      result.append(line.charAt(i));
    }
    return result.toString();
  }

  private static String plain(String line) {
    StringBuilder result = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '^') {
        i++;
        if (i == line.length()) {
          throw new AssertionError("the next line is joined: " + line);
        }
      } else if (!quoted && "&|<>".indexOf(c) >= 0) {
        throw new AssertionError("a second command: " + line);
      }
      result.append(line.charAt(i));
    }
    return result.toString();
  }

  private static void set(String command, Map<String, String> variables) {
    if (!command.startsWith("set \"")) {
      throw new AssertionError("not set: " + command);
    }
    String assignment = command.substring(5, command.lastIndexOf('"'));
    int equals = assignment.indexOf('=');
    variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
  }
}
