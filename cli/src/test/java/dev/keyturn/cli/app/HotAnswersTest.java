package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the launcher answers without Java, and what it leaves to Java. */
@EnabledOnOs(OS.LINUX)
class HotAnswersTest extends HotFixture {

  HotAnswersTest(@TempDir Path folder) {
    super(folder);
  }

  // --- answers -----------------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("shells")
  void the_answer_of_java_is_given_again(HotShell shell) {
    assertLeftToJava(shell, CREDENTIALS);
    assertHot(shell, CREDENTIALS);
    assertHot(shell, "env", "dev");
    assertHot(shell, "env", "dev", "--format", "sh");
    assertHot(shell, "env", "dev", "--format", "fish");
    assertHot(shell, "status", "dev", "--check");
    assertHot(shell, "status", "--short", "dev");
    assertHot(shell, "login", "dev");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_login_that_finds_its_session_says_again_what_is_next(HotShell shell) {
    home.java("login", "dev");
    HotHome.Outcome hot = home.launcher(shell, "login", "dev");
    assertThat(hot.out()).matches("dev: .*, still valid until .* \\(11h\\), in \\[dev\\]\n");
    assertThat(hot.err()).isEqualTo("next: aws sts get-caller-identity --profile dev\n");
    home.advance(Duration.ofHours(1));
    assertLeftToJava(shell, "login", "dev");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_login_is_left_to_java_where_more_is_said_or_done(HotShell shell) {
    assertHot(shell, "login", "dev");
    home.write(
        "config", HotHome.CONFIG.replace("[profile dev]", "[profile dev]\nregion us-east-1"));
    home.settle();
    assertThat(home.java("login", "dev").err()).contains("config:2");
    assertLeftToJava(shell, "login", "dev");
    home.write("config", HotHome.CONFIG);
    home.settle();
    assertHot(shell, "login", "dev");
    home.java("login", "admin");
    home.settle();
    home.java("login", "admin");
    assertLeftToJava(shell, "login", "admin");
    home.java("login", "123456");
    assertLeftToJava(shell, "login", "123456");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void exec_becomes_the_program_with_its_words_and_its_exit_code(HotShell shell) {
    String[] words = {
      "exec", "dev", "--", "sh", "-c", "echo \"$1\" $AWS_REGION; exit 7", "-", "a  --b"
    };
    home.java(words);
    assertThat(home.launcher(shell, words))
        .isEqualTo(new HotHome.Outcome(7, "a  --b us-east-1\n", ""));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void without_a_profile_the_variables_choose_one_and_each_choice_has_its_answer(HotShell shell) {
    home.java("env", "admin");
    home.settle();
    for (String profile : List.of("dev", "admin")) {
      home.environment().put("AWS_PROFILE", profile);
      assertLeftToJava(shell, "env");
      assertHot(shell, "env");
    }
    home.environment().put("AWS_PROFILE", "dev");
    assertStillHot(shell, "env");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void in_a_shell_that_has_a_session_another_one_is_answered_too(HotShell shell) {
    home.environment().put("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE");
    home.environment().put("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    home.environment().put("AWS_SESSION_TOKEN", "token");
    home.environment().put("KEYTURN_PROFILE", "admin");
    home.environment().put("KEYTURN_SET", "AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE");
    assertHot(shell, "env", "dev");
    home.environment().put("AWS_SESSION_TOKEN", " ");
    assertLeftToJava(shell, "env", "dev");
  }

  @Test
  void the_hook_of_a_shell_asks_what_the_launcher_answers() {
    home.java("env", "dev", "--format", "sh");
    String hook = home.java("shell", "init", "bash").out();
    home.environment().put("PATH", folder.resolve("image/bin") + ":/usr/bin:/bin");
    ProcessBuilder bash = new ProcessBuilder("/bin/bash", "-c", hook + "\naws_env dev");
    assertThat(home.run(bash).out()).startsWith("dev: a session for 1");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void no_program_is_started(HotShell shell) {
    assertHot(shell, CREDENTIALS);
    home.environment().put("PATH", "/none");
    assertStillHot(shell, CREDENTIALS);
  }

  @Test
  void no_answer_has_a_session_that_is_encrypted() throws IOException {
    home.java(CREDENTIALS);
    home.environment().put("KEYTURN_STORE_PASSPHRASE_COMMAND", "echo correct horse");
    assertThat(home.java("store", "encrypt-sessions", "encrypted-file").exit()).isZero();
    assertThat(home.answers()).isEmptyDirectory();
    home.settle();
    home.java(CREDENTIALS);
    home.java("env", "dev");
    home.java("exec", "dev", "--", "true");
    assertThat(home.answers()).isEmptyDirectory();
  }

  // --- words -------------------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("shells")
  void other_words_are_left_to_java(HotShell shell) {
    for (String line : List.of("credential-process dev", "env dev", "status dev --check")) {
      home.java(line.split(" "));
    }
    home.java("exec", "dev", "--", "env");
    for (List<String> words :
        List.of(
            List.of("credential-process", "dev", "--help"),
            List.of("credential-process", ""),
            List.of("credential-process", "d*"),
            List.of("credential-process dev"),
            List.of("env", "dev", "--format", "powershell"),
            List.of("env", "--format sh"),
            List.of("status", "dev", "--check", "--short"),
            List.of("status", "dev"),
            List.of("exec", "dev", "--"),
            List.of("exec", "dev", "--", ""),
            List.of("exec", "dev", "--", "no-such-program"),
            List.of("exec", "dev", "--", "cd"),
            List.of("exec", "dev", "--", folder.toString()),
            List.of("exec", "--server", "dev", "--", "env"),
            List.<String>of())) {
      assertLeftToJava(shell, words.toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_path_that_a_shell_might_take_for_a_pattern_is_left_to_java(HotShell shell)
      throws IOException {
    Path programs = Files.createDirectory(folder.resolve("programs"));
    Files.copy(Path.of("/bin/true"), programs.resolve("program"));
    home.environment().put("BASHOPTS", "extglob");
    home.environment().put("PATH", programs.toString());
    home.java("exec", "dev", "--", "program");
    for (String pattern :
        List.of("progr*", "progra[m]s", "program?", "@(programs|x)", "program\\s")) {
      home.environment().put("PATH", folder.resolve(pattern).toString());
      assertLeftToJava(shell, "exec", "dev", "--", "program");
    }
  }

  // --- answers that are not as they were left ----------------------------------------------------

  @ParameterizedTest
  @MethodSource("shells")
  void a_damaged_answer_is_left_to_java_with_what_it_has_to_say(HotShell shell) throws IOException {
    home.java(CREDENTIALS);
    Path answer = home.answers().resolve("credential-process,dev");
    Instant made = HotHome.modified(answer);
    byte[] whole = Files.readAllBytes(answer);
    List<byte[]> damages = new ArrayList<>();
    for (String text : List.of("", "if\n", ")\n", "${\n", "'", "$(\n", "exit 3\n", "return 3\n")) {
      damages.add(text.getBytes(StandardCharsets.US_ASCII));
    }
    damages.add(new byte[whole.length]);
    for (int length = 0; length < whole.length; length += 211) {
      damages.add(Arrays.copyOf(whole, length));
    }
    for (byte[] damage : damages) {
      Files.write(answer, damage);
      HotHome.date(answer, made);
      assertThat(home.launcher(shell, CREDENTIALS))
          .as(new String(damage, StandardCharsets.ISO_8859_1))
          .isEqualTo(new HotHome.Outcome(99, HotHome.JAVA, ""));
    }
  }

  @ParameterizedTest
  @MethodSource("shells")
  void only_the_users_own_answer_is_loaded(HotShell shell) throws Exception {
    assertHotAgain(shell);
    Path answer = home.answers().resolve("credential-process,dev");
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(answer, elsewhere);
    Files.createSymbolicLink(answer, elsewhere);
    assertLeftToJava(shell, CREDENTIALS);
    Files.move(elsewhere, answer, StandardCopyOption.REPLACE_EXISTING);
    assertStillHot(shell, CREDENTIALS);
    assumeTrue(new ProcessBuilder("chown", "1", answer.toString()).start().waitFor() == 0);
    assertLeftToJava(shell, CREDENTIALS);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void another_build_answers_for_itself(HotShell shell) {
    assertHotAgain(shell);
    home.rebuild("two");
    assertLeftToJava(shell, CREDENTIALS);
    home.rebuild("");
    assertLeftToJava(shell, CREDENTIALS);
  }

  @Test
  void where_no_answer_can_be_left_java_says_nothing_of_it() throws IOException {
    Files.deleteIfExists(home.answers());
    Files.writeString(home.answers(), "in the way");
    assertThat(home.java(CREDENTIALS)).isEqualTo(home.expected(CREDENTIALS));
  }

  @ParameterizedTest
  @MethodSource("shells")
  void while_the_answer_is_replaced_each_of_many_is_a_whole_one(HotShell shell) throws Exception {
    home.java(CREDENTIALS);
    String expected = home.expected(CREDENTIALS).out();
    List<Process> running = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      running.add(home.start(shell, CREDENTIALS));
      home.java(CREDENTIALS);
    }
    for (Process process : running) {
      assertThat(process.inputReader().readAllAsString()).isIn(expected, HotHome.JAVA);
    }
  }

  // --- streams -----------------------------------------------------------------------------------

  @ParameterizedTest
  @MethodSource("shells")
  void where_the_answer_cannot_be_written_java_says_so(HotShell shell) {
    assertHotAgain(shell);
    String java = " 2>/dev/null; [ $? = 99 ] && echo Java >&2";
    for (String end : List.of(" >/dev/full" + java, " >&-" + java)) {
      assertThat(home.run(home.shell(shell, CREDENTIALS, end)).err()).as(end).endsWith("Java\n");
    }
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_login_succeeds_if_only_what_is_next_cannot_be_written(HotShell shell) {
    home.java("login", "dev");
    home.environment().put("SHELLOPTS", "errexit");
    String[] words = {"login", "dev"};
    assertThat(home.run(home.shell(shell, words, " 2>/dev/full; echo $?")).out())
        .matches("dev: .*\n0\n");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void no_secret_is_traced_and_no_exported_function_gets_one(HotShell shell) {
    assertHotAgain(shell);
    home.environment().put("SHELLOPTS", "xtrace");
    assertThat(home.launcher(shell, CREDENTIALS).err()).doesNotContain("EXAMPLE==");
    home.environment().remove("SHELLOPTS");
    home.environment().put("BASH_FUNC_printf%%", "() { echo caught; }");
    assertThat(home.launcher(shell, CREDENTIALS).out()).doesNotContain("caught");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void names_that_the_caller_exports_give_nothing_away(HotShell shell) {
    String[] words = {"exec", "dev", "--", "env"};
    for (String name : List.of("keyturn_answer", "keyturn_set", "keyturn_end", "keyturn_holds")) {
      home.environment().put(name, "yes");
    }
    home.java(words);
    assertThat(home.launcher(shell, words).out())
        .contains("AWS_SESSION_TOKEN=token1EXAMPLE==")
        .doesNotContain("keyturn_set", "keyturn_answer");
  }
}
