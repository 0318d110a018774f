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

/**
 * Applies a change to the lines of an AWS file and leaves every other byte as it is.
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
   */
  record Edited(AwsFile file, List<Hunk> hunks) {}

  /**
   * The file with {@code changes} made one after the other.
   *
   * @param path the file's path as its user knows it
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Broken} when the file
   *     cannot be understood, {@code Usage} when a change would not be read by every AWS tool
   */
  public static AwsFile apply(AwsFile file, FileKind kind, String path, List<Change> changes) {
    AwsFile edited = file;
    for (int next = 0; next < changes.size(); ) {
      List<Change> run = run(changes.subList(next, changes.size()));
      edited = edited.with(splices(edited, kind, path, run));
      next += run.size();
    }
    return edited;
  }

  /**
   * The first of {@code changes} that can be made in one step: values of different keys in one
   * section, which is looked up once.
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

  /** As {@link #apply(AwsFile, FileKind, String, List)}, with what it takes to undo it. */
  static Edited make(AwsFile file, FileKind kind, String path, List<Change> changes) {
    AwsFile edited = file;
    List<Hunk> hunks = new ArrayList<>();
    for (Change change : changes) {
      List<Splice> splices = splices(edited, kind, path, List.of(change));
      hunks.addAll(LineChanges.of(edited, splices));
      edited = edited.with(splices);
    }
    return new Edited(edited, hunks);
  }

  private static List<Splice> splices(AwsFile file, FileKind kind, String path, List<Change> run) {
    Change change = run.get(0);
    if (change instanceof Change.Set set) {
      return new SettingEdit(file, kind, path).splices(set.section(), run);
    }
    if (change instanceof Change.Unset unset) {
      return new RemovalEdit(file, kind, path).splices(unset);
    }
    return new RemovalEdit(file, kind, path).splices((Change.RemoveSection) change);
  }

  /** The name in {@code section}, as a user types it. */
  static SectionName sectionName(FileKind kind, String section) {
    WritableText.checkOneLine("the section's name", section);
    return SectionName.parse(kind, section);
  }
}
