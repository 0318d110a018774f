package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.FileKind;
import java.util.List;

/**
 * An edit of one file, with the lines needed to reverse it.
 *
 * @param command which command makes it, such as {@code config set}
 * @param kind how the file is read
 * @param file the file's absolute path
 * @param settings what is changed; empty for a repair
 * @param hunks the lines, in the order they are changed; empty when they must not be stored
 */
public record Edit(
    String command, FileKind kind, String file, List<ChangedSetting> settings, List<Hunk> hunks) {

  /** The prefix of commands that move a profile. */
  public static final String MIGRATE = "migrate ";

  /** The prefix of commands that set up a profile. */
  public static final String SETUP = "setup ";

  /** Whether the command may change both files, which are undone together. */
  boolean mayBeOfBothFiles() {
    return command.startsWith(MIGRATE) || command.startsWith(SETUP);
  }
}
