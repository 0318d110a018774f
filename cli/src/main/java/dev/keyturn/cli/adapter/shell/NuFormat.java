package dev.keyturn.cli.adapter.shell;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.EnvironmentFormat;
import java.util.Map;

/**
 * Nushell, which cannot evaluate text: a record in its object notation, for {@code keyturn env
 * --format nu | from nuon | load-env}. A variable that is null is not passed to programs.
 *
 * <pre>
 * record = "{" name ": " ( string | "null" ) { ", " name ": " ( string | "null" ) } "}"
 * string = '"' { '\"' | "\\" | "\t" | other character } '"'
 * </pre>
 *
 * <p>The Nushell book, "Working with strings", Double-quoted strings.
 */
public final class NuFormat implements EnvironmentFormat {

  @Override
  public String render(EnvironmentChange change) {
    StringBuilder text = new StringBuilder("{");
    for (Map.Entry<String, String> variable : change.set().entrySet()) {
      append(text, variable.getKey(), quote(variable.getValue()));
    }
    for (String name : change.unset()) {
      append(text, name, "null");
    }
    return text.append("}\n").toString();
  }

  private static void append(StringBuilder text, String name, String value) {
    text.append(text.length() == 1 ? "" : ", ").append(name).append(": ").append(value);
  }

  private static String quote(String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t");
    return '"' + escaped + '"';
  }
}
