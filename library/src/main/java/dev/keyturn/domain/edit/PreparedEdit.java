package dev.keyturn.domain.edit;

import org.jspecify.annotations.Nullable;

/**
 * An edit that is about to be made, or was when its process was killed.
 *
 * @param edit what is done; without lines when it shall not be kept
 * @param undoes the id of the edit that it takes back; null for none
 * @param before a fingerprint of the whole file as it is
 * @param after a fingerprint of the whole file as it will be
 */
public record PreparedEdit(AppliedEdit edit, @Nullable String undoes, String before, String after) {

  /** Whether it can be taken back once it was made. */
  public boolean isKept() {
    return !edit.hunks().isEmpty();
  }
}
