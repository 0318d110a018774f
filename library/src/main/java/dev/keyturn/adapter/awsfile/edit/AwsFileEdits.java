package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.edit.AwsFileEdit.Edited;
import dev.keyturn.adapter.awsfile.lint.AwsFileLint;
import dev.keyturn.adapter.awsfile.lint.AwsFileLint.Found;
import dev.keyturn.adapter.awsfile.read.FileLocations;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.AwsFile.Splice;
import dev.keyturn.adapter.awsfile.text.SectionName;
import dev.keyturn.adapter.file.LockedFile;
import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.Beginnings;
import dev.keyturn.domain.edit.EditHistory;
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.edit.Hunk;
import dev.keyturn.domain.edit.LintFinding;
import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Changes of AWS files by hand, kept so that they can be taken back. Thread-safe. */
public final class AwsFileEdits implements FileEdits {

  private static final AtomicLong EDITS = new AtomicLong();

  private final FileSystem files;
  private final FileLocations locations;
  private final Locks locks;
  private final EditHistory history;
  private final Beginnings beginnings;
  private final EditJournal noted;
  private final InstantSource clock;

  /**
   * Finds the files as {@link AwsFiles} does; touches nothing yet.
   *
   * @param environment the environment variables
   * @param home the home folder where the environment names none
   * @param files the file system the files are on
   * @param locks the locks under which they are changed
   * @param history keeps what was done
   * @param beginnings keeps what edits had to begin
   * @param clock says when
   */
  public AwsFileEdits(
      Map<String, String> environment,
      String home,
      FileSystem files,
      Locks locks,
      EditHistory history,
      Beginnings beginnings,
      InstantSource clock) {
    this.files = files;
    this.locations = FileLocations.of(environment, home, files);
    this.locks = locks;
    this.history = history;
    this.beginnings = beginnings;
    this.noted = new EditJournal(history, files, locks);
    this.clock = clock;
  }

  @Override
  public String location(FileKind kind) {
    return locations.of(kind).toString();
  }

  @Override
  public FileKind kindOf(String file) {
    Path path = locations.named(file).toAbsolutePath().normalize();
    for (FileKind kind : FileKind.values()) {
      if (path.equals(locations.of(kind).toAbsolutePath().normalize())) {
        return kind;
      }
    }
    Path name = path.getFileName();
    boolean named = name != null && name.toString().contains("credentials");
    return named ? FileKind.CREDENTIALS : FileKind.CONFIG;
  }

  @Override
  public boolean isOpenToOthers(String file) {
    return LockedFile.isOpenToOthers(locations.named(file));
  }

  @Override
  public Optional<Section> section(Place place) {
    AwsFile file = AwsFile.of(LockedFile.read(locations.named(place.file())));
    return EditableSection.find(
            file, place.kind(), place.file(), SectionName.parse(place.kind(), place.section()))
        .effective()
        .read(file, place);
  }

  @Override
  public void change(FileKind kind, String file, String command, List<Change> changes) {
    try (LockedFile locked = LockedFile.lock(locations.named(file), locks)) {
      noted.settle(locked);
      BegunParts begun = new BegunParts(beginnings, locked.real());
      AwsFile before = AwsFile.of(locked.bytes());
      Edited edited = begun.withoutUnneeded(AwsFileEdit.applyAndTell(before, kind, file, changes));
      if (edited.hunks().isEmpty()) {
        return;
      }
      boolean session = SessionKeys.areIn(before, edited.file(), kind, file, changes);
      AppliedEdit applied =
          applied(kind, file, command, changes, session ? List.of() : edited.hunks());
      try {
        begun.note(before, edited);
        noted.make(locked, edited.file(), applied, null);
      } catch (FailureException e) {
        begun.restore();
        throw e;
      }
      begun.forget(edited);
    }
  }

  @Override
  public List<LintFinding> lint(FileKind kind) {
    List<LintFinding> findings = new ArrayList<>();
    AwsFile file = AwsFile.of(LockedFile.read(locations.of(kind)));
    for (Found found : AwsFileLint.of(file, kind, location(kind))) {
      findings.add(found.finding());
    }
    return findings;
  }

  @Override
  public void repair(FileKind kind) {
    try (LockedFile locked = LockedFile.lock(locations.of(kind), locks)) {
      noted.settle(locked);
      AwsFile repaired = AwsFile.of(locked.bytes());
      List<Hunk> hunks = new ArrayList<>();
      for (List<Splice> next = repairs(repaired, kind); !next.isEmpty(); ) {
        hunks.addAll(LineChanges.of(repaired, next));
        repaired = repaired.with(next);
        next = repairs(repaired, kind);
      }
      if (!hunks.isEmpty()) {
        List<Hunk> kept = holdsSession(repaired, hunks) ? List.of() : hunks;
        AppliedEdit applied = applied(kind, location(kind), "config lint --fix", List.of(), kept);
        noted.make(locked, repaired, applied, null);
      }
    }
  }

  private List<Splice> repairs(AwsFile file, FileKind kind) {
    return AwsFileLint.repairs(file, kind, location(kind));
  }

  private static boolean holdsSession(AwsFile file, List<Hunk> hunks) {
    for (Hunk hunk : hunks) {
      String lines = (hunk.before() + hunk.after()).toLowerCase(Locale.ROOT);
      if (lines.contains("aws_s")) {
        return file.latin1().toLowerCase(Locale.ROOT).contains("aws_session_token");
      }
    }
    return false;
  }

  private AppliedEdit applied(
      FileKind kind, String file, String command, List<Change> changes, List<Hunk> hunks) {
    List<String> settings = new ArrayList<>();
    for (Change change : changes) {
      settings.add(setting(change));
    }
    String path = locations.named(file).toAbsolutePath().toString();
    return new AppliedEdit(nextId(), clock.instant(), command, kind, path, settings, hunks);
  }

  /** In the order of time, and of its own among all processes. */
  private String nextId() {
    String process = Long.toString(ProcessHandle.current().pid());
    return digits(15, clock.millis())
        .append('-')
        .append(process)
        .append('-')
        .append(digits(6, EDITS.incrementAndGet()))
        .toString();
  }

  /** Not by String.format, which loads as much as all of an edit. */
  private static StringBuilder digits(int width, long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    while (digits.length() < width) {
      digits.insert(0, '0');
    }
    return digits;
  }

  private static String setting(Change change) {
    if (change instanceof Change.Set set) {
      return "[" + set.section() + "] " + set.key();
    }
    if (change instanceof Change.Unset unset) {
      return "[" + unset.section() + "] " + unset.key();
    }
    return "[" + ((Change.RemoveSection) change).section() + "]";
  }

  @Override
  public List<AppliedEdit> canBeTakenBack() {
    noted.settleAll();
    return history.newestFirst();
  }

  @Override
  public void checkUndo(AppliedEdit edit) {
    reversed(AwsFile.of(LockedFile.read(files.getPath(edit.file()))), edit);
  }

  @Override
  public void undo(AppliedEdit edit) {
    try (LockedFile locked = LockedFile.lock(files.getPath(edit.file()), locks)) {
      noted.settle(locked);
      AppliedEdit undo =
          new AppliedEdit(
              nextId(),
              clock.instant(),
              "undo",
              edit.kind(),
              edit.file(),
              edit.settings(),
              List.of());
      AwsFile now = AwsFile.of(locked.bytes());
      AwsFile undone = reversed(now, edit);
      noted.make(locked, undone, undo, edit.id());
      new BegunParts(beginnings, locked.real()).follow(edit, now, undone);
    }
  }

  private static AwsFile reversed(AwsFile file, AppliedEdit edit) {
    return EditJournal.reversed(file, edit.hunks(), false)
        .orElseThrow(() -> new Failure.FileChanged(edit.file()).exception());
  }
}
