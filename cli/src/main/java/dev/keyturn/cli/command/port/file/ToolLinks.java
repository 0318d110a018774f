package dev.keyturn.cli.command.port.file;

import org.jspecify.annotations.Nullable;

/** Links that start Keyturn under the name of another tool. */
public interface ToolLinks {

  /** The default folder: {@code ~/.local/bin}. */
  String folder();

  /**
   * Makes one.
   *
   * @param name the tool's name, one word
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable} if another
   *     file has this name, or it cannot be made
   */
  Link create(String name, String folder);

  /**
   * Removes one.
   *
   * @return its path; null when there is none
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable} if another
   *     file has this name, or it cannot be removed
   */
  @Nullable String remove(String name, String folder);

  /**
   * A link.
   *
   * @param path where it is
   * @param isNew whether it was made just now
   * @param started the program that the shell starts under this name; null if the folder is not in
   *     {@code PATH}
   */
  record Link(String path, boolean isNew, @Nullable String started) {}
}
