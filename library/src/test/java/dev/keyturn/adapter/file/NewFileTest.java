package dev.keyturn.adapter.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new file beside its place, and a process that takes it for a leftover: in another PID namespace
 * a living process looks like one that has ended.
 */
class NewFileTest {

  private static final byte[] CONTENT = {'a', '\n'};

  @TempDir private Path folder = Path.of("");

  private Path place() {
    return folder.resolve("config");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
  }

  private static boolean isChanged(Throwable thrown) {
    return thrown instanceof FailureException e && e.failure() instanceof FileFailure.Changed;
  }

  @Test
  void one_that_is_removed_before_it_has_its_mode_was_changed_by_others() throws IOException {
    try (NewFile file = new NewFile(place())) {
      assertThatThrownBy(() ->
              file.write(
                  CONTENT,
                  written -> {
                    Files.delete(written);
                    touch(written);
                  },
                  false))
          .matches(NewFileTest::isChanged);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void one_that_is_removed_before_it_is_renamed_was_changed_by_others() throws IOException {
    try (NewFile file = new NewFile(place())) {
      file.write(CONTENT, NewFileTest::touch, false);
      Files.delete(files().get(0));
      assertThatThrownBy(file::rename).matches(NewFileTest::isChanged);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void a_leftover_is_one_of_a_process_that_cannot_be_seen() throws IOException {
    long living = ProcessHandle.current().parent().orElseThrow().pid();
    Path seen = Files.createFile(folder.resolve(".config.keyturn-" + living + "-1"));
    Files.createFile(folder.resolve(".config.keyturn-" + Integer.MAX_VALUE + "-1"));
    NewFile.removeLeftovers(place());
    assertThat(files()).containsExactly(seen);
  }
}
