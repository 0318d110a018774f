package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.edit.AwsFileEdit.Edited;
import dev.keyturn.adapter.awsfile.lint.AwsFileLint;
import dev.keyturn.adapter.awsfile.lint.Found;
import dev.keyturn.adapter.awsfile.read.FileLocations;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.file.LockedFile;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.edit.FileLint;
import dev.keyturn.domain.edit.Hunk;
import dev.keyturn.domain.edit.LintFinding;
import dev.keyturn.domain.edit.LintRule;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.file.FileKind;
import java.util.ArrayList;
import java.util.List;

/** Lint findings in the AWS files and their repairs, which the journal records. Thread-safe. */
public final class AwsFileRepairs implements FileLint {

  private final FileLocations locations;
  private final Locks locks;
  private final EditJournal journal;

  /**
   * For the files at {@code locations}; touches nothing yet.
   *
   * @param locks the locks under which they are changed
   */
  public AwsFileRepairs(FileLocations locations, Locks locks, EditJournal journal) {
    this.locations = locations;
    this.locks = locks;
    this.journal = journal;
  }

  @Override
  public List<LintRule> rules() {
    return AwsFileLint.rules();
  }

  @Override
  public List<LintFinding> lint(FileKind kind) {
    AwsFile file = AwsFile.of(LockedFile.read(locations.of(kind)));
    FileKind otherKind = kind == FileKind.CONFIG ? FileKind.CREDENTIALS : FileKind.CONFIG;
    AwsFile other = AwsFile.of(LockedFile.read(locations.of(otherKind)));
    return AwsFileLint.of(file, other, kind, locations.location(kind)).stream()
        .map(Found::finding)
        .toList();
  }

  @Override
  public void repair(FileKind kind) {
    try (LockedFile locked = LockedFile.lock(locations.of(kind), locks)) {
      JournaledFile journaled = new JournaledFile(locked, kind, journal);
      journaled.replace(repaired(journaled.file(), kind), "config lint --fix", List.of());
    }
  }

  private Edited repaired(AwsFile file, FileKind kind) {
    AwsFile repaired = file;
    List<Hunk> hunks = new ArrayList<>();
    for (List<Splice> next = repairs(file, kind); !next.isEmpty(); next = repairs(repaired, kind)) {
      hunks.addAll(LineChanges.of(repaired, next));
      repaired = repaired.with(next);
    }
    return new Edited(repaired, hunks);
  }

  private List<Splice> repairs(AwsFile file, FileKind kind) {
    return AwsFileLint.repairs(file, kind, locations.location(kind));
  }
}
