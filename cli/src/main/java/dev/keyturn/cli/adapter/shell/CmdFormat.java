package dev.keyturn.cli.adapter.shell;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.EnvironmentFormat;
import dev.keyturn.domain.failure.Failure;
import java.util.Map;

/**
 * A batch file of Windows's cmd.exe, with delayed expansion off, which is the default.
 *
 * <pre>
 * line      = 'set "' name "=" { character } '"'
 * character = "%%"                                a percent sign, inside and outside quotes
 *           | '"'                                 is part of the value, and begins or ends quoting
 *           | "^" ( "&amp;" | "|" | "&lt;" | "&gt;" | "(" | ")" | "^" )   outside quotes
 *           | other character
 * </pre>
 *
 * <p>{@code set} uses everything between its first quote and the last quote of the line. The values
 * of AWS have no percent sign and no quote, and for them the lines do the same in {@code for /f ...
 * do @%i}. Microsoft, Windows commands: set; cmd, "special characters that require quotation
 * marks".
 */
public final class CmdFormat implements EnvironmentFormat {

  private static final String SPECIAL = "&|<>()^";

  @Override
  public String render(EnvironmentChange change) {
    StringBuilder text = new StringBuilder();
    for (String name : change.unset()) {
      text.append("set \"").append(name).append("=\"\n");
    }
    for (Map.Entry<String, String> variable : change.set().entrySet()) {
      text.append("set \"").append(variable.getKey()).append('=');
      appendValue(text, variable.getKey(), variable.getValue());
      text.append("\"\n");
    }
    return text.toString();
  }

  private static void appendValue(StringBuilder text, String name, String value) {
    boolean quoted = true;
    boolean ascii = true;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '%' || (!quoted && SPECIAL.indexOf(c) >= 0)) {
        text.append(c == '%' ? '%' : '^');
      }
      quoted = quoted != (c == '"');
      ascii &= c < 0x80;
      text.append(c);
    }
    if (!ascii && value.indexOf('"') >= 0) {
      throw doubleByte(name);
    }
  }

  /** In some code pages a byte of another character includes the escape after it. */
  private static RuntimeException doubleByte(String name) {
    return new Failure.Usage(
            "the value of "
                + name
                + " contains a quote and characters that cmd may interpret"
                + " differently",
            "keyturn env --format powershell")
        .exception();
  }
}
