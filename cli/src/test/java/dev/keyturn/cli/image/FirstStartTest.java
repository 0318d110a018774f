package dev.keyturn.cli.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.cli.image.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * When {@code ./keyturn} builds, and what it says then. The checkout is made up: its {@code mvnw}
 * counts its calls and writes an image whose program prints its arguments and its stdin.
 */
@DisabledOnOs(OS.WINDOWS)
class FirstStartTest {

  private static final Path SOURCES = Path.of("src/image").toAbsolutePath();

  @TempDir Path folder;
  private Path checkout;
  private Path jdk;

  @BeforeEach
  void a_checkout_that_was_never_built_and_a_jdk() throws IOException {
    checkout = Files.createDirectories(folder.resolve("josé's checkout"));
    jdk = jdk(folder.resolve("jdk 25"), "25.0.3");
    copy("../../../keyturn", "keyturn");
    for (String script : List.of("build.sh", "find-jdk.sh")) {
      copy(script, "cli/src/image/" + script);
    }
    program(
        checkout.resolve("mvnw"),
        """
        echo "call" >>"${0%/*}/calls"
        sleep 0.3
        [ ! -e "${0%/*}/broken" ] || { echo '[ERROR] it is broken'; exit 1; }
        image="${0%/*}/cli/target/keyturn"
        mkdir -p "$image"
        : >"$image/hot.sh"
        echo 'echo "answer: $*"; cat' >"$image/launch.sh"
        echo "keyturn_java_home='$JAVA_HOME'" >"$image/launch.conf"
        """);
  }

  @Test
  void the_first_start_builds_and_answers() {
    Outcome outcome = keyturn("status").run();
    assertThat(outcome.out()).isEqualTo("answer: status\n");
    assertThat(outcome.err()).startsWith("keyturn: building with " + jdk);
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void a_later_start_builds_nothing_and_says_nothing() {
    keyturn("status").run();
    assertThat(keyturn("status", "a b").run())
        .isEqualTo(new Outcome(0, "answer: status a b\n", ""));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void what_comes_on_stdin_is_left_for_the_command() {
    assertThat(keyturn("login").reading("123456\n").run().out())
        .isEqualTo("answer: login\n123456\n");
  }

  @Test
  void first_starts_at_once_build_once_and_all_answer() {
    List<CompletableFuture<Outcome>> starts =
        Stream.generate(() -> keyturn("status").start()).limit(5).toList();
    assertThat(starts)
        .allSatisfy(start -> assertThat(start.join().out()).isEqualTo("answer: status\n"));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void the_lock_of_a_build_that_was_killed_is_removed() throws IOException {
    Files.createDirectories(checkout.resolve("target"));
    Files.createSymbolicLink(checkout.resolve("target/keyturn-build.lock"), Path.of("999999999"));
    assertThat(keyturn("status").run().exit()).isZero();
  }

  @Test
  void a_lock_that_cannot_be_made_ends_with_what_to_remove() throws IOException {
    Path lock = Files.createDirectories(checkout.resolve("target")).resolve("keyturn-build.lock");
    Files.createFile(lock);
    assertCannotLock(keyturn("status").run(), lock);
  }

  @Test
  void a_stale_lock_whose_removal_was_killed_ends_with_what_to_remove() throws IOException {
    Path lock = Files.createDirectories(checkout.resolve("target")).resolve("keyturn-build.lock");
    Files.createSymbolicLink(lock, Path.of("999999999"));
    Files.createDirectory(lock.resolveSibling("keyturn-build.lock.removal"));
    assertCannotLock(keyturn("status").run(), lock);
  }

  private static void assertCannotLock(Outcome outcome, Path lock) {
    assertThat(outcome.err())
        .isEqualTo(
            """
            keyturn: cannot build: no lock can be made at %1$s
            hint: is the disk full? if no other build runs: rm -rf "%1$s" "%1$s.removal"
            """
                .formatted(lock));
    assertThat(outcome.exit()).isEqualTo(70);
  }

  @Test
  void a_build_that_fails_ends_with_its_errors_a_hint_and_70() throws IOException {
    Files.createFile(checkout.resolve("broken"));
    Outcome outcome = keyturn("status").run();
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("[ERROR] it is broken\n")
        .contains("keyturn: the build failed, see " + checkout.resolve("target/keyturn-build.log"))
        .contains("hint: cd ");
    assertThat(outcome.exit()).isEqualTo(70);
  }

  @Test
  void head_that_moved_to_other_sources_is_built() throws IOException {
    keyturn("status").run();
    moveHead();
    changeSource();
    keyturn("status").run();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void head_that_moved_to_the_same_sources_is_not() throws IOException {
    keyturn("status").run();
    moveHead();
    assertThat(keyturn("status").run()).isEqualTo(new Outcome(0, "answer: status\n", ""));
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void in_a_worktree_its_own_head_counts() throws IOException {
    keyturn("status").run();
    Path git = folder.resolve("main.git/worktrees/this");
    later(Files.createFile(Files.createDirectories(git.resolve("logs")).resolve("HEAD")));
    Files.writeString(checkout.resolve(".git"), "gitdir: " + git + "\n");
    changeSource();
    keyturn("status").run();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void a_jdk_that_went_means_building_with_another_one() throws IOException {
    keyturn("status").run();
    Path other = jdk(folder.resolve("other-jdk"), "25");
    Files.delete(jdk.resolve("bin/java"));
    assertThat(keyturn("status").with("KEYTURN_JAVA_HOME", other.toString()).run().out())
        .startsWith("answer");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void a_jdk_of_another_version_is_refused_by_name() throws IOException {
    Path old = jdk(folder.resolve("jdk-17"), "17.0.15");
    Outcome outcome = keyturn("status").with("KEYTURN_JAVA_HOME", old.toString()).run();
    assertThat(outcome.err())
        .contains("keyturn: KEYTURN_JAVA_HOME is not a JDK 25 with bin/javac: " + old);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.exit()).isEqualTo(3);
  }

  @Test
  void java_home_counts_when_it_is_a_jdk_25() throws IOException {
    Program program =
        keyturn("status").with("KEYTURN_JAVA_HOME", "").with("JAVA_HOME", jdk.toString());
    assertThat(program.run().err()).contains("building with " + jdk + ",");
  }

  private Program keyturn(String... arguments) {
    return Program.of(checkout.resolve("keyturn"), arguments)
        .with("HOME", folder.toString())
        .with("KEYTURN_JAVA_HOME", jdk.toString());
  }

  private int builds() {
    try (Stream<String> calls = Files.lines(checkout.resolve("calls"))) {
      return Math.toIntExact(calls.count());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void moveHead() throws IOException {
    later(Files.createFile(Files.createDirectories(checkout.resolve(".git/logs")).resolve("HEAD")));
  }

  private void changeSource() throws IOException {
    Path sources = Files.createDirectories(checkout.resolve("library/src/main"));
    later(Files.writeString(sources.resolve("Some.java"), "class Some {}"));
    later(sources);
  }

  private static void later(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
  }

  private void copy(String source, String target) throws IOException {
    Path copy = checkout.resolve(target);
    Files.createDirectories(copy.getParent());
    Files.copy(SOURCES.resolve(source), copy);
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
    // Older than any image.
    Files.setLastModifiedTime(copy, FileTime.from(Instant.EPOCH));
    Files.setLastModifiedTime(copy.getParent(), FileTime.from(Instant.EPOCH));
  }

  private static Path jdk(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    program(home.resolve("bin/java"), "");
    program(home.resolve("bin/javac"), "");
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
    Files.setLastModifiedTime(home.resolve("release"), FileTime.from(Instant.EPOCH));
    return home;
  }

  private static void program(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
