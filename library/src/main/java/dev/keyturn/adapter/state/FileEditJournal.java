package dev.keyturn.adapter.state;

import dev.keyturn.adapter.file.Checksum;
import dev.keyturn.adapter.file.HunkReversal;
import dev.keyturn.adapter.file.LockedFile;
import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.ChangedSetting;
import dev.keyturn.domain.edit.Edit;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.lock.Locks;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Edits as records of the state folder: those that are prepared, and those that can be undone. The
 * record of a prepared edit has the length and checksum of its file before and after.
 */
public final class FileEditJournal implements EditJournal {

  private static final String EDITS = "edits";
  private static final String PREPARED = "prepared-edits";

  private final StateFolder folder;
  private final JournalFile journal;
  private final FileSystem files;
  private final Locks locks;
  private final InstantSource clock;

  /**
   * Kept in {@code folder}.
   *
   * @param files the file system that the edited files are on
   * @param locks the locks under which they are edited
   */
  public FileEditJournal(StateFolder folder, FileSystem files, Locks locks, InstantSource clock) {
    this.folder = folder;
    this.journal = new JournalFile(folder);
    this.files = files;
    this.locks = locks;
    this.clock = clock;
  }

  @Override
  public void make(Edit edit, Replacing file) {
    make(applied(edit), null, file);
  }

  @Override
  public void undo(AppliedEdit undone, Replacing file) {
    Edit edit = undone.edit();
    Edit undo = new Edit("undo", edit.kind(), edit.file(), edit.settings(), List.of());
    make(applied(undo), undone.id(), file);
  }

  @Override
  public void recordMade(Edit edit) {
    AppliedEdit made = applied(edit);
    try {
      journal.add(line(made), journal.end());
      folder.write(EDITS, made.id(), EditRecords.fields(made));
      forgetOldest();
    } catch (FailureException e) {
      // The edit is made, and a command that made it has done its work.
    }
  }

  private void make(AppliedEdit edit, @Nullable String undoes, Replacing file) {
    prepare(edit, undoes, file);
    try {
      file.replace();
    } catch (FailureException e) {
      cancel(edit.id());
      throw e;
    }
    try {
      confirm(edit, undoes);
    } catch (FailureException e) {
      // The edit is made but still prepared: the next process that looks confirms it.
    }
  }

  // --- one edit, step by step --------------------------------------------------------------------

  private void prepare(AppliedEdit edit, @Nullable String undoes, Replacing file) {
    folder.removeAll(PREPARED, edit.when(), fields -> false);
    Map<String, String> fields = EditRecords.fields(edit);
    fields.put("before", fingerprint(file.before()));
    fields.put("after", fingerprint(file.after()));
    fields.put("journal", Long.toString(journal.end()));
    if (undoes != null) {
      fields.put("undoes", undoes);
    }
    folder.write(PREPARED, edit.id(), fields);
  }

  private static String fingerprint(byte[] bytes) {
    return bytes.length + "-" + Long.toHexString(Checksum.of(bytes, 0, bytes.length));
  }

  private void cancel(String id) {
    try {
      folder.remove(PREPARED, id);
    } catch (FailureException e) {
      // The edit was not made, and that failure is the one to report; the next process that looks
      // cancels the edit.
    }
  }

  /**
   * Writes the journal first: if the process is killed here, the next one completes the edit and
   * adds no second line.
   */
  private void confirm(AppliedEdit edit, @Nullable String undoes) {
    Map<String, String> fields = folder.read(PREPARED, edit.id()).orElse(Map.of());
    journal.add(line(edit), Long.parseLong(fields.getOrDefault("journal", "0")));
    if (undoes != null) {
      folder.remove(EDITS, undoes);
      folder.remove(PREPARED, edit.id());
    } else {
      folder.move(PREPARED, edit.id(), EDITS);
      forgetOldest();
    }
  }

  private static String line(AppliedEdit applied) {
    Edit edit = applied.edit();
    List<String> settings = edit.settings().stream().map(ChangedSetting::text).toList();
    return applied.when().truncatedTo(ChronoUnit.SECONDS)
        + " "
        + edit.command()
        + " "
        + edit.file()
        + " "
        + String.join(", ", settings);
  }

  private void forgetOldest() {
    List<AppliedEdit> kept = kept();
    for (AppliedEdit old : kept.subList(Math.min(KEPT, kept.size()), kept.size())) {
      folder.remove(EDITS, old.id());
    }
  }

  // --- edits of killed processes ----------------------------------------------------------------

  @Override
  public void settle(String file, byte[] now) {
    for (Map<String, String> fields : folder.readAll(PREPARED)) {
      Path path = path(fields);
      if (path != null && LockedFile.leadsTo(path, file)) {
        EditRecords.edit(fields).ifPresent(edit -> settle(edit, fields, now));
      }
    }
  }

  private void settle(AppliedEdit edit, Map<String, String> fields, byte[] now) {
    String fingerprint = fingerprint(now);
    boolean made =
        fingerprint.equals(fields.get("after"))
            || (!fingerprint.equals(fields.get("before")) && isIn(now, edit, fields.get("undoes")));
    if (made) {
      confirm(edit, fields.get("undoes"));
    } else {
      folder.remove(PREPARED, edit.id());
    }
  }

  /** A program that takes no lock has changed the file since: the edit's own lines decide. */
  private boolean isIn(byte[] now, AppliedEdit edit, @Nullable String undoes) {
    if (undoes == null) {
      return !edit.edit().hunks().isEmpty() && hasLinesOf(now, edit);
    }
    Optional<AppliedEdit> undone = folder.read(EDITS, undoes).flatMap(EditRecords::edit);
    return undone.filter(it -> hasLinesOf(now, it)).isEmpty();
  }

  private static boolean hasLinesOf(byte[] now, AppliedEdit edit) {
    return HunkReversal.without(now, edit.edit().hunks(), true).isPresent();
  }

  /**
   * Null for a path that this process cannot represent, such as one written in another encoding.
   */
  private @Nullable Path path(Map<String, String> fields) {
    try {
      return files.getPath(fields.getOrDefault("file", ""));
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private void settleAll() {
    for (Map<String, String> fields : folder.readAll(PREPARED)) {
      Path path = path(fields);
      if (path != null) {
        settleAt(path);
      }
    }
  }

  private void settleAt(Path path) {
    try (LockedFile locked = LockedFile.lock(path, locks, Duration.ZERO)) {
      settle(locked.real(), locked.bytes());
    } catch (FailureException e) {
      // Its file is being written or cannot be read: not decided yet.
    }
  }

  // --- what is kept ------------------------------------------------------------------------------

  @Override
  public List<AppliedEdit> newestFirst() {
    settleAll();
    return kept();
  }

  private List<AppliedEdit> kept() {
    List<AppliedEdit> edits = new ArrayList<>();
    for (Map<String, String> fields : folder.readAll(EDITS)) {
      EditRecords.edit(fields).ifPresent(edits::add);
    }
    // Avoids Comparator.comparing: the class of its serializable lambda is generated at run time,
    // whatever the AOT cache contains.
    edits.sort((one, other) -> other.id().compareTo(one.id()));
    return edits;
  }

  @Override
  public boolean changedSince(AppliedEdit edit, byte[] now) {
    Optional<String> left = folder.read(EDITS, edit.id()).map(fields -> fields.get("after"));
    return left.filter(after -> !after.equals(fingerprint(now))).isPresent();
  }

  @Override
  public void forget(AppliedEdit edit) {
    folder.remove(EDITS, edit.id());
  }

  @Override
  public void forget(String text) {
    for (String kind : List.of(EDITS, PREPARED)) {
      for (Map<String, String> fields : folder.readAll(kind)) {
        if (fields.values().stream().anyMatch(value -> value.contains(text))) {
          folder.remove(kind, fields.getOrDefault("key", ""));
        }
      }
    }
  }

  private AppliedEdit applied(Edit edit) {
    Instant now = clock.instant();
    return new AppliedEdit(EditIds.next(now, kept()), now, edit);
  }
}
