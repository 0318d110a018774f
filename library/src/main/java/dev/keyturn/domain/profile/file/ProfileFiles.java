package dev.keyturn.domain.profile.file;

import java.util.List;

/** The port to the two AWS files. Implementations are thread-safe. */
public interface ProfileFiles {

  /**
   * Reads both files. A missing file is an empty one.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Broken} or {@code
   *     FileFailure.Unreadable}
   */
  AwsConfiguration read();

  /**
   * The text of another file that a user names, such as a policy.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unreadable}
   */
  String text(String path);

  /** The absolute paths of both, whether or not they exist: the config file's first. */
  List<String> paths();

  /**
   * Changes one file atomically. Takes the file's lock, reads both files again, asks {@code edit}
   * for the changes to the present content, and saves; if there is nothing to change, nothing is
   * written.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link #read()} and {@code edit}, and
   *     {@code FileFailure.Busy}, {@code FileFailure.Changed}, {@code FileFailure.Unwritable}; the
   *     file is then as it was
   */
  void edit(FileKind kind, Edit edit);

  /**
   * Checks that one file can be changed, without changing it: creating the data to be written may
   * use up an MFA code.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable} or {@code
   *     FileFailure.Unreadable}
   */
  void checkWritable(FileKind kind);

  /** Decides what to change. */
  interface Edit {
    /** The changes to make, given the present content of the files, under the lock. */
    List<Change> decide(AwsConfiguration current);
  }

  /**
   * One change. A section is named by the text between its brackets without quotes: {@code profile
   * dev} in the config file, {@code dev} in the credentials file.
   */
  sealed interface Change {

    /**
     * Sets a key where it takes effect, appending the key or section if missing.
     *
     * @param section the section
     * @param key the key; of a nested setting, {@code parent.child}
     * @param value the value, without line breaks; may be secret
     */
    record Set(String section, String key, String value) implements Change {

      /** Without the value, which may be secret. */
      @Override
      public String toString() {
        return "Set[" + section + ", " + key + "]";
      }
    }

    /**
     * Removes a key with its continuation lines; does nothing if it is missing.
     *
     * @param section the section
     * @param key the key; of a nested setting, {@code parent.child}
     */
    record Unset(String section, String key) implements Change {}

    /**
     * Removes a section with all its settings; comments above its header stay.
     *
     * @param section the section
     */
    record RemoveSection(String section) implements Change {}
  }
}
