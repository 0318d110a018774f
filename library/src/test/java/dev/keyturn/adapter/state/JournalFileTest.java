package dev.keyturn.adapter.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.FileFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JournalFileTest {

  @TempDir private Path root;

  private JournalFile journal = new JournalFile(new StateFolder(Path.of("")));
  private Path file = Path.of("");

  @BeforeEach
  void a_folder() {
    journal = new JournalFile(new StateFolder(root));
    file = root.resolve("journal");
  }

  @Test
  void a_line_is_added_once() {
    long before = journal.end();
    journal.add("one", before);
    journal.add("one", before);
    journal.add("two", before);
    assertThat(file).hasContent("one\ntwo\n");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void what_a_link_in_its_place_leads_to_is_not_changed() throws Exception {
    Path precious = Files.writeString(root.resolve("precious"), "precious\n");
    Files.createSymbolicLink(file, precious);
    isRefused();
    assertThat(precious).hasContent("precious\n");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_link_in_its_place_makes_no_other_file() throws Exception {
    Files.createSymbolicLink(file, root.resolve("missing"));
    isRefused();
    assertThat(root.resolve("missing")).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobody_waits_for_a_reader_of_a_pipe_in_its_place() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
    isRefused();
  }

  private void isRefused() {
    assertThatThrownBy(journal::end)
        .isInstanceOfSatisfying(
            FailureException.class,
            e ->
                assertThat(e.failure())
                    .isEqualTo(
                        new FileFailure.Unwritable(file.toString(), "it is not a regular file")));
    assertThatThrownBy(() -> journal.add("line", 0)).isInstanceOf(FailureException.class);
  }
}
