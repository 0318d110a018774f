package dev.keyturn.cli.adapter.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.cli.command.port.MarkedFiles.Marked;
import dev.keyturn.domain.failure.FailureException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnedFilesTest {

  @TempDir Path folder;

  private Marked write(String content) {
    return new OwnedFiles().write(folder.resolve("file").toString(), "# mark\n", content);
  }

  @Test
  void only_its_owner_can_read_it_and_closing_removes_it() throws Exception {
    try (Marked file = write("# mark\nA=1\n")) {
      Path path = Path.of(file.path());
      assertThat(path).hasContent("# mark\nA=1\n");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rw-------");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void one_that_an_earlier_run_left_is_replaced_with_its_mode() throws Exception {
    Path left = Files.writeString(folder.resolve("file"), "# mark\nA=0\n");
    Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rw-r--r--"));
    try (Marked file = write("# mark\nA=1\n")) {
      assertThat(Path.of(file.path())).hasContent("# mark\nA=1\n");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(left)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void somebody_elses_file_is_left_alone() throws Exception {
    Path other = Files.writeString(folder.resolve("file"), "SECRET=1\n");
    assertThatThrownBy(() -> write("# mark\n")).isInstanceOf(FailureException.class);
    assertThat(other).hasContent("SECRET=1\n");
  }

  @Test
  void a_folder_that_is_missing_is_reported() {
    assertThatThrownBy(() -> new OwnedFiles().write(folder.resolve("a/b").toString(), "#", "# x"))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("cannot write");
  }
}
