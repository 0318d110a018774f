package dev.keyturn.cli.command.port;

/** Merges variables into the text of a {@code .env} file. */
public interface DotenvMerge {

  /**
   * The bytes of a file with {@code change} made in it and everything else as it was.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage}, when the file has no way to
   *     hold a value
   */
  byte[] merge(byte[] before, EnvironmentChange change);
}
