package dev.keyturn.cli.adapter.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.command.port.EnvironmentChange;
import dev.keyturn.cli.command.port.EnvironmentFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Bash, the Z shell, dash and fish make of hostile values. */
class RealShellsTest {

  private static final List<String> VALUES = Hostile.values(200);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "dash"})
  void a_posix_shell_gets_every_value_and_runs_none(String shell) throws IOException {
    assertThat(environmentAfter(shell, new PosixFormat(), "eval \"$(cat %s)\"\nenv -0"))
        .containsAllEntriesOf(expected())
        .doesNotContainKeys("OLD", Hostile.TRACE);
  }

  @Test
  void the_z_shell_gets_them_with_doubled_quotes_in_quotes_too() throws IOException {
    String script = "setopt rc_quotes extended_glob prompt_subst\neval \"$(cat %s)\"\nenv -0";
    assertThat(environmentAfter("zsh", new PosixFormat(), script))
        .containsAllEntriesOf(expected())
        .doesNotContainKeys("OLD", Hostile.TRACE);
  }

  @Test
  void fish_gets_every_value_and_runs_none() throws IOException {
    assertThat(environmentAfter("fish", new FishFormat(), "source %s\nenv -0"))
        .containsAllEntriesOf(expected())
        .doesNotContainKeys("OLD", Hostile.TRACE);
  }

  @Test
  void fish_gets_them_by_eval_too_which_joins_the_lines() throws IOException {
    assertThat(environmentAfter("fish", new FishFormat(), "eval (cat %s)\nenv -0"))
        .containsAllEntriesOf(expected())
        .doesNotContainKeys("OLD", Hostile.TRACE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "dash"})
  void unsetting_variables_that_are_not_set_succeeds(String shell) {
    EnvironmentChange nothing =
        new EnvironmentChange(Hostile.change(List.of()).set(), List.of("A"));
    String text = new PosixFormat().render(nothing);
    assertThat(Installed.program(shell).run(Map.of(), "-ec", text + "echo done"))
        .isEqualTo("done\n");
  }

  @Test
  void unsetting_variables_that_are_not_set_succeeds_in_fish() {
    EnvironmentChange nothing =
        new EnvironmentChange(Hostile.change(List.of()).set(), List.of("A"));
    String text = new FishFormat().render(nothing) + "echo done $status";
    assertThat(Installed.program("fish").run(home(), "--no-config", "-c", text))
        .isEqualTo("done 0\n");
  }

  private Map<String, String> environmentAfter(
      String shell, EnvironmentFormat format, String script) throws IOException {
    Path text = folder.resolve("text");
    Files.writeString(text, format.render(Hostile.change(VALUES)));
    Path file = folder.resolve("script");
    Files.writeString(file, script.formatted(text) + "\n");
    Map<String, String> environment = new HashMap<>(home());
    environment.put("OLD", "value");
    return variables(Installed.program(shell).run(environment, file.toString()));
  }

  private Map<String, String> home() {
    return Map.of("HOME", folder.toString(), "XDG_CONFIG_HOME", folder.toString());
  }

  private static Map<String, String> variables(String nulSeparated) {
    Map<String, String> variables = new HashMap<>();
    for (String variable : nulSeparated.split("\0", 0)) {
      int equals = variable.indexOf('=');
      variables.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return variables;
  }

  private static Map<String, String> expected() {
    return Hostile.change(VALUES).set();
  }
}
