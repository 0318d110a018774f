package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the launcher answers without Java, and what it leaves to Java. */
@EnabledOnOs(OS.LINUX)
class HotAnswersTest {

  private static final String[] CREDENTIALS = {"credential-process", "dev"};

  private final HotHome home;
  private final GrantingSts sts;

  HotAnswersTest(@TempDir Path folder) {
    home = new HotHome(folder);
    sts = new GrantingSts(home.clock());
    home.ask(sts);
  }

  static List<HotShell> shells() {
    return HotShell.installed();
  }

  @BeforeEach
  void a_session_of_dev() {
    assertThat(home.java("login", "dev", "123456").exit()).isZero();
    home.settle();
  }

  @AfterEach
  void close() {
    sts.close();
  }

  private void assertHot(HotShell shell, String... words) {
    home.java(words);
    assertThat(home.launcher(shell, words)).isEqualTo(home.expected(words));
  }

  private void assertLeftToJava(HotShell shell, String... words) {
    assertThat(home.launcher(shell, words).out()).isEqualTo(HotHome.JAVA);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void the_answer_of_java_is_given_again(HotShell shell) {
    assertLeftToJava(shell, CREDENTIALS);
    assertHot(shell, CREDENTIALS);
    assertHot(shell, "env", "dev");
    assertHot(shell, "env", "dev", "--format", "sh");
    assertHot(shell, "status", "dev", "--check");
    assertHot(shell, "status", "--short", "dev");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_changed_file_is_noticed(HotShell shell) {
    assertHot(shell, CREDENTIALS);
    home.write("config", HotHome.CONFIG + "\n");
    assertLeftToJava(shell, CREDENTIALS);
  }

  @ParameterizedTest
  @MethodSource("shells")
  void after_a_quarter_of_an_hour_java_is_asked_again(HotShell shell) {
    assertHot(shell, CREDENTIALS);
    home.advance(Duration.ofMinutes(14));
    assertThat(home.launcher(shell, CREDENTIALS)).isEqualTo(home.expected(CREDENTIALS));
    home.advance(Duration.ofMinutes(1));
    assertLeftToJava(shell, CREDENTIALS);
  }
}
