package dev.keyturn.cli.command.port;

/** Files at a path that the user names, which exist while a command runs. */
public interface MarkedFiles {

  /**
   * Writes a file that only its owner can read.
   *
   * @param path its path, relative to the working folder
   * @param mark the beginning of every such file; a file without it is not replaced
   * @param content the whole content, including the mark
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable}
   */
  Marked write(String path, String mark, String content);

  /** A file that was written. */
  interface Marked extends AutoCloseable {
    /** Its absolute path. */
    String path();

    /** Removes it. */
    @Override
    void close();
  }
}
