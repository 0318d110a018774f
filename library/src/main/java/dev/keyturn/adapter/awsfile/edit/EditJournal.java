package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.file.LockedFile;
import dev.keyturn.domain.edit.AppliedEdit;
import dev.keyturn.domain.edit.EditHistory;
import dev.keyturn.domain.edit.Hunk;
import dev.keyturn.domain.edit.PreparedEdit;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.lock.Locks;
import java.nio.file.FileSystem;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes files so that the history knows each edit that was made and no other, wherever a process
 * is killed: the edit is prepared, the file replaced, the edit confirmed. What is left unconfirmed
 * is judged by what the file says, under its lock. Thread-safe.
 */
final class EditJournal {

  private final EditHistory history;
  private final FileSystem files;
  private final Locks locks;

  EditJournal(EditHistory history, FileSystem files, Locks locks) {
    this.history = history;
    this.files = files;
    this.locks = locks;
  }

  /**
   * Puts {@code after} in place of the file.
   *
   * @param edit what is done; without hunks when it shall not be kept
   * @param undoes the id of the edit that it takes back; null for none
   * @throws FailureException as {@link LockedFile#replace}, and when the edit cannot be noted: one
   *     that cannot be taken back would be worse than one that was not made
   */
  void make(LockedFile locked, AwsFile after, AppliedEdit edit, @Nullable String undoes) {
    PreparedEdit prepared =
        new PreparedEdit(
            edit, undoes, Fingerprint.of(locked.bytes()), Fingerprint.of(after.bytes()));
    history.prepare(prepared);
    try {
      locked.replace(after.bytes());
    } catch (FailureException e) {
      cancel(prepared);
      throw e;
    }
    try {
      history.confirm(prepared);
    } catch (FailureException e) {
      // It is made, and stays prepared: the next one who looks confirms it.
    }
  }

  private void cancel(PreparedEdit prepared) {
    try {
      history.cancel(prepared);
    } catch (FailureException e) {
      // It was not made, and that failure is the one to report; the next one who looks cancels it.
    }
  }

  /** Says of each unconfirmed edit of {@code locked} whether it was made. */
  void settle(LockedFile locked) {
    for (PreparedEdit prepared : history.unconfirmed()) {
      Path path = pathOrNull(prepared);
      if (path != null && locked.isAt(path)) {
        settle(prepared, AwsFile.of(locked.bytes()));
      }
    }
  }

  /** As {@link #settle}, for every file that nobody is writing at this moment. */
  void settleAll() {
    for (PreparedEdit prepared : history.unconfirmed()) {
      Path path = pathOrNull(prepared);
      if (path != null) {
        settleAt(path);
      }
    }
  }

  private void settleAt(Path path) {
    try (LockedFile locked = LockedFile.lock(path, locks, Duration.ZERO)) {
      settle(locked);
    } catch (FailureException e) {
      // Its file is being written or cannot be read: nobody can say yet.
    }
  }

  /** Null for a path that this process cannot name, such as one noted in another encoding. */
  private @Nullable Path pathOrNull(PreparedEdit prepared) {
    try {
      return files.getPath(prepared.edit().file());
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private void settle(PreparedEdit prepared, AwsFile now) {
    String fingerprint = Fingerprint.of(now.bytes());
    boolean made =
        fingerprint.equals(prepared.after())
            || (!fingerprint.equals(prepared.before()) && isIn(now, prepared));
    if (made) {
      history.confirm(prepared);
    } else {
      history.cancel(prepared);
    }
  }

  /** A program that takes no lock changed the file since: the edit's own lines say. */
  private boolean isIn(AwsFile now, PreparedEdit prepared) {
    if (prepared.undoes() != null) {
      return history.newestFirst().stream()
          .filter(edit -> edit.id().equals(prepared.undoes()))
          .noneMatch(edit -> reversed(now, edit.hunks(), true).isPresent());
    }
    return prepared.isKept() && reversed(now, prepared.edit().hunks(), true).isPresent();
  }

  /**
   * The file without {@code hunks}.
   *
   * @param exactly whether their neighbours must be the same
   * @return empty where the lines are not as they were written
   */
  static Optional<AwsFile> reversed(AwsFile file, List<Hunk> hunks, boolean exactly) {
    List<Hunk> newestFirst = new ArrayList<>(hunks);
    Collections.reverse(newestFirst);
    Optional<AwsFile> reversed = Optional.of(file);
    for (Hunk hunk : newestFirst) {
      reversed = reversed.flatMap(next -> LineChanges.reversed(next, hunk, exactly));
    }
    return reversed;
  }
}
