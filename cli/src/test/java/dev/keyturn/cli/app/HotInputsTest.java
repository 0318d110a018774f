package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.domain.environment.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an answer depends on is compared: files, sessions, the time, variables. */
@EnabledOnOs(OS.LINUX)
class HotInputsTest extends HotFixture {

  private static final Pattern EXPANSION = Pattern.compile("\\$\\{(\\w+):?\\+=}");

  HotInputsTest(@TempDir Path folder) {
    super(folder);
  }

  // --- files -------------------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("shells")
  void a_changed_file_is_noticed(HotShell shell) throws IOException {
    for (String name : List.of("config", "credentials")) {
      assertHotAgain(shell);
      String text = Files.readString(home.aws(name));
      home.write(name, text + "\n");
      assertLeftToJava(shell, CREDENTIALS);
      assertHotAgain(shell);
      home.write("new", text);
      Files.move(home.aws("new"), home.aws(name), StandardCopyOption.REPLACE_EXISTING);
      assertLeftToJava(shell, CREDENTIALS);
    }
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_file_whose_time_was_set_back_is_noticed(HotShell shell) {
    assertHotAgain(shell);
    HotHome.date(home.aws("config"), Instant.parse("2001-01-01T00:00:00Z"));
    assertLeftToJava(shell, CREDENTIALS);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_link_that_is_set_to_another_file_of_the_same_time_is_noticed(HotShell shell)
      throws IOException {
    for (String store : List.of("one", "two")) {
      home.write(store, HotHome.CONFIG);
      HotHome.date(home.aws(store), Instant.EPOCH.plusSeconds(1));
    }
    Files.delete(home.aws("config"));
    Files.createSymbolicLink(home.aws("config"), home.aws("one"));
    assertHotAgain(shell);
    Files.delete(home.aws("config"));
    Files.createSymbolicLink(home.aws("config"), home.aws("two"));
    assertLeftToJava(shell, CREDENTIALS);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_file_that_is_gone_or_now_a_folder_or_a_pipe_is_noticed(HotShell shell) throws Exception {
    assertHotAgain(shell);
    Files.delete(home.aws("config"));
    assertLeftToJava(shell, CREDENTIALS);
    assertHotAgain(shell);
    Files.createDirectory(home.aws("config"));
    assertLeftToJava(shell, CREDENTIALS);
    Files.delete(home.aws("config"));
    new ProcessBuilder("mkfifo", home.aws("config").toString()).start().waitFor();
    assertLeftToJava(shell, CREDENTIALS);
  }

  /** The one exception, which the documentation states. */
  @ParameterizedTest
  @MethodSource("shells")
  void an_edit_that_restores_the_exact_time_is_noticed_after_a_quarter_of_an_hour(HotShell shell) {
    assertHotAgain(shell);
    Instant time = HotHome.modified(home.aws("config"));
    home.write("config", "");
    HotHome.date(home.aws("config"), time);
    assertThat(home.launcher(shell, CREDENTIALS).isOfJava()).isFalse();
    home.advance(Duration.ofMinutes(15));
    assertLeftToJava(shell, CREDENTIALS);
  }

  @Test
  void no_answer_is_left_while_a_file_may_be_written_again_in_the_same_moment() {
    home.write("config", HotHome.CONFIG);
    home.java(CREDENTIALS);
    assertThat(HotHome.files(home.answers())).isEmpty();
  }

  // --- sessions ----------------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("shells")
  void whatever_changes_a_session_removes_the_answers_first(HotShell shell) {
    for (String change : List.of("login dev --force 234567", "login admin", "logout dev")) {
      home.java("login", "dev", "345678");
      assertHotAgain(shell);
      home.java(change.split(" "));
      assertThat(HotHome.files(home.answers())).isEmpty();
      assertLeftToJava(shell, CREDENTIALS);
    }
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_record_that_another_version_replaced_or_removed_is_noticed(HotShell shell)
      throws IOException {
    Path record = HotHome.files(home.state().resolve("sessions")).get(0);
    assertHotAgain(shell);
    HotHome.date(record, home.clock().instant());
    assertLeftToJava(shell, CREDENTIALS);
    assertHotAgain(shell);
    Files.delete(record);
    assertLeftToJava(shell, CREDENTIALS);
  }

  // --- time --------------------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("shells")
  void after_a_quarter_of_an_hour_java_is_asked_again(HotShell shell) {
    assertHotAgain(shell);
    home.advance(Duration.ofMinutes(14));
    assertStillHot(shell, CREDENTIALS);
    home.advance(Duration.ofMinutes(1));
    assertLeftToJava(shell, CREDENTIALS);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void an_answer_of_the_future_is_left_to_java(HotShell shell) {
    assertHotAgain(shell);
    home.advance(Duration.ofMinutes(-5));
    assertLeftToJava(shell, CREDENTIALS);
  }

  @Test
  void no_answer_is_left_when_the_session_is_to_be_renewed() {
    home.advance(Duration.ofHours(11).plusMinutes(45));
    home.java(CREDENTIALS);
    assertThat(home.answers().resolve("credential-process,dev")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_prompt_is_answered_until_its_text_changes(HotShell shell) {
    String[] words = {"status", "dev", "--short"};
    home.advance(Duration.ofHours(11));
    assertHot(shell, words);
    home.advance(Duration.ofSeconds(20));
    assertStillHot(shell, words);
    home.advance(Duration.ofSeconds(45));
    assertLeftToJava(shell, words);
  }

  /** The proof that the launcher may be trusted on this system. */
  @ParameterizedTest
  @MethodSource("shells")
  void the_time_of_a_here_document_is_now(HotShell shell) throws IOException {
    Path past = Files.createFile(folder.resolve("past"));
    Path future = Files.createFile(folder.resolve("future"));
    HotHome.date(past, Instant.now().minusSeconds(2));
    HotHome.date(future, Instant.now().plusSeconds(2));
    String script =
        """
        { [ /dev/fd/9 -nt "$1" ] && [ /dev/fd/9 -ot "$2" ] && echo now; } 9<<X
        .
        X
        """;
    List<String> line = new ArrayList<>(shell.command());
    line.addAll(List.of("-c", script, "-", past.toString(), future.toString()));
    assertThat(home.run(new ProcessBuilder(line)).out()).isEqualTo("now\n");
    // A process that others have looked at already, and that is another program since.
    List<String> old =
        new ArrayList<>(List.of("/bin/sh", "-c", "ls -l /proc/$$ >/dev/null; exec \"$@\"", "-"));
    old.addAll(line);
    assertThat(home.run(new ProcessBuilder(old)).out()).isEqualTo("now\n");
  }

  // --- variables ---------------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("shells")
  void a_variable_that_was_looked_up_is_compared(HotShell shell) throws IOException {
    assertHotAgain(shell);
    for (String name : lookedUp("credential-process,dev")) {
      for (String value : List.of("x", "", "a\nb")) {
        String before = home.environment().put(name, value);
        if (!(value.isEmpty() && Variable.isSecret(name))) {
          assertLeftToJava(shell, CREDENTIALS);
        }
        home.environment().remove(name);
        if (before != null) {
          home.environment().put(name, before);
        }
      }
    }
    home.environment().put("UNKNOWN", "x");
    assertStillHot(shell, CREDENTIALS);
  }

  private Set<String> lookedUp(String answer) throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher expansions = EXPANSION.matcher(Files.readString(home.answers().resolve(answer)));
    while (expansions.find()) {
      names.add(expansions.group(1));
    }
    return names;
  }

  @Test
  void what_is_looked_up_is_in_the_table_of_variables() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String line :
        List.of("credential-process", "env dev", "status --short", "exec dev -- env")) {
      home.environment().put("AWS_PROFILE", "dev");
      home.java(line.split(" "));
    }
    for (Path answer : HotHome.files(home.answers())) {
      names.addAll(lookedUp(answer.getFileName().toString()));
    }
    names.removeIf(name -> name.startsWith(Variable.ORIGINAL));
    names.removeAll(Stream.of(Variable.values()).map(Variable::name).toList());
    assertThat(names).containsOnly("HOME", "LOCALAPPDATA", "USERPROFILE", "XDG_STATE_HOME");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void another_home_has_other_answers(HotShell shell) {
    assertHotAgain(shell);
    home.environment().put("KEYTURN_HOME", folder.resolve("other").toString());
    assertLeftToJava(shell, CREDENTIALS);
    home.environment().put("KEYTURN_HOME", "relative");
    assertLeftToJava(shell, CREDENTIALS);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void fish_is_left_to_java(HotShell shell) {
    assertHot(shell, "env", "dev");
    home.environment().put("SHELL", "/usr/bin/fish");
    assertLeftToJava(shell, "env", "dev");
    assertStillHot(shell, "env", "dev", "--format", "sh");
  }
}
