package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.SectionName;
import dev.keyturn.domain.edit.Hunk;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes the lines of an AWS file that a change is about, and no other byte.
 *
 * <p>New lines take the line ending of the line above and the indent of their siblings. A value is
 * its line and the indented lines below it. A comment at the end of a changed line moves to a line
 * of its own above, because the AWS CLI would read it as part of the value.
 */
public final class AwsFileEdit {

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

  /**
   * One change that is made.
   *
   * @param file the changed bytes
   * @param splices what was replaced, in file order
   * @param effect what it did to a section; null for nothing that somebody wants to know
   */
  record Outcome(AwsFile file, List<Splice> splices, @Nullable Effect effect) {

    static Outcome of(Splices splices, @Nullable Effect effect) {
      return new Outcome(splices.applied(), splices.list(), effect);
    }
  }

  /**
   * The file with {@code changes} made one after the other.
   *
   * @param path the file's path as its user knows it
   * @throws dev.keyturn.domain.failure.FailureException {@code BrokenFile} when the file cannot be
   *     understood, {@code Usage} when a change would not be read by every AWS tool
   */
  public static AwsFile apply(AwsFile file, FileKind kind, String path, List<Change> changes) {
    AwsFile edited = file;
    for (int next = 0; next < changes.size(); ) {
      List<Change> run = run(changes.subList(next, changes.size()));
      edited = outcome(edited, kind, path, run).file;
      next += run.size();
    }
    return edited;
  }

  /**
   * The first of {@code changes} that can be made at once: values of different keys in one section,
   * for which its place is looked up once.
   */
  private static List<Change> run(List<Change> changes) {
    Set<String> keys = new HashSet<>();
    int size = 0;
    while (size < changes.size()
        && changes.get(size) instanceof Change.Set set
        && ((Change.Set) changes.get(0)).section().equals(set.section())
        && set.key().indexOf('.') < 0
        && keys.add(set.key().toLowerCase(Locale.ROOT))) {
      size++;
    }
    return changes.subList(0, Math.max(1, size));
  }

  /** As {@link #apply(AwsFile, FileKind, String, List)}, with what it takes to take it back. */
  static Edited applyAndTell(AwsFile file, FileKind kind, String path, List<Change> changes) {
    AwsFile edited = file;
    List<Hunk> hunks = new ArrayList<>();
    List<Effect> effects = new ArrayList<>();
    for (Change change : changes) {
      Outcome outcome = outcome(edited, kind, path, List.of(change));
      if (outcome.effect != null) {
        effects.add(outcome.effect);
      }
      hunks.addAll(LineChanges.of(edited, outcome.splices));
      edited = outcome.file;
    }
    return new Edited(edited, hunks, effects);
  }

  private static Outcome outcome(AwsFile file, FileKind kind, String path, List<Change> run) {
    Change change = run.get(0);
    if (change instanceof Change.Set set) {
      return new SettingEdit(file, kind, path).outcome(set.section(), run);
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
