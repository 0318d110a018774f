package dev.keyturn.cli.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every file that Keyturn cannot write, it reports the same error and leaves nothing behind.
 */
@DisabledOnOs(OS.WINDOWS)
class EveryWriterTest {

  /** A lock, a session in the cache, a used code. */
  private static final int OF_STATE_FOLDER = 3;

  @TempDir Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void a_folder() throws IOException {
    folder = Files.createDirectory(temporary.toRealPath().resolve("folder"));
  }

  static List<Writer> writers() {
    return Writer.all();
  }

  /**
   * A log is opened when nothing is to be written yet; later, a full disk is not a reason to stop.
   */
  static List<Writer> writersOfContent() {
    return Writer.all().stream().filter(writer -> !writer.what().startsWith("the log")).toList();
  }

  @ParameterizedTest
  @MethodSource("writers")
  void what_is_written_is_its_owners_alone(Writer writer) throws IOException {
    writer.file().accept(folder);

    for (Path file : filesIn(folder).toList()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------");
    }
  }

  @ParameterizedTest
  @MethodSource("writersOfContent")
  void a_full_disk_is_named_with_the_command_that_shows_it(Writer writer) throws IOException {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=64k,mode=700", "keyturn-test", folder.toString()));
    try {
      fill(folder.resolve("ballast"));

      Failure failure = failure(writer, folder);

      assertThat(failure.message()).endsWith(": No space left on device; nothing was changed");
      assertThat(failure.message()).startsWith("cannot write " + folder + "/");
      assertThat(failure.hint()).startsWith("df -h " + folder);
      assertThat(filesIn(folder).filter(Files::isRegularFile)).allMatch(EveryWriterTest::isKept);
    } finally {
      run("umount", folder.toString());
    }
  }

  /** Lock files are not removed: two processes could then hold the same lock. */
  private static boolean isKept(Path file) {
    return file.endsWith("ballast")
        || file.getParent().endsWith("locks")
        || file.endsWith("journal");
  }

  @ParameterizedTest
  @MethodSource("writersOfContent")
  void who_is_interrupted_has_written_nothing(Writer writer) throws IOException {
    Thread.currentThread().interrupt();
    Failure failure = failure(writer, folder);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isEqualTo(new Failure.Interrupted());
    assertThat(filesIn(folder).filter(Files::isRegularFile)).allMatch(EveryWriterTest::isKept);
  }

  @ParameterizedTest
  @MethodSource("writers")
  void a_file_in_place_of_the_folder_is_named(Writer writer) throws IOException {
    Path file = Files.createFile(temporary.toRealPath().resolve("file"));

    assertThat(failure(writer, file).message()).contains(file + " is not a folder");
  }

  @Test
  void a_folder_that_may_not_be_written_to_is_named_with_the_command_that_shows_it()
      throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
    List<String> said = new ArrayList<>();
    for (String line : linesOf(withoutPower(folder))) {
      said.add(line.replaceAll(folder + "[^ :]*", "PATH"));
    }

    assertThat(said)
        .hasSize(Writer.all().size())
        .allMatch(
            line -> line.contains("permission denied") || line.contains("its folder is read-only"))
        .filteredOn(line -> !line.contains(": cannot use Keyturn's state folder PATH: "))
        .hasSize(Writer.all().size() - OF_STATE_FOLDER)
        .allMatch(line -> line.contains(": cannot write PATH: "))
        .allMatch(line -> line.endsWith("; nothing was changed; ls -ld PATH PATH"));
  }

  /** The superuser may write anywhere, unless that power is taken from the process. */
  private static ProcessBuilder withoutPower(Path folder) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("setpriv", "--inh-caps=-all", "--bounding-set=-all"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(WriterMain.class.getName(), folder.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  private static List<String> linesOf(ProcessBuilder program) throws Exception {
    Process process = program.start();
    byte[] out = process.getInputStream().readAllBytes();
    String text = new String(out, StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text.lines().toList();
  }

  static Failure failure(Writer writer, Path folder) {
    try {
      writer.file().accept(folder);
    } catch (FailureException e) {
      return e.failure();
    }
    throw new AssertionError(writer + " is written");
  }

  private static void fill(Path ballast) throws IOException {
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(new byte[1024]);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  private static Stream<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> !file.equals(folder)).toList().stream();
    }
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
