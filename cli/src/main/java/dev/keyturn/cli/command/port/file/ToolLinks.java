package dev.keyturn.cli.command.port.file;

import org.jspecify.annotations.Nullable;

/** Links that start Keyturn under the name of another tool. */
public interface ToolLinks {

  /** Where they are unless the user says otherwise: {@code ~/.local/bin}. */
  String folder();

  /**
   * Makes one.
   *
   * @param name the tool's name, one word
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable} when there
   *     is something else of this name, or it cannot be made
   */
  Link create(String name, String folder);

  /**
   * Removes one.
   *
   * @return its path; null when there is none
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable} when there
   *     is something else of this name, or it cannot be removed
   */
  @Nullable String remove(String name, String folder);

  /**
   * A link.
   *
   * @param path where it is
   * @param isNew whether it was made just now
   * @param started what the shell starts under this name; null when the folder is not searched
   */
  record Link(String path, boolean isNew, @Nullable String started) {}
}
