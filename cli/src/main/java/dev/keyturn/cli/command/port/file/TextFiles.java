package dev.keyturn.cli.command.port.file;

/** Text files that the user names. */
public interface TextFiles {

  /**
   * The content of a file, in UTF-8.
   *
   * @param path relative to the working folder
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unreadable}, also for a
   *     file that does not exist
   */
  String read(String path);
}
