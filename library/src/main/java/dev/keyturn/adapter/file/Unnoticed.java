package dev.keyturn.adapter.file;

import java.nio.file.Path;

/** Nobody wants to know which files are read. */
enum Unnoticed implements FileReads {
  READS;

  @Override
  public void reading(Path path) {}

  @Override
  public void listing(Path folder) {}
}
