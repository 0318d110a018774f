package dev.keyturn.cli.command.port;

/** Merges variables into {@code .env} files, at once and for good, or not at all. */
public interface DotenvMerge {

  /**
   * Makes {@code change} in {@code file} and leaves everything else in it as it is; owner and mode
   * stay. A missing file counts as empty and is made for its owner alone.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage}, when the file has no way to
   *     hold a value; {@code FileFailure.Unreadable}, {@code FileFailure.Unwritable}, {@code
   *     FileFailure.Busy} or {@code FileFailure.Changed}; the file is then as it was
   */
  void merge(String file, EnvironmentChange change);
}
