package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.FileKind;
import java.util.List;

/**
 * An edit of one file, with what it takes to reverse it.
 *
 * @param command which command makes it, such as {@code config set}
 * @param kind how the file is read
 * @param file the file's absolute path
 * @param settings what is changed; none for a repair
 * @param hunks the lines, in the order they are changed; none when they shall be kept nowhere
 */
public record Edit(
    String command, FileKind kind, String file, List<ChangedSetting> settings, List<Hunk> hunks) {

  /** How the name of a command begins that moves a profile. */
  public static final String MIGRATE = "migrate ";

  /** How the name of a command begins that sets up a profile. */
  public static final String SETUP = "setup ";

  /** Whether the command may change both files, which are undone together. */
  boolean mayBeOfBothFiles() {
    return command.startsWith(MIGRATE) || command.startsWith(SETUP);
  }
}
