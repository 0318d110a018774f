package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import java.util.List;
import java.util.Optional;

/** The port for changing AWS files by hand. Implementations are thread-safe. */
public interface FileEdits {

  /** Where the environment says that the file of a kind is. */
  String location(FileKind kind);

  /** How a file is read: by its place, else by its name. */
  FileKind kindOf(String file);

  /** Whether others than its owner can read the file, or change it. */
  boolean isOpenToOthers(String file);

  /**
   * The section at {@code place} as an editor sees it: found whatever its quotes, with names that
   * the AWS SDKs pass over.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code BrokenFile} or {@code
   *     UnreadableFile}
   */
  Optional<Section> section(Place place);

  /**
   * Makes {@code changes} in one file, or nothing at all. Changes that change nothing write
   * nothing. What was done can be taken back, unless session keys are in it: those are kept nowhere
   * else. A section that an edit began for a key, or an end of the last line, goes with the last
   * key that needs it.
   *
   * @param command which command asks for it, for the journal
   * @throws dev.keyturn.domain.failure.FailureException as {@link
   *     dev.keyturn.domain.profile.file.ProfileFiles#edit}, and {@code Usage} for what cannot be
   *     written
   */
  void change(FileKind kind, String file, String command, List<Change> changes);

  /**
   * What the AWS SDKs and the AWS CLI read differently in the file of a kind; broken files too.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code UnreadableFile}
   */
  List<LintFinding> lint(FileKind kind);

  /**
   * Repairs what {@link #lint} has one right answer for. The AWS SDKs read afterwards what they
   * read before, or can read the file at last.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link #change}
   */
  void repair(FileKind kind);

  /**
   * The edits that {@link #undo} takes, the newest first. An edit whose process was killed is among
   * them if its file was written.
   */
  List<AppliedEdit> canBeTakenBack();

  /**
   * Whether {@link #undo} could take {@code edit} back right now; changes nothing.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileChanged} when its lines are no
   *     longer as it wrote them, {@code UnreadableFile}
   */
  void checkUndo(AppliedEdit edit);

  /**
   * Takes {@code edit} back.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link #change}; {@code FileChanged}
   *     when its lines are no longer as it wrote them
   */
  void undo(AppliedEdit edit);
}
