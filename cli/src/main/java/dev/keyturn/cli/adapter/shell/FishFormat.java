package dev.keyturn.cli.adapter.shell;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.EnvironmentFormat;
import java.util.Map;

/**
 * fish. Each line ends with a semicolon, since {@code eval (keyturn env)} joins the lines.
 *
 * <pre>
 * value = "'" { "\'" | "\\" | other character } "'"     the only two escapes
 * </pre>
 *
 * <p>fish documentation, "The fish language", Quotes.
 */
public final class FishFormat implements EnvironmentFormat {

  @Override
  public String render(EnvironmentChange change) {
    StringBuilder text = new StringBuilder();
    if (!change.unset().isEmpty()) {
      text.append("set -e ").append(String.join(" ", change.unset())).append("; or true;\n");
    }
    for (Map.Entry<String, String> variable : change.set().entrySet()) {
      text.append("set -gx ").append(variable.getKey()).append(' ');
      text.append(quote(variable.getValue())).append(";\n");
    }
    return text.toString();
  }

  static String quote(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
