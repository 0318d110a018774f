package dev.keyturn.cli.command.profile;

import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.EditUndo;
import java.util.List;

/** Which edits of a command cannot be undone, for the command to say so at once. */
public final class LastingEdits {

  private final EditUndo edits;

  public LastingEdits(EditUndo edits) {
    this.edits = edits;
  }

  /** Does {@code work}, and returns a sentence for each file with an edit that cannot be undone. */
  public List<String> of(Runnable work) {
    List<AppliedEdit> before = edits.candidates();
    work.run();
    return edits.lastingSince(before).stream()
        .map(file ->
            "the change to " + file + " cannot be undone: keys of a session are not recorded")
        .toList();
  }
}
