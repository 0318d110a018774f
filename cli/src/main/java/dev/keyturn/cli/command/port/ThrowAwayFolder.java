package dev.keyturn.cli.command.port;

import java.nio.file.Path;

/** A temporary folder that is removed with its content when it is closed. */
public interface ThrowAwayFolder extends AutoCloseable {

  /** Where it is. */
  Path path();

  /**
   * Writes a file that only its owner can read; {@code name} is relative, and its folders are
   * created.
   */
  void write(String name, String content);

  @Override
  void close();
}
