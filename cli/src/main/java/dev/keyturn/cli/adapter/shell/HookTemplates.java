package dev.keyturn.cli.adapter.shell;

import dev.keyturn.cli.command.port.EnvironmentSyntax;
import dev.keyturn.cli.command.port.ShellHooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Hooks from the files {@code hook.*} beside this class. They are shell scripts but for six words:
 * {@code @PROGRAM@}, {@code @COMMANDS@}, {@code @SUBCOMMANDS@}, {@code @OPTIONS@},
 * {@code @FORMATS@} and {@code @SHELLS@}.
 */
public final class HookTemplates implements ShellHooks {

  @Override
  public String text(Shell shell, String program, SequencedMap<String, List<String>> options) {
    return template(shell)
        .replace("@PROGRAM@", quoted(shell, program))
        .replace("@FORMATS@", words(EnvironmentSyntax.values()))
        .replace("@SHELLS@", words(Shell.values()))
        .replace("@COMMANDS@", String.join(" ", byFirstWord(options).sequencedKeySet()))
        .replace("@SUBCOMMANDS@", lines(shell, "subcommands", subcommands(options)))
        .replace("@OPTIONS@", lines(shell, "options", byFirstWord(options)));
  }

  private static String words(Enum<?>[] values) {
    StringBuilder words = new StringBuilder();
    for (Enum<?> value : values) {
      words.append(words.isEmpty() ? "" : " ").append(value.name().toLowerCase(Locale.ROOT));
    }
    return words.toString();
  }

  private static String template(Shell shell) {
    return switch (shell) {
      case BASH -> file("hook-common.sh") + file("hook.bash");
      case ZSH -> file("hook-common.sh") + file("hook.zsh");
      case FISH -> file("hook.fish");
      case POWERSHELL -> file("hook.powershell");
    };
  }

  private static String quoted(Shell shell, String word) {
    return switch (shell) {
      case BASH, ZSH -> PosixFormat.quote(word);
      case FISH -> FishFormat.quote(word);
      case POWERSHELL -> PowerShellFormat.quote(word);
    };
  }

  /** A group's options are those of all its commands. */
  private static SequencedMap<String, SequencedSet<String>> byFirstWord(
      SequencedMap<String, List<String>> options) {
    SequencedMap<String, SequencedSet<String>> merged = new LinkedHashMap<>();
    options.forEach((command, names) ->
        merged
            .computeIfAbsent(command.split(" ", 2)[0], first -> new LinkedHashSet<>())
            .addAll(names));
    return merged;
  }

  private static SequencedMap<String, SequencedSet<String>> subcommands(
      SequencedMap<String, List<String>> options) {
    SequencedMap<String, SequencedSet<String>> groups = new LinkedHashMap<>();
    for (String command : options.keySet()) {
      String[] words = command.split(" ", 2);
      if (words.length == 2) {
        groups.computeIfAbsent(words[0], first -> new LinkedHashSet<>()).add(words[1]);
      }
    }
    return groups;
  }

  private static String lines(
      Shell shell, String kind, SequencedMap<String, SequencedSet<String>> words) {
    StringBuilder text = new StringBuilder();
    words.forEach((command, names) -> text.append(line(shell, kind, command, names)));
    return text.toString().stripTrailing();
  }

  private static String line(Shell shell, String kind, String command, Set<String> names) {
    return switch (shell) {
      case BASH, ZSH -> "    " + command + ") printf '%s\\n' " + String.join(" ", names) + " ;;\n";
      case FISH ->
          "complete -c keyturn -n '__keyturn_wants "
              + kind
              + " "
              + command
              + "' -a '"
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
