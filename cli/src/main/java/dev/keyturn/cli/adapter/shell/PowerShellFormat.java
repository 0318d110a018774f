package dev.keyturn.cli.adapter.shell;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.EnvironmentFormat;
import java.util.Map;

/**
 * PowerShell. It decodes a program's output with the console's code page, in which some bytes of
 * other characters are quotes; so the text is pure ASCII, and other characters are written by
 * number.
 *
 * <pre>
 * value   = literal { " + " ( literal | "[char]0x" hex ) }
 * literal = "'" { "''" | other ASCII character } "'"
 * </pre>
 *
 * <p>PowerShell language specification, 2.3.5.2 String literals. A character beyond U+FFFF is
 * written as two UTF-16 units, as {@code [char]} is one unit.
 */
public final class PowerShellFormat implements EnvironmentFormat {

  private static final int LAST_ASCII = 0x7e;

  @Override
  public String render(EnvironmentChange change) {
    StringBuilder text = new StringBuilder();
    for (String name : change.unset()) {
      text.append("$Env:").append(name).append(" = $null\n");
    }
    for (Map.Entry<String, String> variable : change.set().entrySet()) {
      text.append("$Env:").append(variable.getKey()).append(" = ");
      text.append(quote(variable.getValue())).append('\n');
    }
    return text.toString();
  }

  static String quote(String value) {
    StringBuilder text = new StringBuilder("'");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\'') {
        text.append("''");
      } else if (c <= LAST_ASCII) {
        text.append(c);
      } else {
        text.append("' + [char]0x").append(Integer.toHexString(c)).append(" + '");
      }
    }
    return text.append('\'').toString();
  }
}
