package dev.keyturn.domain.profile.file;

/**
 * Where a value was read.
 *
 * @param kind which of the AWS files
 * @param file the file's path as its user knows it
 * @param line the line, counted from 1
 */
public record Origin(FileKind kind, String file, int line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
