package dev.keyturn.domain.edit;

import java.time.Instant;
import java.util.List;

/**
 * An edit that was made.
 *
 * @param id its id; later edits have greater ones
 * @param when when it was made
 * @param edit what was done
 */
public record AppliedEdit(String id, Instant when, Edit edit) {

  /**
   * The edits that belong together with the newest of {@code edits}, which are sorted newest first:
   * a command that changes both files makes an edit of each.
   */
  public static List<AppliedEdit> newestTogether(List<AppliedEdit> edits) {
    AppliedEdit newest = edits.get(0);
    boolean both = edits.size() > 1 && newest.isOtherFileOf(edits.get(1));
    return List.copyOf(edits.subList(0, both ? 2 : 1));
  }

  /** Whether its lines are stored. */
  public boolean canBeUndone() {
    return !edit.hunks().isEmpty();
  }

  private boolean isOtherFileOf(AppliedEdit other) {
    return edit.mayBeOfBothFiles()
        && edit.command().equals(other.edit.command())
        && edit.kind() != other.edit.kind();
  }
}
