package dev.keyturn.adapter.awsfile;

import dev.keyturn.domain.edit.Hunk;
import dev.keyturn.domain.profile.FileKind;
import dev.keyturn.domain.profile.ProfileFiles.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes the lines of an AWS file that a change is about, and no other byte.
 *
 * <p>New lines take the line ending of the line above and the indent of their siblings. A value is
 * its line and the indented lines below it. A comment at the end of a changed line moves to a line
 * of its own above, because the AWS CLI would read it as part of the value.
 */
final class AwsFileEdit {

  private AwsFileEdit() {}

  /**
   * A changed file.
   *
   * @param file its bytes
   * @param hunks the lines that changed, one change after the other
   * @param effects what keys came into sections, or were the last to go
   */
  record Edited(AwsFile file, List<Hunk> hunks, List<Effect> effects) {}

  /**
   * What a change did to a section as a whole.
   *
   * @param kind which of those that somebody wants to know
   * @param section the section
   * @param key the key that came or went, without that of a setting inside its block
   * @param header where the section's header begins, in the file as that change left it
   */
  record Effect(Kind kind, SectionName section, String key, int header) {

    /** The kinds of effects. */
    enum Kind {
      /** The section was not there. */
      BEGAN_SECTION,
      /** The section was there and had no key. */
      FILLED_SECTION,
      /** The section had other keys. */
      ADDED_KEY,
      /** Nothing is left of the section but its header. */
      EMPTIED_SECTION
    }
  }

  /** One change that is made: the bytes, and what it did. */
  record Outcome(Splices splices, @Nullable Effect effect) {}

  /**
   * The file with {@code changes} made one after the other.
   *
   * @param path the file's path as its user knows it
   * @throws dev.keyturn.domain.failure.FailureException {@code BrokenFile} when the file cannot be
   *     understood, {@code Usage} when a change would not be read by every AWS tool
   */
  static AwsFile apply(AwsFile file, FileKind kind, String path, List<Change> changes) {
    return applyAndTell(file, kind, path, changes).file;
  }

  /** As {@link #apply(AwsFile, FileKind, String, List)}, with what it takes to take it back. */
  static Edited applyAndTell(AwsFile file, FileKind kind, String path, List<Change> changes) {
    AwsFile edited = file;
    List<Hunk> hunks = new ArrayList<>();
    List<Effect> effects = new ArrayList<>();
    for (Change change : changes) {
      Outcome outcome = outcome(edited, kind, path, change);
      AwsFile next = outcome.splices.applied();
      if (change instanceof Change.Set set && !outcome.splices.isEmpty()) {
        SettingEdit.checkRead(next, kind, path, set);
      }
      if (outcome.effect != null) {
        effects.add(outcome.effect);
      }
      hunks.addAll(LineChanges.of(edited, outcome.splices.list()));
      edited = next;
    }
    return new Edited(edited, hunks, effects);
  }

  private static Outcome outcome(AwsFile file, FileKind kind, String path, Change change) {
    if (change instanceof Change.Set set) {
      return new SettingEdit(file, kind, path).outcome(set);
    }
    if (change instanceof Change.Unset unset) {
      return new RemovalEdit(file, kind, path).outcome(unset);
    }
    return new RemovalEdit(file, kind, path).outcome((Change.RemoveSection) change);
  }

  /** The name in {@code section}, as a user types it. */
  static SectionName sectionName(FileKind kind, String section) {
    WritableText.checkOneLine("the section's name", section);
    return SectionName.parse(kind, section);
  }
}
