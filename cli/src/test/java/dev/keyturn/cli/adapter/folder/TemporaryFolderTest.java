package dev.keyturn.cli.adapter.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** What is left of folders that are thrown away. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class TemporaryFolderTest {

  @TempDir private Path parent = Path.of("");

  /** Another process that has one, until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws IOException {
      TemporaryFolder folder = TemporaryFolder.in(Path.of(arguments[0]));
      folder.write("config", "[default]\n");
      System.out.println(folder.path());
      System.in.transferTo(System.out);
    }
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            parent.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.toList();
    }
  }

  @Test
  void where_none_can_be_made_the_parent_is_named() {
    Path missing = parent.resolve("missing");
    assertThatThrownBy(() -> TemporaryFolder.in(missing))
        .hasMessageContaining(missing.toString())
        .hasMessageNotContaining(missing + "/");
  }

  @Test
  void nothing_is_left_of_a_closed_one() throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.in(parent)) {
      folder.write("a/b", "c");
      assertThat(folder.path().resolve("a/b")).hasContent("c");
    }
    assertThat(folders()).isEmpty();
  }

  @Test
  void one_of_a_killed_process_goes_with_the_next_and_one_in_use_stays()
      throws IOException, InterruptedException {
    Process process = holder();
    try (BufferedReader output = process.inputReader()) {
      Path other = Path.of(output.readLine());
      try (TemporaryFolder own = TemporaryFolder.in(parent);
          TemporaryFolder second = TemporaryFolder.in(parent)) {
        assertThat(folders()).containsExactlyInAnyOrder(other, own.path(), second.path());
        process.destroyForcibly().waitFor();
        assertThat(other.resolve("config")).exists();
        try (TemporaryFolder next = TemporaryFolder.in(parent)) {
          assertThat(folders()).containsExactlyInAnyOrder(own.path(), second.path(), next.path());
        }
      }
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void other_files_and_folders_are_kept() throws IOException {
    Path file = Files.createFile(parent.resolve("keyturn-notes"));
    Path folder = Files.createDirectory(parent.resolve("keyturn-project"));
    Path link = Files.createSymbolicLink(parent.resolve("keyturn-link"), folder);
    TemporaryFolder.in(parent).close();
    assertThat(folders()).containsExactlyInAnyOrder(file, folder, link);
  }

  @Test
  void another_process_may_remove_the_same_one() throws IOException, InterruptedException {
    Path left = parent.resolve(TemporaryFolder.PREFIX + "left");
    AtomicBoolean done = new AtomicBoolean();
    Thread other = new Thread(() -> comeAndGo(left, done));
    other.start();
    try {
      for (int i = 0; i < 300; i++) {
        TemporaryFolder.in(parent).close();
      }
    } finally {
      done.set(true);
      other.join();
    }
  }

  private static void comeAndGo(Path folder, AtomicBoolean done) {
    Path inner = folder.resolve("a/b");
    Path lock = folder.resolve(".in-use");
    while (!done.get()) {
      try {
        Files.createDirectories(inner);
        Files.createFile(lock);
        for (Path gone : List.of(inner, folder.resolve("a"), lock, folder)) {
          Files.delete(gone);
        }
      } catch (IOException e) {
        // The other one was faster.
      }
    }
  }
}
