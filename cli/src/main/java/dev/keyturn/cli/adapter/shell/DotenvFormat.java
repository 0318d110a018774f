package dev.keyturn.cli.adapter.shell;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.EnvironmentFormat;
import dev.keyturn.domain.failure.Failure;
import java.util.Map;

/**
 * A {@code .env} file. It has no standard grammar, so a value is written in the first of three
 * forms that all readers understand in the same way: python-dotenv, Node's {@code --env-file},
 * dotenv and, where nothing needs quotes, {@code docker --env-file} and a shell.
 *
 * <pre>
 * line  = name "=" value
 * value = { letter | digit | "_-+=/.:,@%^~" }
 *       | "'" { any but "'", "${", "\\", a "\" at the end } "'"
 *       | '"' { any but '"', "\", "$", "`" } '"'
 * </pre>
 */
public final class DotenvFormat implements EnvironmentFormat {

  private static final String PLAIN = "_-+=/.:,@%^~";

  @Override
  public String render(EnvironmentChange change) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> variable : change.set().entrySet()) {
      String name = variable.getKey();
      text.append(name).append('=').append(quote(name, variable.getValue())).append('\n');
    }
    return text.toString();
  }

  /** {@code value} in the first form that can represent it. */
  static String quote(String name, String value) {
    if (isPlain(value)) {
      return value;
    }
    if (fitsSingleQuotes(value)) {
      return "'" + value + "'";
    }
    if (has(value, "\"\\$`")) {
      throw new Failure.Usage(
              "the value of "
                  + name
                  + " would be interpreted differently by different programs"
                  + " that read .env files",
              "keyturn env --format docker, or --format json")
          .exception();
    }
    return '"' + value + '"';
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && PLAIN.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean fitsSingleQuotes(String value) {
    return value.indexOf('\'') < 0
        && !value.contains("${")
        && !value.contains("\\\\")
        && !value.endsWith("\\");
  }

  private static boolean has(String value, String characters) {
    for (int i = 0; i < characters.length(); i++) {
      if (value.indexOf(characters.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
