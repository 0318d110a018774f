package dev.keyturn.cli.command.port;

import java.util.function.UnaryOperator;

/** Files of the user that are changed under a lock, at once and for good, or not at all. */
public interface EditedFiles {

  /**
   * Replaces the content of {@code file} by what {@code edit} makes of it; owner and mode stay. A
   * missing file counts as empty and is made for its owner alone.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code UnreadableFile}, {@code
   *     UnwritableFile}, {@code FileBusy} or {@code FileChanged}; the file is then as it was
   */
  void edit(String file, UnaryOperator<byte[]> edit);
}
