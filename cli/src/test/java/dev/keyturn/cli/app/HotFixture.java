package dev.keyturn.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A home with a session of the profile {@code dev}, and the words of the tests about it. */
abstract class HotFixture {

  static final String[] CREDENTIALS = {"credential-process", "dev"};

  final Path folder;
  final HotHome home;
  private final GrantingSts sts;

  HotFixture(Path folder) {
    this.folder = folder;
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
    // Texts with whole hours are then the same for longer than a test takes.
    home.advance(Duration.ofMinutes(5));
  }

  @AfterEach
  void close() {
    sts.close();
  }

  void assertHot(HotShell shell, String... words) {
    home.java(words);
    assertStillHot(shell, words);
  }

  void assertStillHot(HotShell shell, String... words) {
    assertThat(home.launcher(shell, words)).isEqualTo(home.expected(words));
  }

  void assertHotAgain(HotShell shell) {
    home.settle();
    assertHot(shell, CREDENTIALS);
  }

  void assertLeftToJava(HotShell shell, String... words) {
    assertThat(home.launcher(shell, words).out()).as("%s", List.of(words)).isEqualTo(HotHome.JAVA);
  }
}
