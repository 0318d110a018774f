package dev.keyturn.cli.adapter.shell;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.EnvironmentFormat;
import java.util.Map;

/**
 * What {@code docker run --env-file} reads: everything after the first {@code =} is the value,
 * unchanged. A container begins without variables, so there is nothing to unset.
 *
 * <pre>
 * line = name "=" value
 * </pre>
 *
 * <p>Docker CLI, {@code pkg/kvfile}.
 */
public final class DockerFormat implements EnvironmentFormat {

  @Override
  public String render(EnvironmentChange change) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> variable : change.set().entrySet()) {
      text.append(variable.getKey()).append('=').append(variable.getValue()).append('\n');
    }
    return text.toString();
  }
}
