package dev.keyturn.cli.command.port;

/** Files at a place that the user names, which live as long as a command. */
public interface MarkedFiles {

  /**
   * Writes a file that only its owner can read.
   *
   * @param path where; relative to the working folder
   * @param mark how every such file begins; a file that begins otherwise is not replaced
   * @param content the whole content, the mark with it
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
