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
   * Changes one file, or nothing at all. Takes the file's lock, reads both files again, asks {@code
   * edit} what to change in what is there now, and saves atomically; an empty list, or changes that
   * change nothing, write nothing.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link #read()} and {@code edit}, and
   *     {@code FileFailure.Busy}, {@code FileFailure.Changed}, {@code FileFailure.Unwritable}; the
   *     file is then as it was
   */
  void edit(FileKind kind, Edit edit);

  /**
   * Checks that one file could be changed, and leaves it as it is: what is made to be written there
   * may cost its user something.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Unwritable} or {@code
   *     FileFailure.Unreadable}
   */
  void checkWritable(FileKind kind);

  /** Decides on changes. */
  interface Edit {
    /** The changes to make, given what the files say now, under the lock. */
    List<Change> decide(AwsConfiguration current);
  }

  /**
   * One change. A section is named by the text between its brackets without quotes: {@code profile
   * dev} in the config file, {@code dev} in the credentials file.
   */
  sealed interface Change {

    /**
     * Sets a key in the effective place, appending key or section where there is none.
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
     * Removes a key, its continuation lines with it; no change where it is missing.
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
