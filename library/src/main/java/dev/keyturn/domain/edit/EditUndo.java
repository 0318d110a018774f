package dev.keyturn.domain.edit;

import java.util.List;

/** The port for undoing edits of AWS files. Implementations are thread-safe. */
public interface EditUndo {

  /**
   * The last edits, newest first; some {@linkplain AppliedEdit#canBeUndone cannot be undone}. An
   * edit whose process was killed is included if its file was written.
   */
  List<AppliedEdit> candidates();

  /**
   * What {@link #undo} would do right now; changes nothing.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Edited} when its lines
   *     are no longer as it wrote them, {@code FileFailure.Unreadable}
   */
  UndoPreview preview(AppliedEdit edit);

  /**
   * Undoes {@code edit}.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link FileEdits#change}; {@code
   *     FileFailure.Edited} when its lines are no longer as it wrote them
   */
  void undo(AppliedEdit edit);

  /** The files of edits made after {@code before} that cannot be undone. */
  default List<String> lastingSince(List<AppliedEdit> before) {
    return candidates().stream()
        .filter(edit -> !edit.canBeUndone() && !before.contains(edit))
        .map(edit -> edit.edit().file())
        .distinct()
        .toList();
  }

  /** Forgets {@code edit}, which stays made. */
  void forget(AppliedEdit edit);

  /** Forgets the edits whose lines contain a secret, and returns how many there were. */
  int forgetSecrets();
}
