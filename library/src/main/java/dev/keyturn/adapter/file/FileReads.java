package dev.keyturn.adapter.file;

import java.nio.file.Path;

/** Records which files an answer depends on. */
public interface FileReads {

  /** The file at {@code path} is about to be read, whether or not it exists. */
  void reading(Path path);

  /** The names in {@code folder} are about to be read. */
  void listing(Path folder);

  /** Records nothing. */
  static FileReads unnoticed() {
    return Unnoticed.READS;
  }
}
