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

  /**
   * An edit that took a key out of sections, put it in or replaced it. It cannot be undone: the
   * lines are not stored, since an old key must not be kept.
   *
   * @param places the sections, at least one; those in the file of the first are named
   */
  public static Edit ofKey(String command, List<Place> places) {
    Place first = places.get(0);
    List<ChangedSetting> sections =
        places.stream()
            .filter(place -> place.file().equals(first.file()))
            .map(place -> new ChangedSetting(place.section(), null))
            .toList();
    return new Edit(command, first.kind(), first.file(), sections, List.of());
  }

  /** Whether the command may change both files, which are undone together. */
  boolean mayBeOfBothFiles() {
    return command.startsWith(MIGRATE) || command.startsWith(SETUP);
  }
}
