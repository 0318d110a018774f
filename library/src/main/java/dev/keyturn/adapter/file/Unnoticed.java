package dev.keyturn.adapter.file;

import java.nio.file.Path;

/** Does not record which files are read. */
enum Unnoticed implements FileReads {
  READS;

  @Override
  public void reading(Path path) {}

  @Override
  public void listing(Path folder) {}
}
