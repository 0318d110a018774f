package dev.keyturn.cli.adapter.shell;

import dev.keyturn.cli.command.port.ShellHooks;
import dev.keyturn.domain.text.ShellCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Hooks and completion from the files beside this class. They are shell scripts with two
 * placeholders: {@code @PROGRAM@} and {@code @TABLE@}.
 */
public final class HookTemplates implements ShellHooks {

  @Override
  public String hook(Shell shell, String program, String table) {
    String hook =
        switch (shell) {
          case BASH -> file("hook-common.sh") + file("hook.bash");
          case ZSH -> file("hook-common.sh") + file("hook.zsh");
          case FISH -> file("hook.fish");
          case POWERSHELL -> file("hook.powershell");
        };
    return completion(shell, table) + hook.replace("@PROGRAM@", quoted(shell, program));
  }

  @Override
  public String completion(Shell shell, String table) {
    String rows = table.stripTrailing();
    return switch (shell) {
      case BASH ->
          (file("completion-common.sh") + file("completion.bash")).replace("@TABLE@", rows);
      case ZSH ->
          "#compdef keyturn\n"
              + (file("completion-common.sh") + file("completion.zsh")).replace("@TABLE@", rows);
      case FISH -> file("completion.fish").replace("@TABLE@", words(rows));
      case POWERSHELL -> file("completion.powershell").replace("@TABLE@", rows);
    };
  }

  private static String words(String rows) {
    return rows.lines().map(FishFormat::quote).collect(Collectors.joining(" \\\n    "));
  }

  private static String quoted(Shell shell, String word) {
    return switch (shell) {
      case BASH, ZSH -> ShellCommand.quoted(word);
      case FISH -> FishFormat.quote(word);
      case POWERSHELL -> PowerShellFormat.quote(word);
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
