package dev.keyturn.cli.command.port;

import java.nio.file.Path;

/** A folder of its own that is removed with all its content when it is closed. */
public interface ThrowAwayFolder extends AutoCloseable {

  /** Where it is. */
  Path path();

  /** Writes a file that only its owner can read; {@code name} is relative, folders are made. */
  void write(String name, String content);

  @Override
  void close();
}
