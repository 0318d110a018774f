package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.read.FileLocations;
import dev.keyturn.adapter.state.FileEditJournal;
import dev.keyturn.adapter.state.StateFolder;
import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.edit.EditUndo;
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.edit.FileLint;
import dev.keyturn.domain.edit.Settings;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A home folder whose AWS files are edited by hand.
 *
 * @param home the home folder
 * @param disk the file system it is on
 * @param state where the journal is kept
 * @param locks the locks of the files
 * @param clock says when
 * @param journaling how the journal that is used differs from the real one
 */
record EditedHome(
    String home,
    FileSystem disk,
    Path state,
    Locks locks,
    InstantSource clock,
    UnaryOperator<EditJournal> journaling) {

  /** Nobody else edits the files of {@code home}. */
  static EditedHome of(String home, FileSystem disk, Path state, InstantSource clock) {
    return new EditedHome(home, disk, state, (name, wait) -> () -> {}, clock, real -> real);
  }

  EditedHome at(InstantSource other) {
    return new EditedHome(home, disk, state, locks, other, journaling);
  }

  EditedHome with(Locks others) {
    return new EditedHome(home, disk, state, others, clock, journaling);
  }

  EditedHome with(UnaryOperator<EditJournal> other) {
    return new EditedHome(home, disk, state, locks, clock, other);
  }

  EditJournal journal() {
    return journaling.apply(new FileEditJournal(new StateFolder(state), disk, locks, clock));
  }

  private FileLocations locations() {
    return FileLocations.of(Map.of("HOME", home), home, disk);
  }

  FileEdits edits() {
    return new AwsFileEdits(locations(), locks, journal());
  }

  FileLint lint() {
    return new AwsFileRepairs(locations(), locks, journal());
  }

  EditUndo undo() {
    return new AwsFileUndo(disk, locks, journal());
  }

  Settings settings() {
    return new Settings(locations(), edits());
  }

  Path path(FileKind kind) {
    return locations().of(kind);
  }

  String text(FileKind kind) throws IOException {
    return Files.readString(path(kind));
  }

  void change(FileKind kind, Change change) {
    edits().change(kind, path(kind).toString(), "config set", List.of(change));
  }

  /** The edits that can be undone, the newest first. */
  List<AppliedEdit> undoable() {
    return undo().candidates().stream().filter(AppliedEdit::canBeUndone).toList();
  }

  void undoNewest() {
    undo().undo(undoable().get(0));
  }

  /** The failure of {@code action}. */
  static Failure refused(Runnable action) {
    try {
      action.run();
    } catch (FailureException e) {
      return e.failure();
    }
    throw new AssertionError("it succeeds");
  }
}
