package dev.keyturn.cli.command.port;

/** Merges variables into {@code .env} files, atomically. */
public interface DotenvMerge {

  /**
   * Applies {@code change} to {@code file} and leaves everything else in it unchanged. A missing
   * file counts as empty and is created so that only its owner can read it.
   *
   * @param keepMode whether to keep a file readable by others
   * @return whether others could read it before
   * @throws dev.keyturn.domain.failure.FailureException {@code Usage}, when the format cannot
   *     represent a value; {@code FileFailure.Unreadable}, {@code FileFailure.Unwritable}, {@code
   *     FileFailure.Busy} or {@code FileFailure.Changed}; the file is then as it was
   */
  boolean merge(String file, EnvironmentChange change, boolean keepMode);
}
