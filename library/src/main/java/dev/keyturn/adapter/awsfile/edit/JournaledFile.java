package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.edit.AwsFileEdit.Edited;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.file.HunkReversal;
import dev.keyturn.adapter.file.LockedFile;
import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.ChangedSetting;
import dev.keyturn.domain.edit.Edit;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.edit.EditJournal.Replacing;
import dev.keyturn.domain.edit.Hunk;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.profile.file.FileKind;
import java.util.List;
import java.util.stream.Collectors;

/** A locked AWS file whose changes the journal keeps. Not thread-safe. */
final class JournaledFile {

  private final LockedFile locked;
  private final FileKind kind;
  private final EditJournal journal;
  private final AwsFile file;

  /**
   * First completes the journal entries of {@code locked} that killed processes left unfinished.
   */
  JournaledFile(LockedFile locked, FileKind kind, EditJournal journal) {
    this.locked = locked;
    this.kind = kind;
    this.journal = journal;
    this.file = AwsFile.of(locked.bytes());
    journal.settle(locked.real(), locked.bytes());
  }

  AwsFile file() {
    return file;
  }

  /**
   * Replaces the file, unless nothing has changed. The journal does not record the keys of a
   * session.
   */
  void replace(Edited edited, String command, List<ChangedSetting> settings) {
    if (edited.hunks().isEmpty()) {
      return;
    }
    boolean session =
        SessionKeys.of(file, kind).areIn(edited.hunks())
            || SessionKeys.of(edited.file(), kind).areIn(edited.hunks());
    List<Hunk> kept = session ? List.of() : edited.hunks();
    journal.make(
        new Edit(command, kind, locked.path(), settings, kept), replacing(edited.file().bytes()));
  }

  /**
   * Replaces the file by what it was before {@code edit}.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Edited} when its lines
   *     are no longer as it wrote them
   */
  void undo(AppliedEdit edit) {
    byte[] undone =
        HunkReversal.without(locked.bytes(), edit.edit().hunks(), false)
            .orElseThrow(() -> edited(edit.edit()).exception());
    journal.undo(edit, replacing(undone));
  }

  private Replacing replacing(byte[] after) {
    return new Replacing() {
      @Override
      public byte[] before() {
        return locked.bytes();
      }

      @Override
      public byte[] after() {
        return after;
      }

      @Override
      public void replace() {
        locked.replace(after);
      }
    };
  }

  private static FileFailure edited(Edit edit) {
    String settings =
        edit.settings().stream().map(ChangedSetting::text).collect(Collectors.joining(", "));
    return new FileFailure.Edited(edit.file(), edit.command(), settings);
  }

  /** The changes of {@code edit} that can be reversed in a file with these bytes. */
  static List<Hunk> reversible(byte[] now, AppliedEdit edit) {
    return HunkReversal.reversible(now, edit.edit().hunks(), false)
        .orElseThrow(() -> edited(edit.edit()).exception());
  }
}
