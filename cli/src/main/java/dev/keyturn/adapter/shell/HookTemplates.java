package dev.keyturn.adapter.shell;

import dev.keyturn.command.port.EnvironmentChange;
import dev.keyturn.command.port.EnvironmentFormat;
import dev.keyturn.command.port.ShellHooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * Hooks from the files {@code hook.*} beside this class. They are shell scripts but for four words:
 * {@code @PROGRAM@}, {@code @COMMANDS@}, {@code @OPTIONS@} and {@code @UNSET@}.
 */
public final class HookTemplates implements ShellHooks {

  @Override
  public String text(
      Shell shell,
      String program,
      SequencedMap<String, List<String>> options,
      EnvironmentChange nothing) {
    return template(shell)
        .replace("@PROGRAM@", quoted(shell, program))
        .replace("@COMMANDS@", String.join(" ", options.sequencedKeySet()))
        .replace("@OPTIONS@", options(shell, options))
        .replace("@UNSET@", format(shell).render(nothing).stripTrailing());
  }

  private static String template(Shell shell) {
    return switch (shell) {
      case BASH -> file("hook-common.sh") + file("hook.bash");
      case ZSH -> file("hook-common.sh") + file("hook.zsh");
      case FISH -> file("hook.fish");
      case POWERSHELL -> file("hook.powershell");
    };
  }

  private static EnvironmentFormat format(Shell shell) {
    return switch (shell) {
      case BASH, ZSH -> new PosixFormat();
      case FISH -> new FishFormat();
      case POWERSHELL -> new PowerShellFormat();
    };
  }

  private static String quoted(Shell shell, String word) {
    return switch (shell) {
      case BASH, ZSH -> PosixFormat.quote(word);
      case FISH -> FishFormat.quote(word);
      case POWERSHELL -> PowerShellFormat.quote(word);
    };
  }

  private static String options(Shell shell, Map<String, List<String>> options) {
    StringBuilder text = new StringBuilder();
    options.forEach((command, names) -> text.append(line(shell, command, names)));
    return text.toString().stripTrailing();
  }

  private static String line(Shell shell, String command, List<String> names) {
    return switch (shell) {
      case BASH, ZSH -> "    " + command + ") printf '%s\\n' " + String.join(" ", names) + " ;;\n";
      case FISH ->
          "complete -c keyturn -n 'test \"$(commandline -opc)[2]\" = "
              + command
              + "; and not __keyturn_is_wrapping; and string match -q -- \"-*\" (commandline -ct)' -a '"
              + String.join(" ", names)
              + "'\n";
      case POWERSHELL -> "  '" + command + "' = '" + String.join("', '", names) + "'\n";
    };
  }

  private static String file(String name) {
    try (InputStream file = HookTemplates.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
