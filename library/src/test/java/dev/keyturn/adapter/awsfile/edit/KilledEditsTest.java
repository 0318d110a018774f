package dev.keyturn.adapter.awsfile.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.adapter.awsfile.TestFiles;
import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.Edit;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What undo and journal know of an edit whose process was killed at one of its steps. */
class KilledEditsTest {

  private static final String CONFIG = "/home/ada/.aws/config";

  @TempDir Path state;
  private final TestFiles files = new TestFiles();
  private Locks locks = (name, wait) -> () -> {};

  @Test
  void before_the_file_was_written_it_was_not_made() throws IOException {
    files.with("config", "[default]\na = 1\n");
    killBeforeTheRename(new Change.Set("default", "a", "2"));

    assertThat(home().undoable()).isEmpty();
    assertThat(journal()).isEmpty();
    change(new Change.Set("default", "a", "3"));
    assertThat(journal()).hasSize(1);
  }

  @Test
  void after_the_file_was_written_it_can_be_taken_back_and_is_in_the_journal() throws IOException {
    files.with("config", "[default]\na = 1\n");
    killAfterTheRename(new Change.Set("default", "a", "2"));

    assertThat(home().undoable()).hasSize(1);
    assertThat(journal())
        .containsExactly("2026-11-21T12:00:00Z config set " + CONFIG + " [default] a");
    home().undoNewest();
    assertThat(text()).isEqualTo("[default]\na = 1\n");
  }

  @Test
  void after_the_journal_was_written_it_is_not_written_again() throws IOException {
    files.with("config", "[default]\na = 1\n");
    killAfterTheJournal(new Change.Set("default", "a", "2"));

    assertThat(home().undoable()).hasSize(1);
    assertThat(journal()).hasSize(1);
  }

  @Test
  void the_next_edit_of_the_file_settles_it_and_both_can_be_taken_back() throws IOException {
    files.with("config", "[default]\na = 1\n");
    killAfterTheRename(new Change.Set("default", "a", "2"));
    change(new Change.Set("default", "a", "3"));

    for (AppliedEdit edit : home().undoable()) {
      home().undo().undo(edit);
    }
    assertThat(text()).isEqualTo("[default]\na = 1\n");
    assertThat(journal()).hasSize(4);
  }

  @Test
  void one_that_was_not_made_is_not_taken_for_the_same_line_elsewhere() {
    files.with("config", "[default]\na = 1\n[profile x]\na = 2\n");
    killBeforeTheRename(new Change.Set("default", "a", "2"));
    files.with("config", "[default]\na = 1\n[profile x]\na = 2\n[profile y]\n");

    assertThat(home().undoable()).isEmpty();
  }

  @Test
  void one_that_was_made_is_known_by_its_lines_when_another_program_wrote_since() {
    files.with("config", "[default]\na = 1\n");
    killAfterTheRename(new Change.Set("default", "a", "2"));
    files.with("config", "# by hand\n[default]\na = 2\n");

    assertThat(home().undoable()).hasSize(1);
  }

  @Test
  void an_undo_before_the_file_was_written_leaves_the_edit() throws IOException {
    change(new Change.Set("default", "a", "1"));
    AppliedEdit edit = home().undoable().get(0);
    kill(() -> dying(Step.BEFORE_THE_RENAME).undo().undo(edit), true);

    assertThat(home().undoable()).extracting(AppliedEdit::id).containsExactly(edit.id());
    assertThat(journal()).hasSize(1);
  }

  @Test
  void an_undo_after_the_file_was_written_is_not_offered_again() throws IOException {
    change(new Change.Set("default", "a", "1"));
    AppliedEdit edit = home().undoable().get(0);
    kill(() -> dying(Step.AFTER_THE_RENAME).undo().undo(edit), false);

    assertThat(text()).isEmpty();
    assertThat(home().undoable()).isEmpty();
    assertThat(journal()).last().asString().contains("Z undo " + CONFIG + " [default] a");
  }

  @Test
  void the_keys_of_a_session_are_in_the_journal_alone() throws IOException {
    files.with("config", "[profile x]\naws_session_token = t\n");
    killAfterTheRename(new Change.Set("profile x", "aws_session_token", "SECRET"));
    try (var records = Files.walk(state)) {
      for (Path record : records.filter(Files::isRegularFile).toList()) {
        assertThat(record).content().doesNotContain("SECRET");
      }
    }

    assertThat(home().undoable()).isEmpty();
    assertThat(journal()).hasSize(1);
  }

  @Test
  void while_its_file_is_locked_nobody_says() {
    files.with("config", "[default]\na = 1\n");
    killAfterTheRename(new Change.Set("default", "a", "2"));
    locks =
        (name, wait) -> {
          throw new FileFailure.Busy(name, 1).exception();
        };

    assertThat(home().undoable()).isEmpty();
    locks = (name, wait) -> () -> {};
    assertThat(home().undoable()).hasSize(1);
  }

  @Test
  void forgetting_a_secret_drops_an_unfinished_edit_that_contains_it() {
    files.with("config", "[default]\na = 1\n");
    killAfterTheRename(new Change.Set("default", "a", "SECRET"));

    home().journal().forget("SECRET");
    assertThat(home().undoable()).isEmpty();
  }

  // --- the language of these tests ---------------------------------------------------------------

  /** A kill is an error that no code answers. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Where a process dies. */
  private enum Step {
    BEFORE_THE_RENAME,
    AFTER_THE_RENAME
  }

  /** A journal whose process dies at a step. */
  private record Dying(EditJournal real, Step step) implements EditJournal {

    @Override
    public void make(Edit edit, Replacing file) {
      real.make(edit, dying(file));
    }

    @Override
    public void undo(AppliedEdit undone, Replacing file) {
      real.undo(undone, dying(file));
    }

    private Replacing dying(Replacing file) {
      return new Replacing() {
        @Override
        public byte[] before() {
          return file.before();
        }

        @Override
        public byte[] after() {
          return file.after();
        }

        @Override
        public void replace() {
          if (step == Step.AFTER_THE_RENAME) {
            file.replace();
          }
          throw new Killed();
        }
      };
    }

    @Override
    public void recordMade(Edit edit) {
      real.recordMade(edit);
    }

    @Override
    public void settle(String file, byte[] now) {
      real.settle(file, now);
    }

    @Override
    public List<AppliedEdit> newestFirst() {
      return real.newestFirst();
    }

    @Override
    public boolean changedSince(AppliedEdit edit, byte[] now) {
      return real.changedSince(edit, now);
    }

    @Override
    public void forget(AppliedEdit edit) {
      real.forget(edit);
    }

    @Override
    public void forget(String text) {
      real.forget(text);
    }
  }

  private void killBeforeTheRename(Change change) {
    kill(() -> dying(Step.BEFORE_THE_RENAME).change(FileKind.CONFIG, change), true);
  }

  private void killAfterTheRename(Change change) {
    kill(() -> dying(Step.AFTER_THE_RENAME).change(FileKind.CONFIG, change), false);
  }

  /** The record of the prepared edit is what it was before the journal was written. */
  private void killAfterTheJournal(Change change) throws IOException {
    killAfterTheRename(change);
    Path record = onlyRecord();
    String text = Files.readString(record);
    home().journal().newestFirst();
    assertThat(record).doesNotExist();
    Files.writeString(record, text);
  }

  private Path onlyRecord() throws IOException {
    try (var records = Files.list(state.resolve("prepared-edits"))) {
      return records.toList().get(0);
    }
  }

  private void kill(Runnable edit, boolean leavesTheFile) {
    String before = leavesTheFile ? textOrNone() : "";
    try {
      edit.run();
    } catch (Killed e) {
      assertThat(leavesTheFile ? textOrNone() : "").isEqualTo(before);
      return;
    }
    throw new AssertionError("it lives");
  }

  private EditedHome home() {
    return EditedHome.of(
            "/home/ada", files.disk, state, () -> Instant.parse("2026-11-21T12:00:00Z"))
        .with((name, wait) -> locks.acquire(name, wait));
  }

  private EditedHome dying(Step step) {
    return home().with(real -> new Dying(real, step));
  }

  private void change(Change change) {
    home().change(FileKind.CONFIG, change);
  }

  private List<String> journal() throws IOException {
    return Files.readAllLines(state.resolve("journal"));
  }

  private String text() throws IOException {
    return Files.readString(files.path("config"));
  }

  private String textOrNone() {
    try {
      return text();
    } catch (IOException e) {
      return "";
    }
  }
}
