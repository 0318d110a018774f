package dev.keyturn.cli.command.port;

/** Merges variables into {@code .env} files, at once and for good, or not at all. */
public interface DotenvMerge {

  /**
   * Makes {@code change} in {@code file} and leaves everything else in it as it is. A missing file
   * counts as empty and is made for its owner alone.
   *
   * @param keepMode whether others may go on reading a file that they can read now
   * @return whether others could read it before
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage}, when the file has no way to
   *     hold a value; {@code FileFailure.Unreadable}, {@code FileFailure.Unwritable}, {@code
   *     FileFailure.Busy} or {@code FileFailure.Changed}; the file is then as it was
   */
  boolean merge(String file, EnvironmentChange change, boolean keepMode);
}
