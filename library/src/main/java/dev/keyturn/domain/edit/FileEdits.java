package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The port for changing AWS files by hand. Implementations are thread-safe. */
public interface FileEdits {

  /**
   * The section at {@code place} as an editor sees it: found whatever its quotes, with names that
   * the AWS SDKs pass over.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Broken} or {@code
   *     FileFailure.Unreadable}
   */
  Optional<Section> section(Place place);

  /**
   * Makes {@code changes} in one file, or nothing at all. Changes that change nothing write
   * nothing. What was done can be undone, unless session keys are in it: those are kept nowhere
   * else.
   *
   * @param command which command asks for it, for the journal
   * @throws dev.keyturn.domain.failure.FailureException as {@link
   *     dev.keyturn.domain.profile.file.ProfileFiles#edit}, and {@code Usage} for what cannot be
   *     written
   */
  void change(FileKind kind, String file, String command, List<Change> changes);

  /**
   * What the files would be after {@code changes}; writes nothing.
   *
   * @throws dev.keyturn.domain.failure.FailureException as {@link #change}, but for what happens
   *     when a file is written
   */
  EditPreview preview(Map<FileKind, List<Change>> changes);
}
