package dev.keyturn.domain.edit;

import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The port for edits of AWS files that a person requests. Implementations are thread-safe. */
public interface FileEdits {

  /**
   * The section at {@code place} as an editor sees it: found with any quotes, and including keys
   * that the AWS SDKs ignore.
   *
   * @throws dev.keyturn.domain.failure.FailureException {@code FileFailure.Broken} or {@code
   *     FileFailure.Unreadable}
   */
  Optional<Section> section(Place place);

  /**
   * Makes all {@code changes} in one file, or none. If nothing changes, nothing is written. The
   * edit can be undone unless it contains the keys of a session, which are stored nowhere else.
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
   * @throws dev.keyturn.domain.failure.FailureException as {@link #change}, except for errors of
   *     writing
   */
  EditPreview preview(Map<FileKind, List<Change>> changes);
}
