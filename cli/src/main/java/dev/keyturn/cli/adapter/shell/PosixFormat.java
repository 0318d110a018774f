package dev.keyturn.cli.adapter.shell;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.EnvironmentFormat;
import dev.keyturn.domain.text.ShellCommand;
import java.util.Map;

/**
 * POSIX shells, Bash and the Z shell among them.
 *
 * <pre>
 * value = "'" { character other than "'" } "'"       nothing in it is special
 * quote = "'\''"                                      end, a quote, begin again
 * </pre>
 *
 * <p>POSIX.1-2024, Shell Command Language, 2.2.2 Single-Quotes.
 */
public final class PosixFormat implements EnvironmentFormat {

  @Override
  public String render(EnvironmentChange change) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> variable : change.set().entrySet()) {
      text.append("export ").append(variable.getKey()).append('=');
      text.append(ShellCommand.quoted(variable.getValue())).append('\n');
    }
    if (!change.unset().isEmpty()) {
      text.append("unset ").append(String.join(" ", change.unset())).append('\n');
    }
    return text.toString();
  }
}
