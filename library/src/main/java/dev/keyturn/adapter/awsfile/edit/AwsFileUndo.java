package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.file.LockedFile;
import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.edit.EditUndo;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.edit.UndoPreview;
import dev.keyturn.domain.lock.Locks;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.List;

/** Undoes edits of AWS files, wherever those files are. Thread-safe. */
public final class AwsFileUndo implements EditUndo {

  private final FileSystem files;
  private final Locks locks;
  private final EditJournal journal;

  /**
   * Undoes the edits recorded in {@code journal}.
   *
   * @param files the file system the files are on
   * @param locks the locks under which they are changed
   */
  public AwsFileUndo(FileSystem files, Locks locks, EditJournal journal) {
    this.files = files;
    this.locks = locks;
    this.journal = journal;
  }

  @Override
  public List<AppliedEdit> candidates() {
    return journal.newestFirst();
  }

  @Override
  public UndoPreview preview(AppliedEdit edit) {
    byte[] now = LockedFile.read(path(edit));
    return new UndoPreview(JournaledFile.reversible(now, edit), journal.changedSince(edit, now));
  }

  @Override
  public void undo(AppliedEdit edit) {
    try (LockedFile locked = LockedFile.lock(path(edit), locks)) {
      new JournaledFile(locked, edit.edit().kind(), journal).undo(edit);
    }
  }

  @Override
  public void forget(AppliedEdit edit) {
    journal.forget(edit);
  }

  @Override
  public int forgetSecrets() {
    int all = journal.newestFirst().size();
    SettingName.SECRETS.forEach(journal::forget);
    return all - journal.newestFirst().size();
  }

  private Path path(AppliedEdit edit) {
    return files.getPath(edit.edit().file());
  }
}
